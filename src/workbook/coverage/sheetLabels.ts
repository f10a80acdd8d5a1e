import { report as en } from '../../i18n/en/report';
import { report as fr } from '../../i18n/fr/report';
import { parseNo, type ParsedNo } from '../../plan';
import { textOf, type CellValue } from '../contract/values';

/**
 * The number of the nearest label at or above the last row; of several on a row, the one lowest in the plan.
 * What was filed on a whole strategy stands under its actions and is none of theirs.
 */
export function lastLabel(rows: readonly (readonly CellValue[])[]): string | null {
  let onStrategy = false;
  for (const row of [...rows].reverse()) {
    if (says(row[0], wholeObjective)) return null;
    onStrategy ||= says(row[1], wholeStrategy);
    const [lowest] = row
      .flatMap((value) => labelNo(value) ?? [])
      .filter(({ level }) => !onStrategy || level !== 'action')
      .sort((a, b) => b.parts.length - a.parts.length);
    if (lowest !== undefined) return lowest.no;
  }
  return null;
}

const wholeStrategy = [fr.wholeStrategy, en.wholeStrategy];
const wholeObjective = [fr.wholeObjective, en.wholeObjective];

/** A note is broken over lines, and may go on in the next cell, where its column is narrow: what stands first is its beginning. */
function says(value: CellValue | undefined, notes: readonly string[]): boolean {
  const text = textOf(value).trim().replace(/\n/g, ' ');
  return text.length > 8 && notes.some((note) => note.startsWith(text));
}

/** What is said again on top of a page may stand beside the rest of a lower label: its first place is looked for. */
const continued = [fr.continued, en.continued];

/** « 1.1.2 Texte » and « 1.1.2 » begin with a number of the plan; a count, which is a number for Excel, does not. */
function labelNo(value: CellValue): ParsedNo | null {
  if (typeof value !== 'string' || continued.some((mark) => value.endsWith(mark))) return null;
  const [start = ''] = value.trim().split(/[\s|]/, 1);
  return parseNo(start);
}
