import { strToU8 } from 'fflate';
import { newWorkbook } from '../../src/cli/session';
import { parseIso } from '../../src/plan';
import { buildReport } from '../../src/report';
import { archiveOf, archiveOfParts, partsOf, type ArchiveFile } from './archives';
import { generate } from './generator';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** The part of the first sheet. */
export const SHEET = 'xl/worksheets/sheet1.xml';

/** A good workbook, and what makes bad ones of it. */
export interface Specimen {
  readonly bytes: Uint8Array;
  readonly parts: Readonly<Record<string, string>>;
  readonly files: readonly ArchiveFile[];
  /** With a part put or replaced. */
  readonly withPart: (name: string, text: string) => Uint8Array;
  readonly edited: (name: string, change: (text: string) => string) => Uint8Array;
  /** With these rows in its first sheet, and this after them. */
  readonly withCells: (rows: string, after?: string) => Uint8Array;
  readonly without: (name: string) => ArchiveFile[];
  readonly and: (...more: readonly ArchiveFile[]) => Uint8Array;
}

export function specimenOf(bytes: Uint8Array): Specimen {
  const parts = partsOf(bytes);
  const files = Object.entries(parts).map(([name, text]): ArchiveFile => ({ name, content: strToU8(text) }));
  const withPart = (name: string, text: string): Uint8Array => archiveOfParts({ ...parts, [name]: text });
  return {
    bytes,
    parts,
    files,
    withPart,
    edited: (name, change) => withPart(name, change(parts[name] ?? '')),
    withCells: (rows, after = '') => withPart(SHEET, `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`),
    without: (name) => files.filter((file) => file.name !== name),
    and: (...more) => archiveOf([...files, ...more]),
  };
} // prettier-ignore

/** A tracking workbook with a report and a coverage: tables, a PivotTable, a chart, names, formats. */
export async function trackingSpecimen(): Promise<Specimen> {
  const today = parseIso('2021-10-15')!;
  const session = newWorkbook({ language: 'fr', today });
  const { gateway } = session;
  const { plan, activities } = generate({ actions: 6, activities: 8 });
  await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' });
  const read = await gateway.readPlan();
  if (!read.ok) throw new Error(read.error.code);
  const period = { from: null, to: null };
  await gateway.writeReport(
    buildReport(read.value, { language: 'fr', today, period, paper: 'letter', order: 'plan', onlyUncovered: false }),
  );
  await gateway.writeCoverage({ plan, activities, period, today, language: 'fr' });
  return specimenOf(session.toXlsx());
}

/** A text for each number from 1. */
export const numbered = (count: number, of: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index + 1)).join('');

/** The container of older Office, with a stream of a name in it. */
export function oleFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(4_096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let at = 0; at < stream.length; at++) bytes[1_024 + at * 2] = stream.charCodeAt(at);
  return bytes;
}
