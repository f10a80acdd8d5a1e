import { colorWhere, drawHeads, drawLabels, figures, indent, runsOf, sheetColumns } from './look';
import type { ListItem } from './model';
import type { CoverageRequest } from '../model';
import { itemFormulas, type WorkArea } from './liveFormulas';
import { manyAreas } from '../sheets/manyAreas';
import { palette } from '../sheets/palette';
import { isLeftOut } from '../refinements';
import { withHeads } from './pages';
import { columnLetters, repeated } from '../contract/values';
import { coverageWords } from './words';

/** Days without anything after which an item is called silent. */
const silentAfter = 90;

interface ListDrawing {
  readonly request: CoverageRequest;
  readonly work: WorkArea;
  /** The items above which the heads are said again. */
  readonly heads: readonly number[];
}

/** Queues the list that counts by itself, `row` being that of its heads. */
export function drawList(
  sheet: Excel.Worksheet,
  row: number,
  items: readonly ListItem[],
  { request, work, heads }: ListDrawing,
): void {
  const words = coverageWords[request.language];
  const { activityCount, occurrenceCount, first, last, days, state } = words;
  const figureHeads = [activityCount, occurrenceCount, first, last, days, state];
  const labels = [words.coverage.no, words.itemHead, '', ''];
  sheet.getRangeByIndexes(row, 0, 1, sheetColumns).values = [[...labels, ...figureHeads, '']];
  if (items.length > 0) {
    const head: ListItem = { no: words.coverage.no, level: 'objective', text: words.itemHead };
    const lines = withHeads(items, heads, head);
    drawLabels(sheet, row + 1, lines);
    const live = sheet.getRangeByIndexes(row + 1, figures, lines.length, 6);
    live.numberFormat = repeated(lines.length, ['0', '0', 'yyyy-mm-dd', 'yyyy-mm-dd', '0', 'General']);
    const states = { none: words.stateNone, active: words.stateActive, silent: words.stateSilent, silentAfter };
    live.formulas = lines.map((item, index) =>
      item === head ? figureHeads : itemFormulas(work, row + 2 + index, states, request.period),
    );
    live.format.horizontalAlignment = 'Right';
    indent(sheet.getRangeByIndexes(row, figures + 5, lines.length + 1, 1).format, 1);
    sheet.getRangeByIndexes(row, figures, 1, 5).format.horizontalAlignment = 'Right';
    drawLevels(sheet, row + 1, lines);
    drawStates(sheet, row + 1, lines.length, states);
  }
  drawHeads(sheet, row, heads);
}

/** Headings in bold, objectives on a band: the runs of each at once, however many items there are. */
function drawLevels(sheet: Excel.Worksheet, row: number, items: readonly ListItem[]): void {
  const whole = sheet.getRangeByIndexes(row, 0, items.length, sheetColumns);
  const sides = items.length > 1 ? (['InsideHorizontal', 'EdgeBottom'] as const) : (['EdgeBottom'] as const);
  for (const side of isLeftOut(sheet.context, 'lines') ? [] : sides) {
    const line = whole.format.borders.getItem(side);
    line.style = 'Continuous';
    line.color = palette.rule;
  }
  const runs = (wanted: (item: ListItem) => boolean) =>
    runsOf(items.map(wanted), { row, column: 0, columns: sheetColumns });
  for (const { format } of manyAreas(
    sheet,
    runs(({ level }) => level !== 'action'),
  ))
    format.font.bold = true;
  for (const { format } of manyAreas(
    sheet,
    runs(({ level }) => level === 'objective'),
  ))
    format.fill.color = palette.band;
}

/** The state is a sign and a word; colour only helps to find it. The whole line of what has had nothing is tinted. */
function drawStates(
  sheet: Excel.Worksheet,
  row: number,
  rows: number,
  { none, active, silent }: { readonly none: string; readonly active: string; readonly silent: string },
): void {
  const range = sheet.getRangeByIndexes(row, figures + 5, rows, 1);
  // With its ground: some programs look at one format for a cell and no further.
  colorWhere(range, none, palette.missing, palette.missingGround);
  colorWhere(range, active, palette.present);
  colorWhere(range, silent, palette.waiting);
  if (isLeftOut(sheet.context, 'colours')) return;
  const nothing = sheet.getRangeByIndexes(row, 0, rows, sheetColumns).conditionalFormats.add('Custom');
  nothing.custom.rule.formula = `=$${columnLetters(figures)}${row + 1}=0`;
  nothing.custom.format.fill.color = palette.missingGround;
}
