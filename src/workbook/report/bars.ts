import type { BarColumns, ReportRow } from '../../report';
import { manyAreas } from '../sheets/manyAreas';
import { isLeftOut } from '../refinements';
import { palette } from '../sheets/palette';
import type { Block } from '../contract/values';

/**
 * Queues the bars of coverage of some rows: all outlined at once, then the filled cells, once for each number of
 * them. Filled and empty are told apart in black and white; the figures stand under the bar in words.
 * `start` is the first row's place.
 */
export function drawBars(sheet: Excel.Worksheet, rows: readonly ReportRow[], start: number, bar: BarColumns): void {
  const outlined: Block[] = [];
  const filled = new Map<number, Block[]>();
  rows.forEach(({ bar: cells }, index) => {
    if (cells === undefined) return;
    const block = { row: start + index, column: bar.column, rows: 1, columns: bar.cells };
    outlined.push(block);
    if (cells === 0) return;
    const alike = filled.get(cells) ?? [];
    alike.push({ ...block, columns: cells });
    filled.set(cells, alike);
  });
  const lines = isLeftOut(sheet.context, 'lines') ? [] : outlined;
  for (const { format } of manyAreas(sheet, lines)) {
    for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical'] as const) {
      const line = format.borders.getItem(edge);
      line.style = 'Continuous';
      line.color = palette.accent;
    }
  }
  for (const blocks of filled.values()) {
    for (const { format } of manyAreas(sheet, blocks)) format.fill.color = palette.accent;
  }
}
