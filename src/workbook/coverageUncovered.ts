import { shortenToWidth, sizes } from '../report';
import { sheetWords } from './contract';
import { figureColumns, labelColumns } from './coverageModel';
import { cellText } from './escape';
import type { CoverageRequest } from './gateway';
import { palette } from './palette';
import { toSerial } from './serial';
import type { UncoveredItem } from './uncovered';
import { repeated } from './values';

const width = labelColumns.length + figureColumns;
/** The columns of the owner, over three of figures, and of what follows it. */
const owner = labelColumns.length;
const due = owner + 3;

/** Queues the list under its heads, `row` being theirs; `items` has at least one. */
export function drawUncovered(
  sheet: Excel.Worksheet,
  row: number,
  items: readonly UncoveredItem[],
  { language }: CoverageRequest,
): void {
  const words = sheetWords[language];
  const line = (cells: Readonly<Record<number, string | number>>) =>
    Array.from({ length: width }, (_, column) => cells[column] ?? '');
  sheet.getRangeByIndexes(row, 0, 1, width).values = [
    line({ 0: words.coverage.no, 1: words.coverage.action, [owner]: words.coverage.owner, [due]: words.plan.due }),
  ];
  const body = sheet.getRangeByIndexes(row + 1, 0, items.length, width);
  const formats = Array.from({ length: width }, (_, column) => (column === due ? 'yyyy-mm-dd' : '@'));
  body.numberFormat = repeated(items.length, formats);
  const room = labelColumns.slice(1).reduce((sum, points) => sum + points, 0) * 0.93 - 8;
  body.values = items.map((item) =>
    line({
      0: cellText(item.no),
      1: cellText(shortenToWidth(item.text, room, { size: sizes.body })),
      [owner]: cellText(item.owner),
      [due]: item.due === null ? '' : toSerial(item.due),
      [due + 1]: item.late ? words.late : '',
    }),
  );
  const lines = body.format.borders.getItem('InsideHorizontal');
  lines.style = 'Continuous';
  lines.color = palette.rule;
  sheet.getRangeByIndexes(row + 1, due, items.length, 1).format.horizontalAlignment = 'Left';
  sheet.getRangeByIndexes(row + 1, due + 1, items.length, 1).format.font.color = palette.missing;
}
