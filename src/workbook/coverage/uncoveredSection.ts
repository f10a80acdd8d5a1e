import { shortenToWidth, sizes } from '../../report';
import { sheetWords } from '../contract/contract';
import { cellsOf, drawRules, figures, headerLook, sheetColumns } from './look';
import { labelRoom } from './model';
import { cellText } from '../contract/escape';
import type { CoverageRequest } from '../model';
import { palette } from '../sheets/palette';
import { applyLook } from '../report/format';
import { toSerial } from '../contract/serial';
import type { UncoveredItem } from './uncovered';
import { repeated } from '../contract/values';

/** The columns of the owner, over three of figures, and of what follows it. */
const owner = figures;
const due = owner + 3;

/** Queues the list under its heads, `row` being theirs; `items` has at least one. */
export function drawUncovered(
  sheet: Excel.Worksheet,
  row: number,
  items: readonly UncoveredItem[],
  { language }: CoverageRequest,
): void {
  const words = sheetWords[language];
  const head = sheet.getRangeByIndexes(row, 0, 1, sheetColumns);
  head.values = [
    cellsOf({ 0: words.coverage.no, 1: words.coverage.action, [owner]: words.coverage.owner, [due]: words.plan.due }),
  ];
  applyLook(head.format, headerLook);
  const body = sheet.getRangeByIndexes(row + 1, 0, items.length, sheetColumns);
  const formats = Array.from({ length: sheetColumns }, (_, column) => (column === due ? 'yyyy-mm-dd' : '@'));
  body.numberFormat = repeated(items.length, formats);
  body.values = items.map((item) =>
    cellsOf({
      0: cellText(item.no),
      1: cellText(shortenToWidth(item.text, labelRoom, { size: sizes.body })),
      [owner]: cellText(item.owner),
      [due]: item.due === null ? '' : toSerial(item.due),
      [due + 1]: item.late ? words.late : '',
    }),
  );
  drawRules(body);
  sheet.getRangeByIndexes(row + 1, due, items.length, 1).format.horizontalAlignment = 'Left';
  sheet.getRangeByIndexes(row + 1, due + 1, items.length, 1).format.font.color = palette.missing;
}
