import { languageOf } from '../i18n';
import {
  buildPlan,
  flatten,
  ItemFinder,
  yearOf,
  type Day,
  type PlacedPlanRow,
  type PlanHeading,
  type Problem,
  type Settings,
  type TrackedPlan,
} from '../plan';
import { readActivities } from './activities';
import { RowReader, type DateReading } from './cells';
import {
  activitiesTable,
  planTable,
  settingOf,
  settingsTable,
  type PlanColumn,
  type SettingColumn,
  type SettingName,
} from './contract';
import { translateError } from './errors';
import { TableSearch, type FoundTable } from './tables';
import { blocksOf, textOf, type Block, type CellValue } from './values';

type Rows = readonly (readonly CellValue[])[];

/**
 * Reads the whole workbook: one sync for the tables and their headers (two where a table has lost its
 * name), one for their values, and one more for each 4 MB beyond the first.
 */
export async function readPlan(context: Excel.RequestContext, today: Day): Promise<TrackedPlan> {
  const search = new TableSearch(context, [planTable, activitiesTable, settingsTable]);
  await search.sync();
  const tables = {
    plan: search.require(planTable),
    activities: search.require(activitiesTable),
    settings: search.find(settingsTable),
  };
  const [plan = [], activities = [], settings = []] = await readBodies(context, [
    tables.plan,
    tables.activities,
    ...(tables.settings ? [tables.settings] : []),
  ]);
  const stated = tables.settings ? readSettings(settings, tables.settings, today) : noSettings;
  const dates: DateReading = { language: languageOf(stated.settings.language), referenceYear: yearOf(today) };
  const rows = readPlanRows(plan, tables.plan, dates);
  const built = buildPlan(rows.rows, stated.heading);
  const found = readActivities(activities, tables.activities, new ItemFinder(flatten(built.plan)), dates);
  return {
    plan: built.plan,
    activities: found.activities,
    settings: stated.settings,
    problems: [
      ...tables.plan.problems,
      ...tables.activities.problems,
      ...stated.problems,
      ...rows.problems,
      ...built.problems,
      ...found.problems,
    ],
  };
}

/** Cells asked for at once: of the usual length, an answer of some 3.5 MB of the 5 that Excel on the web gives. */
const cellsInAnswer = 180_000;

interface Piece {
  readonly table: number;
  readonly sheet: Excel.Worksheet;
  readonly block: Block;
}

/**
 * The values of several tables' bodies: whole ranges, in as few answers as their size allows. An answer that
 * Excel refuses as too large, for long texts, is asked for again in smaller ones.
 */
async function readBodies(
  context: Excel.RequestContext,
  tables: readonly FoundTable<string>[],
): Promise<readonly Rows[]> {
  const bodies: CellValue[][][] = tables.map(() => []);
  let room = cellsInAnswer;
  let waiting = tables.flatMap(({ sheet, row, column, rows, headers }, table): Piece[] =>
    split({ table, sheet, block: { row, column, rows, columns: headers.length } }, room),
  );
  while (waiting.length > 0) {
    const asked = fitting(waiting, room).map(({ table, sheet, block }) => ({
      table,
      range: sheet.getRangeByIndexes(block.row, block.column, block.rows, block.columns).load('values'),
    }));
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- an answer may hold 5 MB: larger tables need several
      await context.sync();
    } catch (error) {
      if (translateError(error).code !== 'tooLarge' || room < cellsInAnswer / 100) throw error;
      room = Math.floor(room / 4);
      waiting = waiting.flatMap((piece) => split(piece, room));
      continue;
    }
    for (const { table, range } of asked) {
      for (const row of range.values as CellValue[][]) bodies[table]?.push(row);
    }
    waiting = waiting.slice(asked.length);
  }
  return bodies;
}

const split = (piece: Piece, mostCells: number): Piece[] =>
  blocksOf(piece.block, mostCells).map((block) => ({ ...piece, block }));

/** As many of the first pieces as an answer has room for; one at least. */
function fitting(pieces: readonly Piece[], room: number): readonly Piece[] {
  let cells = 0;
  const over = pieces.findIndex(({ block }, index) => {
    cells += block.rows * block.columns;
    return index > 0 && cells > room;
  });
  return over < 0 ? pieces : pieces.slice(0, over);
}

function readPlanRows(
  rows: Rows,
  table: FoundTable<PlanColumn>,
  dates: DateReading,
): { readonly rows: readonly PlacedPlanRow[]; readonly problems: readonly Problem[] } {
  const reader = new RowReader(table, dates);
  const placed = rows.flatMap((row, index): PlacedPlanRow[] => {
    if (reader.isBlank(row)) return [];
    const text = (column: PlanColumn) => reader.text(row, index, column);
    return [
      {
        no: text('no'),
        objective: text('objective'),
        strategy: text('strategy'),
        action: text('action'),
        owner: text('owner'),
        due: reader.day(row, index, 'due'),
        status: text('status'),
        place: reader.place(index, 'no'),
      },
    ];
  });
  return { rows: placed, problems: reader.problems };
}

interface StatedSettings {
  readonly heading: PlanHeading;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

const noSettings: StatedSettings = {
  heading: { organisation: '', title: '', strategyPeriod: '', actionPeriod: '' },
  settings: { language: '', lastCommittee: null },
  problems: [],
};

function readSettings(rows: Rows, table: FoundTable<SettingColumn>, today: Day): StatedSettings {
  const index = new Map<SettingName, number>();
  rows.forEach((row, position) => {
    const setting = settingOf(textOf(row[table.at.name ?? 0]));
    if (setting !== null && !index.has(setting)) index.set(setting, position);
  });
  const cell = (setting: SettingName): readonly [readonly CellValue[], number] => {
    const position = index.get(setting) ?? -1;
    return [rows[position] ?? [], position];
  };
  const undated = new RowReader(table, { language: 'fr', referenceYear: yearOf(today) });
  const text = (setting: SettingName) => undated.text(...cell(setting), 'value');
  const language = text('language');
  const reader = new RowReader(table, { language: languageOf(language), referenceYear: yearOf(today) });
  return {
    heading: {
      organisation: text('organisation'),
      title: text('title'),
      strategyPeriod: text('strategyPeriod'),
      actionPeriod: text('actionPeriod'),
    },
    settings: { language, lastCommittee: reader.day(...cell('lastCommittee'), 'value') },
    // Values of settings are kept as text: a date that was read is as good as any there.
    problems: [...table.problems, ...undated.problems, ...reader.problems].filter(({ code }) => code !== 'textDate'),
  };
}
