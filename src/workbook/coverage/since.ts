import type { Language } from '../../i18n';
import type { ChangeKind, CoverageChange } from '../../plan';
import { shortenToWidth, sizes } from '../../report';
import { cellsOf, drawHeading, drawHeads, drawLine, drawRules, figures, indent, runsOf, sheetColumns } from './look';
import { labelRoom, type ChangeModel } from './model';
import { cellText } from '../contract/escape';
import { manyAreas } from '../sheets/manyAreas';
import { palette } from '../sheets/palette';
import { withHeads } from './pages';
import { toSerial } from '../contract/serial';
import { repeated } from '../contract/values';
import { coverageWords } from './words';

/** The columns of the owner, over three of figures, and of what follows it. */
const owner = figures;
const count = owner + 3;
const last = count + 1;
const state = last + 1;

/** Rows above its items: title, figures, heads. */
export const changeLead = 3;

const colors: Readonly<Record<ChangeKind, string>> = {
  newlyCovered: palette.present,
  stillActive: palette.present,
  silent: palette.waiting,
  neverCovered: palette.missing,
};

const changeKinds: readonly ChangeKind[] = ['newlyCovered', 'stillActive', 'silent', 'neverCovered'];

/**
 * Queues what has changed since the committee's last meeting, said in words, from the row of its title on; `heads`: the
 * changes above which the heads are said again.
 */
export function drawChange(
  sheet: Excel.Worksheet,
  row: number,
  { title, figures: sums, changes }: ChangeModel,
  { language, heads }: { readonly language: Language; readonly heads: readonly number[] },
): void {
  const words = coverageWords[language];
  drawHeading(sheet, row, title);
  drawLine(sheet, row + 1, sums, {});
  const { no, action, owner: ownerHead } = words.coverage;
  const head = cellsOf({
    0: no,
    1: action,
    [owner]: ownerHead,
    [count]: words.newCount,
    [last]: words.last,
    [state]: words.state,
  });
  sheet.getRangeByIndexes(row + 2, 0, 1, sheetColumns).values = [head];
  if (changes.length > 0) {
    const top = row + changeLead;
    const lines = withHeads<CoverageChange | null>(changes, heads, null);
    const body = sheet.getRangeByIndexes(top, 0, lines.length, sheetColumns);
    const formats = Array.from(
      { length: sheetColumns },
      (_, column) => ({ [count]: '0', [last]: 'yyyy-mm-dd' })[column] ?? '@',
    );
    body.numberFormat = repeated(lines.length, formats);
    body.values = lines.map((line) => (line === null ? head : cellsOfChange(line, words)));
    drawRules(body, lines.length);
    sheet.getRangeByIndexes(row + 2, count, lines.length + 1, 2).format.horizontalAlignment = 'Right';
    indent(sheet.getRangeByIndexes(row + 2, state, lines.length + 1, 1).format, 1);
    for (const kind of changeKinds) {
      const runs = runsOf(
        lines.map((line) => line?.kind === kind),
        { row: top, column: state, columns: 1 },
      );
      for (const { format } of manyAreas(sheet, runs)) format.font.color = colors[kind];
    }
  }
  drawHeads(sheet, row + 2, heads);
}

function cellsOfChange(
  { item, kind, activities, last: day }: CoverageChange,
  words: (typeof coverageWords)['fr'],
): (string | number)[] {
  return cellsOf({
    0: cellText(item.no),
    1: cellText(shortenToWidth(item.text, labelRoom, { size: sizes.body })),
    [owner]: cellText(item.action?.owner ?? ''),
    [count]: activities,
    [last]: day === null ? '' : toSerial(day),
    [state]: words.changes[kind],
  });
}
