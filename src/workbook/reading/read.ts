import { languageOf } from '../../i18n';
import {
  buildPlan,
  compareDays,
  flatten,
  ItemFinder,
  lastCommitteeOn,
  yearOf,
  type Day,
  type PlacedPlanRow,
  type PlanHeading,
  type Problem,
  type Settings,
  type TrackedPlan,
} from '../../plan';
import { readActivities } from '../contract/activityReader';
import type { BlockQuery, Rows } from '../contract/blocks';
import { readStill } from './still';
import { RowReader, type DateReading } from '../contract/cells';
import { askDateSystem } from '../contract/dateSystem';
import {
  activitiesTable,
  planTable,
  settingOf,
  settingsTable,
  type ActivityColumn,
  type PlanColumn,
  type SettingColumn,
  type SettingName,
} from '../contract/contract';
import { TableSearch, type FoundTable } from '../contract/tables';
import { textOf, type CellValue } from '../contract/values';

/** A table and the rows of its body. */
export interface ReadTable<Column extends string> {
  readonly table: FoundTable<Column>;
  readonly rows: Rows;
}

/** The tables of a tracking workbook, read. */
export interface ReadTables {
  readonly plan: ReadTable<PlanColumn>;
  readonly activities: ReadTable<ActivityColumn>;
  readonly settings: ReadTable<SettingColumn> | null;
}

/** How often the tables are read again that others change shape of meanwhile. */
export const mostTries = 3;

/**
 * The cells of the tables: one sync for the tables and their headers (two where a table has lost its name), one for
 * their values, and one more for each 4 MB beyond the first, with a last one there to see that nothing has moved.
 * Refuses a workbook without the plan or the activities, and one that counts its days from 1904.
 * Tables that somebody has moved or changed the columns or rows of between two syncs are read again.
 */
export async function readTables(context: Excel.RequestContext, tries = mostTries): Promise<ReadTables> {
  const search = new TableSearch(context, [planTable, activitiesTable, settingsTable]);
  const dates = askDateSystem(context);
  await search.sync();
  dates.check();
  const plan = search.require(planTable);
  const activities = search.require(activitiesTable);
  const settings = search.find(settingsTable);
  const tables = [plan, activities, ...(settings ? [settings] : [])];
  const { read, isOfOneMoment } = await readStill(context, tables, tables.map(bodyOf));
  const [planRows = [], activityRows = [], settingRows = []] = read;
  if (!isOfOneMoment && tries > 1) return readTables(context, tries - 1);
  return {
    plan: { table: plan, rows: planRows },
    activities: { table: activities, rows: activityRows },
    settings: settings && { table: settings, rows: settingRows },
  };
}

/** What the cells of the tables come to. */
export interface Understood {
  readonly tracked: TrackedPlan;
  /** How dates typed as text were read. */
  readonly dates: DateReading;
}

/** What the tables say, and every problem of theirs. Pure. */
export function understand({ plan, activities, settings }: ReadTables, today: Day): Understood {
  const stated = settings ? readSettings(settings.rows, settings.table, today) : noSettings;
  const dates: DateReading = { language: languageOf(stated.settings.language), referenceYear: yearOf(today) };
  const rows = readPlanRows(plan.rows, plan.table, dates);
  const built = buildPlan(rows.rows, stated.heading);
  const found = readActivities(activities.rows, activities.table, new ItemFinder(flatten(built.plan)), dates);
  const tracked: TrackedPlan = {
    plan: built.plan,
    activities: found.activities,
    settings: stated.settings,
    problems: [
      ...plan.table.problems,
      ...activities.table.problems,
      ...stated.problems,
      ...rows.problems,
      ...built.problems,
      ...found.problems,
    ],
  };
  return { tracked, dates };
}

/** Where the rows of a table stand. */
export function bodyOf({
  sheet,
  row,
  column,
  rows,
  headers,
}: Pick<FoundTable<string>, 'sheet' | 'row' | 'column' | 'rows' | 'headers'>): BlockQuery {
  return { sheet, block: { row, column, rows, columns: headers.length } };
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
  settings: { language: '', lastCommittee: null, committeeDates: [] },
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
  const committeeDates = rows
    .flatMap((row, position) =>
      settingOf(textOf(row[table.at.name ?? 0])) === 'committee' ? (reader.day(row, position, 'value') ?? []) : [],
    )
    .sort(compareDays);
  return {
    heading: {
      organisation: text('organisation'),
      title: text('title'),
      strategyPeriod: text('strategyPeriod'),
      actionPeriod: text('actionPeriod'),
    },
    settings: { language, lastCommittee: lastCommitteeOn(today, committeeDates), committeeDates },
    // Values of settings are kept as text: a date that was read is as good as any there.
    problems: [...table.problems, ...undated.problems, ...reader.problems].filter(({ code }) => code !== 'textDate'),
  };
}
