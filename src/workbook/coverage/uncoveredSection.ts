import type { Language } from '../../i18n';
import { shortenToWidth, sizes } from '../../report';
import { uncoveredFormula } from './liveFormulas';
import { cellsOf, colorWhere, drawHeads, drawRules, figures, sheetColumns } from './look';
import { labelRoom } from './model';
import { cellText } from '../contract/escape';
import { palette } from '../sheets/palette';
import { withHeads } from './pages';
import { toSerial } from '../contract/serial';
import type { UncoveredItem } from './uncovered';
import { columnLetters, repeated } from '../contract/values';
import { coverageWords } from './words';

/** The columns of the owner, over three of figures, and of what follows it. */
const owner = figures;
const due = owner + 3;
const state = due + 1;

interface UncoveredDrawing {
  readonly language: Language;
  /** The row (0-based) of an item in the live list. */
  readonly listRowOf: (no: string) => number;
  /** The items above which the heads are said again. */
  readonly heads: readonly number[];
}

/**
 * Queues the list under its heads, `row` being theirs; `items` has at least one. The items are those of the day it is
 * built; their state is a formula, and says so when one gets an activity.
 */
export function drawUncovered(
  sheet: Excel.Worksheet,
  row: number,
  items: readonly UncoveredItem[],
  { language, listRowOf, heads }: UncoveredDrawing,
): void {
  const words = coverageWords[language];
  const head = cellsOf({
    0: words.coverage.no,
    1: words.coverage.action,
    [owner]: words.coverage.owner,
    [due]: words.plan.due,
    [state]: words.state,
  });
  sheet.getRangeByIndexes(row, 0, 1, sheetColumns).values = [head];
  const lines = withHeads<UncoveredItem | null>(items, heads, null);
  const body = sheet.getRangeByIndexes(row + 1, 0, lines.length, sheetColumns);
  const formats = Array.from(
    { length: sheetColumns },
    (_, column) => ({ [due]: 'yyyy-mm-dd', [state]: 'General' })[column] ?? '@',
  );
  body.numberFormat = repeated(lines.length, formats);
  body.values = lines.map((item) =>
    item === null
      ? head
      : cellsOf({
          0: cellText(item.no),
          1: cellText(shortenToWidth(item.text, labelRoom, { size: sizes.body })),
          [owner]: cellText(item.owner),
          [due]: item.due === null ? '' : toSerial(item.due),
        }),
  );
  const states = sheet.getRangeByIndexes(row + 1, state, lines.length, 1);
  states.formulas = lines.map((item, index) => [
    item === null
      ? words.state
      : uncoveredFormula({ row: row + 2 + index, listRow: listRowOf(item.no) + 1, due: columnLetters(due) }, words),
  ]);
  drawRules(body, lines.length);
  sheet.getRangeByIndexes(row + 1, due, lines.length, 1).format.horizontalAlignment = 'Left';
  states.format.font.color = palette.missing;
  colorWhere(states, words.coveredSince, palette.present);
  drawHeads(sheet, row, heads);
}
