import type { Language } from '../../i18n';
import { shortenToWidth, sizes } from '../../report';
import { sheetWords } from '../contract/contract';
import { uncoveredFormula } from './liveFormulas';
import { cellsOf, colorWhere, drawRules, figures, headerLook, sheetColumns } from './look';
import { labelRoom } from './model';
import { cellText } from '../contract/escape';
import { palette } from '../sheets/palette';
import { applyLook } from '../report/format';
import { toSerial } from '../contract/serial';
import type { UncoveredItem } from './uncovered';
import { columnLetters, repeated } from '../contract/values';

/** The columns of the owner, over three of figures, and of what follows it. */
const owner = figures;
const due = owner + 3;
const state = due + 1;

/**
 * Queues the list under its heads, `row` being theirs; `items` has at least one. The items are those of the day it is
 * built; their state is a formula, and says so when one gets an activity: `listRowOf` gives its row (0-based) in the
 * live list.
 */
export function drawUncovered(
  sheet: Excel.Worksheet,
  row: number,
  items: readonly UncoveredItem[],
  { language, listRowOf }: { readonly language: Language; readonly listRowOf: (no: string) => number },
): void {
  const words = sheetWords[language];
  const head = sheet.getRangeByIndexes(row, 0, 1, sheetColumns);
  head.values = [
    cellsOf({
      0: words.coverage.no,
      1: words.coverage.action,
      [owner]: words.coverage.owner,
      [due]: words.plan.due,
      [state]: words.state,
    }),
  ];
  applyLook(head.format, headerLook);
  const body = sheet.getRangeByIndexes(row + 1, 0, items.length, sheetColumns);
  const formats = Array.from(
    { length: sheetColumns },
    (_, column) => ({ [due]: 'yyyy-mm-dd', [state]: 'General' })[column] ?? '@',
  );
  body.numberFormat = repeated(items.length, formats);
  body.values = items.map((item) =>
    cellsOf({
      0: cellText(item.no),
      1: cellText(shortenToWidth(item.text, labelRoom, { size: sizes.body })),
      [owner]: cellText(item.owner),
      [due]: item.due === null ? '' : toSerial(item.due),
    }),
  );
  const states = sheet.getRangeByIndexes(row + 1, state, items.length, 1);
  states.formulas = items.map(({ no }, index) => [
    uncoveredFormula({ row: row + 2 + index, listRow: listRowOf(no) + 1, due: columnLetters(due) }, words),
  ]);
  drawRules(body, items.length);
  sheet.getRangeByIndexes(row + 1, due, items.length, 1).format.horizontalAlignment = 'Left';
  states.format.font.color = palette.missing;
  colorWhere(states, words.coveredSince, palette.present);
}
