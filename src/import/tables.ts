import { readDates } from '../dates';
import { type Day, fold, normalizeNo } from '../plan';
import {
  blankCell,
  cellText,
  hasWords,
  isFilled,
  type SourceCell,
  type SourceTable,
  type TextLine,
  writtenText,
} from './blocks';
import type { Collection, EntryExtras, EntryLink } from './collect';
import { type ColumnRole, type Columns, isTitled, readHeader, settleColumns } from './columns';
import { beginsWithDate, entryOfColumns, type Entry, readEntries } from './entries';
import { isRecurringTitle, readHeadingNumber, readItemLabel, readPeriod, readTimeHeading } from './labels';
import { splitNames } from './people';

type Row = readonly SourceCell[];

/** What tells a heading row from the first cell of an ordinary one, and reads it. */
export interface HeadingReader {
  heading(line: TextLine): void;
}

/** A reply in an activities cell that says there is none. */
const noActivity =
  /^(?:\(?\s*)?(?:aucune?s?\b|none\b|n\/?a\b|s\.?\/?o\.?$|à venir|a venir|à déterminer|tbd\b|to come|no activit|nil\b|rien\b|en cours|terminée?|complétée?|réalisée?|reportée?|annulée?|à faire|planned|done|in progress|completed|ongoing|not started|cancelled)/i;

/** The numbers that a column of numbers may give to what is beside it. */
const ownNumber = { objective: /^\d+$/, strategy: /^(?:R|\d+)\.\d+$/, action: /\.\d+\.\d+$/ } as const;

/** Reads the tables of a document; what one says of its columns and actions holds for the next, as pages break tables. */
export class TableReader {
  private columns: Columns | null = null;
  /** Actions beside the last row, for rows that its merged cell reaches into. */
  private rowActions: readonly string[] = [];
  /** What the row says of its action: what is not in it is said of its activities. */
  private placed: ReadonlySet<ColumnRole | null> = new Set();
  private dateLines: readonly TextLine[] = [];
  /** What headers said so far, folded. */
  private readonly headerTexts = new Set<string>();
  private isFirstRow = true;
  /** The header that each row of the table is, or null. */
  private headers: readonly (Columns | null)[] = [];

  constructor(
    private readonly found: Collection,
    private readonly headings: HeadingReader,
  ) {}

  read({ rows }: SourceTable): void {
    let settled = false;
    this.isFirstRow = this.columns !== null;
    this.headers = rows.map((row) => readHeader(row, this.found.context));
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      if (!row.some(isFilled)) continue;
      const header = this.headers[at] ?? null;
      if (header) {
        this.takeHeader(row, header, this.segment(rows, at + 1));
        settled = true;
      } else if (this.isHeading(row, rows, at, settled)) {
        for (const line of row.find(isFilled)?.lines ?? []) this.headings.heading(line);
      } else {
        if (!settled) this.settle(this.segment(rows, at), null);
        settled = true;
        this.readRow(row);
      }
    }
  }

  /** The rows up to the next header. */
  private segment(rows: readonly Row[], from: number): readonly Row[] {
    let end = from;
    while (end < rows.length && (this.headers[end] ?? null) === null) end += 1;
    return rows.slice(from, end);
  }

  private takeHeader(row: Row, header: Columns, segment: readonly Row[]): void {
    const { outline } = this.found;
    const isFirst = this.headerTexts.size === 0;
    row.forEach((cell, column) => {
      const text = cellText(cell);
      const [line] = cell.lines;
      // A row of data that looks like a header (« Actions de visibilité | Rencontre du maire ») is not to vanish.
      if (line && isTitled(text)) this.headings.heading(line);
      else if (line && !isFirst && !this.headerTexts.has(headerKey(text))) this.found.unplacedText(text, line.place);
      this.headerTexts.add(headerKey(text));
      const period = readPeriod(text);
      const role = header[column];
      if (period === '') return;
      if (role === 'action') outline.actionPeriod ||= period;
      else if (role === 'strategy' || role === 'objective') outline.strategyPeriod ||= period;
    });
    if (header.some((role) => role === 'action' || role === 'activity' || role === 'strategy')) {
      this.found.isLabelled = true;
    }
    this.settle(segment, header);
    this.isFirstRow = false;
  }

  private settle(segment: readonly Row[], header: Columns | null): void {
    this.columns = settleColumns(segment, header, this.columns, this.found.context) ?? this.columns;
    const column = this.columns?.indexOf('action') ?? -1;
    for (const row of segment) {
      const cell = row[column];
      if (isFilled(cell)) this.found.marks.learn(cell.lines);
    }
    this.rowActions = [];
  }

  /** A row with one text in its first cell that stands over what follows. */
  private isHeading(row: Row, rows: readonly Row[], at: number, settled: boolean): boolean {
    const filled = row.filter(isFilled);
    const [cell] = filled;
    const [line] = cell?.lines ?? [];
    if (filled.length !== 1 || !line || cell !== row[0]) return false;
    if (beginsWithDate(line, this.found.context)) return false;
    const text = cellText(cell).replace(/\n/g, ' ');
    const level = readItemLabel(text)?.level;
    const spans = row.length > 1 && row.slice(1).every(({ merged }) => merged === 'across');
    const says =
      level === null || isRecurringTitle(text) || readTimeHeading(text, this.found.context.language) !== null;
    let next = at + 1;
    while (next < rows.length && !rows[next]!.some(isFilled)) next += 1;
    const leads = (this.headers[next] ?? null) !== null;
    const beforeHeader = !settled && this.headers.slice(at + 1, at + 8).some((header) => header !== null);
    return row.length > 1 && (says || spans || leads || beforeHeader);
  }

  private readRow(row: Row): void {
    const { outline } = this.found;
    const isFirstRow = this.isFirstRow;
    this.isFirstRow = false;
    if (!this.columns) {
      for (const line of row.flatMap(({ lines }) => lines)) this.found.unplacedText(writtenText(line), line.place);
      return;
    }
    const before = outline.current;
    const cells = new RowCells(row, this.columns);
    const no = normalizeNo(cells.text('no'));
    const opened = (['objective', 'strategy'] as const).flatMap((role) => this.readItem(cells.cell(role), role, no));
    this.readActions(cells, no);
    if (this.rowActions.length === 0) this.rowActions = opened;
    const link = this.linkOf(cells, no);
    const entries = this.entriesOf(cells);
    if (entries.length === 0) {
      this.sayUnplaced(cells);
      return;
    }
    const lonely = outline.current === before && row.filter(isFilled).length === 1;
    const [only] = entries;
    if (only && entries.length === 1 && isUndated(only)) {
      const lines = [only.title, ...only.details];
      if (noActivity.test(lines.join(' ')) && only.source.length < 60) {
        this.found.unplacedText(only.source, only.place);
        return;
      }
      if (lonely && isFirstRow && this.found.continueActivity(lines)) return;
    }
    const extras = extrasOf(cells, this.placed);
    entries.forEach((entry, at) => {
      this.found.structured += 1;
      const own = at === entries.length - 1 ? extras : { ...extras, details: [] };
      this.found.add(entry, link, own);
    });
  }

  /** Opens what a cell of the plan names: what its column says, or a label in it (« Stratégie / Action »). Gives the action, where it is one. */
  private readItem(cell: SourceCell, role: 'objective' | 'strategy', no: string): readonly string[] {
    if (!isFilled(cell)) return [];
    const { outline } = this.found;
    const text = joined(cell);
    if (role === 'objective' && isRecurringTitle(text)) {
      outline.openRecurring(text);
      return [];
    }
    const labelled = readItemLabel(text);
    const label = labelled ?? readHeadingNumber(text);
    const level = labelled && labelled.word !== '' ? (labelled.level ?? role) : role;
    const own = label.no === '' && ownNumber[level].test(no) ? no : label.no;
    const title = label.title === '' ? text : label.title;
    const { place } = cell.lines[0]!;
    if (level === 'action') return [outline.openAction(own, title, place)];
    if (level === 'objective') outline.openObjective(own, title, place);
    else outline.openStrategy(own, title, place);
    return [];
  }

  private readActions(cells: RowCells, no: string): void {
    const cell = cells.cell('action');
    this.placed = new Set();
    if (cell.merged !== 'down' || this.rowActions.length === 0) this.openActions(cell, no);
    if (this.rowActions.length === 0) return;
    const due = this.readDue(cells.text('due'));
    this.placed = this.found.outline.describeAction({ owner: cells.text('owner'), status: cells.text('status'), due });
    if (due === null) this.placed = new Set([...this.placed].filter((role) => role !== 'due'));
  }

  private openActions(cell: SourceCell, no: string): void {
    this.rowActions = [];
    if (!isFilled(cell)) return;
    const { outline, marks } = this.found;
    const actions: string[] = [];
    for (const item of marks.read(cell.lines)) {
      if (item.kind === 'action') {
        const own = item.no === '' && ownNumber.action.test(no) ? no : item.no;
        actions.push(outline.openAction(own, item.text, item.place));
      } else {
        const kept = item.kind === 'sub' ? outline.addSubItem(item.text) : outline.continueItem(item.text);
        if (!kept) actions.push(outline.openAction('', item.text, item.place));
      }
    }
    if (actions.length === 0 && outline.currentAction !== null) actions.push(outline.currentAction);
    this.rowActions = actions;
  }

  private readDue(text: string): Day | null {
    const { language, year } = this.found.context;
    const read = readDates(text, { language, referenceYear: year });
    const [only, ...others] = read.occurrences;
    const isAll = others.length + read.problems.length + read.unread.length === 0 && only?.note === undefined;
    return only && isAll ? (only.end ?? only.start) : null;
  }

  private linkOf(cells: RowCells, no: string): EntryLink {
    const [first] = this.rowActions;
    if (first !== undefined) {
      const started = cells.cell('action').merged === 'no' && isFilled(cells.cell('action'));
      const several = this.rowActions.length > 1;
      const candidates = several ? this.candidatesOf(cells, first) : [];
      return { planNo: first, suggestedNo: null, candidates, fromRow: started };
    }
    if (no !== '' && this.found.outline.has(no))
      return { planNo: no, suggestedNo: null, candidates: [], fromRow: false };
    return this.found.sectionLink;
  }

  /** The cell's actions, with the one above where the cell begins with a sub-item of it. */
  private candidatesOf(cells: RowCells, first: string): readonly string[] {
    const [item] = this.found.marks.read(cells.cell('action').lines);
    const above = item?.kind === 'sub' ? first.replace(/\d+$/, (last) => String(Number(last) - 1)) : null;
    return above !== null && this.found.outline.has(above) ? [above, ...this.rowActions] : this.rowActions;
  }

  private entriesOf(cells: RowCells): Entry[] {
    const body = cells.cell('activity').lines;
    if (!cells.has('date')) return readEntries(body, this.found.context);
    const date = cells.cell('date');
    if (date.merged !== 'down') this.dateLines = withEnd(date.lines, cells.cell('end').lines);
    const dates = this.dateLines;
    if (body.length === 0 && dates.length === 0) return [];
    return [entryOfColumns(dates, body, this.found.context)];
  }

  /** A row of the plan without activity: its other columns still say something. */
  private sayUnplaced(cells: RowCells): void {
    const ofPlan: readonly (ColumnRole | null)[] = ['no', 'objective', 'strategy', 'action'];
    cells.each((role, cell) => {
      if (ofPlan.includes(role) || this.placed.has(role)) return;
      for (const line of cell.lines) this.found.unplacedText(writtenText(line), line.place);
    });
  }
}

/** The cells of a row by what their columns hold; the first of two columns of one role has it, the other is detail. */
class RowCells {
  constructor(
    private readonly row: Row,
    private readonly columns: Columns,
  ) {}

  has(role: ColumnRole): boolean {
    return this.columns.includes(role);
  }

  cell(role: ColumnRole): SourceCell {
    const column = this.columns.indexOf(role);
    return this.row[column] ?? blankCell;
  }

  text(role: ColumnRole): string {
    return joined(this.cell(role));
  }

  each(visit: (role: ColumnRole | null, cell: SourceCell) => void): void {
    this.row.forEach((cell, column) => {
      if (isFilled(cell)) visit(this.columns[column] ?? null, cell);
    });
  }
}

/** A header as it is compared with those above: pages repeat them with or without their years. */
function headerKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** The days of a row whose last day has a column of its own. */
function withEnd(dates: readonly TextLine[], ends: readonly TextLine[]): readonly TextLine[] {
  const [[start, ...others], [end, ...more]] = [dates, ends];
  if (!start || !end || others.length + more.length > 0) return [...dates, ...ends];
  const text = `${start.text} au ${end.text}`;
  return [{ ...start, text, runs: [{ text, bold: false, italic: false }] }];
}

function extrasOf(cells: RowCells, placed: ReadonlySet<ColumnRole | null>): EntryExtras {
  const details: string[] = [];
  cells.each((role, cell) => {
    const isActions = role === 'owner' || role === 'due' || role === 'status';
    if (role === null || role === 'details' || (isActions && !placed.has(role)))
      details.push(...cell.lines.map(writtenText));
  });
  return {
    details,
    participants: cells.cell('participants').lines.flatMap((line) => splitNames(line.text)),
    kind: cells.text('kind'),
    link: cells.text('link'),
  };
}

function joined(cell: SourceCell): string {
  return cellText(cell)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

function isUndated({ occurrences, unreadDates, source }: Entry): boolean {
  return occurrences.length === 0 && unreadDates.length === 0 && hasWords(source);
}
