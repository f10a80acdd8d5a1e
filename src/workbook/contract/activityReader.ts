import { normalizeNo, type Activity, type ItemFinder, type Occurrence, type Problem } from '../../plan';
import { safeLink } from '../../report';
import { RowReader, type DateReading } from './cells';
import { activitiesTable, type ActivityColumn } from './contract';
import { shownHeader, type FoundTable } from './tables';
import type { CellValue } from './values';

type Rows = readonly (readonly CellValue[])[];

export type ActivitiesTable = Pick<FoundTable<ActivityColumn>, 'at' | 'sheetName' | 'row' | 'column' | 'headers'>;

/** Columns that say the same on every row of an activity. */
const shared = ['planNo', 'title', 'details', 'participants', 'kind', 'link'] as const;

type Shared = (typeof shared)[number];

interface Draft {
  readonly id: string;
  readonly index: number;
  readonly fields: Record<Shared, string>;
  readonly occurrences: Occurrence[];
  /** Columns already said to differ from row to row. */
  readonly split: Set<Shared>;
}

/**
 * The activities that rows hold, in the order of their first rows: the rows of one id are one activity,
 * wherever they stand. Blank rows are none. A row without an id is an activity of its own.
 */
export function readActivities(
  rows: Rows,
  table: ActivitiesTable,
  finder: ItemFinder,
  dates: DateReading,
): { readonly activities: readonly Activity[]; readonly problems: readonly Problem[] } {
  const reader = new RowReader(table, dates);
  const drafts: Draft[] = [];
  const byId = new Map<string, Draft>();
  rows.forEach((row, index) => {
    if (reader.isBlank(row)) return;
    const id = reader.text(row, index, 'id');
    const known = id === '' ? undefined : byId.get(id);
    const draft = known ?? begin(reader, row, index, id, finder);
    if (known) join(reader, row, index, known, table.headers);
    else drafts.push(draft);
    if (id !== '') byId.set(id, draft);
    draft.occurrences.push(...readDatesOf(reader, row, index, draft));
  });
  return { activities: drafts.map(finish), problems: reader.problems };
}

function begin(
  reader: RowReader<ActivityColumn>,
  row: readonly CellValue[],
  index: number,
  id: string,
  finder: ItemFinder,
): Draft {
  const text = (column: Shared) => reader.text(row, index, column);
  const fields = {
    planNo: text('planNo'),
    title: text('title'),
    details: text('details'),
    participants: text('participants'),
    kind: text('kind'),
    link: text('link'),
  };
  if (id === '') reader.report('missingId', index, 'id', { title: fields.title });
  if (fields.title === '') reader.report('missingTitle', index, 'title', { id });
  if (fields.planNo !== '' && !finder.find(fields.planNo)) {
    reader.report('unknownNo', index, 'planNo', { no: fields.planNo });
  }
  if (fields.link !== '' && safeLink(fields.link) === undefined) {
    reader.report('unsafeLink', index, 'link', { link: fields.link });
  }
  return { id, index, fields, occurrences: [], split: new Set() };
}

/** Another row of an activity: it may fill what the first left blank, and is reported where it differs. */
function join(
  reader: RowReader<ActivityColumn>,
  row: readonly CellValue[],
  index: number,
  draft: Draft,
  headers: readonly string[],
): void {
  for (const column of shared) {
    const text = reader.text(row, index, column);
    const said = draft.fields[column];
    // Two spellings of a number are one number.
    if (text === '' || text === said || (column === 'planNo' && normalizeNo(text) === normalizeNo(said))) continue;
    if (draft.fields[column] === '') draft.fields[column] = text;
    else if (!draft.split.has(column)) {
      draft.split.add(column);
      reader.report('splitActivity', index, column, {
        id: draft.id,
        column: shownHeader(activitiesTable, column, headers),
      });
    }
  }
}

function readDatesOf(
  reader: RowReader<ActivityColumn>,
  row: readonly CellValue[],
  index: number,
  { fields }: Draft,
): Occurrence[] {
  const note = reader.text(row, index, 'note');
  const before = reader.problems.length;
  const found = reader.occurrences(row, index, 'date');
  if (found.length === 0) {
    // A date that is there and cannot be read has been reported as that.
    if (reader.problems.length === before) reader.report('missingDate', index, 'date', { title: fields.title });
    return [];
  }
  const [end] = reader.occurrences(row, index, 'end');
  return found.map((occurrence, position) => {
    const last = position === found.length - 1;
    return {
      ...occurrence,
      ...(note !== '' && { note }),
      ...(last && end !== undefined && endOf(reader, index, occurrence, end)),
    };
  });
}

function endOf(
  reader: RowReader<ActivityColumn>,
  index: number,
  { start }: Occurrence,
  { start: end }: Occurrence,
): Pick<Occurrence, 'end'> {
  if (end > start) return { end };
  if (end < start) reader.report('endBeforeStart', index, 'end', { start, end });
  return {};
}

/** What a row without an id goes by: unique within one reading, which is all that is asked of it; a repair gives a lasting one. */
export function madeUpId(index: number): string {
  return `row-${index + 1}`;
}

function finish({ id, index, fields, occurrences }: Draft): Activity {
  return {
    id: id === '' ? madeUpId(index) : id,
    planNo: fields.planNo === '' ? null : fields.planNo,
    occurrences,
    title: fields.title,
    details: splitLines(fields.details),
    participants: fields.participants
      .split(/[\n;]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    kind: fields.kind,
    link: fields.link,
  };
}

function splitLines(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
