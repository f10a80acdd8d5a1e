import type { CellValue } from '../../model';
import type { Package } from '../package/package';
import { writtenValue } from './values';
import { decodeEntities } from '../xml/xml-text';

/**
 * The start of a record or of a value in it: prefix, local name, attributes. Records are scanned, not parsed into a
 * tree: a million small elements would cost more than all the rest of the file.
 */
const START = /<(?:[\w.-]+:)?(r|x|n|s|d|b|e|m)(?=[\s/>])((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const VALUE = /\sv\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** The records of a cache; null when they do not fit its fields. `items` are the shared items that `x` counts in. */
export function readRecords(
  pkg: Package,
  part: string,
  items: readonly (readonly CellValue[])[],
  date1904: boolean,
): CellValue[][] | null {
  const text = pkg.text(part);
  const rows: CellValue[][] = [];
  let row: CellValue[] | undefined;
  for (const [, name = '', attributes = ''] of text.matchAll(START)) {
    if (name === 'r') {
      if (row && row.length !== items.length) return null;
      rows.push((row = []));
      continue;
    }
    const written = VALUE.exec(attributes);
    const value = decodeEntities(written?.[1] ?? written?.[2] ?? '');
    const read = name === 'x' ? items[row?.length ?? 0]?.[Number(value)] : writtenValue(name, value, date1904);
    if (!row || read === undefined) return null;
    row.push(read);
  }
  return row && row.length !== items.length ? null : rows;
}
