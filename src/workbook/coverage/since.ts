import type { ChangeKind, CoverageChange } from '../../plan';
import { shortenToWidth, sizes } from '../../report';
import { sheetWords } from '../contract/contract';
import { cellsOf, drawHeading, drawLine, drawRules, figures, headerLook, indent, sheetColumns } from './look';
import { labelRoom, type ChangeModel } from './model';
import { cellText } from '../contract/escape';
import type { CoverageRequest } from '../model';
import { palette } from '../sheets/palette';
import { applyLook } from '../report/format';
import { toSerial } from '../contract/serial';
import { repeated } from '../contract/values';

/** The columns of the owner, over three of figures, and of what follows it. */
const owner = figures;
const count = owner + 3;
const last = count + 1;
const state = last + 1;

/** Rows that it takes: title, figures, heads, items and a blank one. */
export function changeHeight({ changes }: ChangeModel): number {
  return changes.length + 4;
}

const colors: Readonly<Record<ChangeKind, string>> = {
  newlyCovered: palette.present,
  stillActive: palette.present,
  silent: palette.waiting,
  neverCovered: palette.missing,
};

/** Queues what has changed since the committee's last meeting, said in words, from the row of its title on. */
export function drawChange(
  sheet: Excel.Worksheet,
  row: number,
  { title, figures: sums, changes }: ChangeModel,
  { language }: CoverageRequest,
): void {
  const words = sheetWords[language];
  drawHeading(sheet, row, title);
  drawLine(sheet, row + 1, sums, {});
  const head = sheet.getRangeByIndexes(row + 2, 0, 1, sheetColumns);
  const { no, action, owner: ownerHead } = words.coverage;
  head.values = [
    cellsOf({
      0: no,
      1: action,
      [owner]: ownerHead,
      [count]: words.newCount,
      [last]: words.last,
      [state]: words.state,
    }),
  ];
  applyLook(head.format, headerLook);
  if (changes.length === 0) return;
  const top = row + 3;
  const body = sheet.getRangeByIndexes(top, 0, changes.length, sheetColumns);
  const formats = Array.from(
    { length: sheetColumns },
    (_, column) => ({ [count]: '0', [last]: 'yyyy-mm-dd' })[column] ?? '@',
  );
  body.numberFormat = repeated(changes.length, formats);
  body.values = changes.map(({ item, kind, activities, last: day }) =>
    cellsOf({
      0: cellText(item.no),
      1: cellText(shortenToWidth(item.text, labelRoom, { size: sizes.body })),
      [owner]: cellText(item.action?.owner ?? ''),
      [count]: activities,
      [last]: day === null ? '' : toSerial(day),
      [state]: words.changes[kind],
    }),
  );
  drawRules(body, changes.length);
  sheet.getRangeByIndexes(row + 2, count, changes.length + 1, 2).format.horizontalAlignment = 'Right';
  indent(sheet.getRangeByIndexes(row + 2, state, changes.length + 1, 1).format, 1);
  for (const { kind, start, rows } of runsOfKinds(changes)) {
    sheet.getRangeByIndexes(top + start, state, rows, 1).format.font.color = colors[kind];
  }
}

/** The changes come by kind: four runs at most. */
function runsOfKinds(changes: readonly CoverageChange[]): { kind: ChangeKind; start: number; rows: number }[] {
  const runs: { kind: ChangeKind; start: number; rows: number }[] = [];
  changes.forEach(({ kind }, start) => {
    const run = runs.at(-1);
    if (run?.kind === kind) run.rows += 1;
    else runs.push({ kind, start, rows: 1 });
  });
  return runs;
}
