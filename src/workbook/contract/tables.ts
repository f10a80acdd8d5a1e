import { problem, type Problem } from '../../plan';
import {
  columnKeys,
  comparable,
  findColumns,
  headerOf,
  headersFor,
  type ColumnPositions,
  type TableSpec,
} from './contract';
import { refuse } from '../result';

/** A table as one sync found it. Lives inside a run only. */
export interface FoundTable<Column extends string> {
  readonly spec: TableSpec<Column>;
  readonly proxy: Excel.Table;
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly headers: readonly string[];
  readonly at: ColumnPositions<Column>;
  readonly problems: readonly Problem[];
  /** 0-based place of the body. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** What the next sync is asked about a table. */
interface TableQuery {
  readonly proxy: Excel.Table;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  readonly sheet: Excel.Worksheet;
}

function ask(proxy: Excel.Table): TableQuery {
  const [header, body, sheet] = [proxy.getHeaderRowRange(), proxy.getDataBodyRange(), proxy.worksheet];
  proxy.load('name');
  header.load('values');
  body.load('rowIndex,columnIndex,rowCount');
  sheet.load('id,name');
  return { proxy, header, body, sheet };
}

/**
 * Finds tables by name; those that have lost their name by their headers, at the cost of one more sync.
 * The caller may queue other queries before: the first sync carries them too.
 */
export class TableSearch {
  private readonly byName = new Map<TableSpec, TableQuery>();
  private readonly all: Excel.TableCollection;

  constructor(
    private readonly context: Excel.RequestContext,
    specs: readonly TableSpec[],
  ) {
    this.all = context.workbook.tables;
    this.all.load('items/name');
    for (const spec of specs) this.byName.set(spec, ask(this.all.getItemOrNullObject(spec.name)));
  }

  /** One sync, two where a table has lost its name. */
  async sync(): Promise<void> {
    await this.context.sync();
    const lost = [...this.byName].filter(([, { proxy }]) => proxy.isNullObject).map(([spec]) => spec);
    const found = new Set([...this.byName.values()].map(({ proxy }) => (proxy.isNullObject ? '' : proxy.name)));
    const unknown = this.all.items.filter(({ name }) => !found.has(name));
    if (lost.length === 0 || unknown.length === 0) return;
    const others = unknown.map(ask);
    await this.context.sync();
    for (const spec of lost) {
      const index = others.findIndex(({ header }) => findColumns(spec, headersOf(header)).missing.length === 0);
      const [query] = index < 0 ? [] : others.splice(index, 1);
      if (query) this.byName.set(spec, query);
    }
  }

  has(spec: TableSpec): boolean {
    return this.byName.get(spec)?.proxy.isNullObject === false;
  }

  /** Null where there is no such table. Refuses a table without a column that it needs. */
  find<Column extends string>(spec: TableSpec<Column>): FoundTable<Column> | null {
    const query = this.byName.get(spec);
    return query === undefined || query.proxy.isNullObject ? null : foundTable(spec, query);
  }

  /** Refuses a workbook without the table. */
  require<Column extends string>(spec: TableSpec<Column>): FoundTable<Column> {
    const found = this.find(spec);
    if (found) return found;
    throw refuse(
      'missingTable',
      { table: spec.name },
      { problems: [problem('missingTable', { kind: 'workbook' }, { table: spec.name })] },
    );
  }
}

function headersOf(header: Excel.Range): readonly string[] {
  return (header.values[0] ?? []).map(String);
}

function foundTable<Column extends string>(
  spec: TableSpec<Column>,
  { proxy, header, body, sheet }: TableQuery,
): FoundTable<Column> {
  const headers = headersOf(header);
  const { at, missing, repeated } = findColumns(spec, headers);
  const place = { kind: 'sheet', sheet: sheet.name } as const;
  const named = (column: Column) => ({ table: proxy.name, column: shownHeader(spec, column, headers) });
  const [lacking] = missing;
  if (lacking !== undefined) {
    const problems = missing.map((column) => problem('missingColumn', place, named(column)));
    throw refuse('missingColumn', named(lacking), { problems });
  }
  return {
    spec,
    proxy,
    name: proxy.name,
    sheet,
    sheetId: sheet.id,
    sheetName: sheet.name,
    headers,
    at,
    problems: repeated.map(({ position }) =>
      problem('duplicateColumn', place, { table: proxy.name, column: headers[position] ?? '' }),
    ),
    row: body.rowIndex,
    column: body.columnIndex,
    rows: body.rowCount,
  };
}

/** The header as the workbook's own language has it: the language of most of its other headers. */
export function shownHeader<Column extends string>(
  spec: TableSpec<Column>,
  column: Column,
  headers: readonly string[],
): string {
  return headerOf(spec, column, languageOfHeaders(spec, headers));
}

/** The language of most headers of a table; French where they are of neither. */
export function languageOfHeaders(spec: TableSpec, headers: readonly string[]): 'fr' | 'en' {
  const present = new Set(headers.map(comparable));
  const score = (language: 'fr' | 'en') =>
    columnKeys(spec).filter((key) => present.has(comparable(headerOf(spec, key, language)))).length;
  return score('en') > score('fr') ? 'en' : 'fr';
}

/** The values of one column of a table by its header, when the next sync has answered. */
export interface ColumnQuery {
  /** Null where no header of the contract names a column: then it is to be asked for by its place. */
  values(): readonly unknown[] | null;
}

/** Asks for a column by every header it may have: one sync finds table and column at once. */
export function askColumn<Column extends string>(
  spec: TableSpec<Column>,
  column: Column,
  table: Excel.Table,
): ColumnQuery {
  const columns = headersFor(spec, column).map((header) => {
    const proxy = table.columns.getItemOrNullObject(header);
    return { proxy: proxy.load('name'), body: proxy.getDataBodyRange().load('values') };
  });
  return {
    values: () => {
      const found = columns.find(({ proxy }) => !proxy.isNullObject);
      return found ? found.body.values.map(([value]): unknown => value) : null;
    },
  };
}
