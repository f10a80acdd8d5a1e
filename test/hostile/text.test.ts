import ExcelJS from 'exceljs';
import { openXlsx, saveXlsx, type CellValue, type Workbook } from '../../src/host';
import { flatten, parseIso, type Action, type Activity, type Plan } from '../../src/plan';
import { buildReport } from '../../src/report';
import { createGateway, type Gateway, type NewActivity, type Result, type SettingValues } from '../../src/workbook';
import { asCell, hostileTexts, isHeld } from '../support/hostile';
import { openBridge, type BridgeHarness } from '../support/office';

const today = parseIso('2021-10-15')!;
const everything = { from: null, to: null };

/** 10,000 texts; the long ones are few, as each is half as large as all others together. */
const texts = hostileTexts(10_000, { seed: 20_211_015 }).map(({ text }) => text);
/** An empty text is no value; what Excel counts one character more for its apostrophe is looked at on its own. */
const held = texts.filter((text) => isHeld(text) && text !== '' && asCell(text).length < 32_767);
const unheld = texts.filter((text) => !isHeld(text));

let office: BridgeHarness;
let gateway: Gateway;

beforeEach(() => open());
afterEach(() => office.dispose());

function open(workbook?: Workbook): void {
  office = openBridge(workbook);
  gateway = createGateway({ today: () => today });
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error).slice(0, 2_000));
  return result.value;
}

/** A plan whose every text is one of those given. */
function planOf(some: readonly string[]): Plan {
  const next = some[Symbol.iterator]();
  const take = (): string => {
    const { done, value: text } = next.next();
    return done ? 'fin' : text;
  };
  return {
    organisation: take(),
    title: take(),
    strategyPeriod: take(),
    actionPeriod: take(),
    objectives: ['1', '2'].map((no) => ({
      no,
      title: take(),
      kind: 'strategic',
      strategies: ['1', '2', '3'].map((second) => ({
        no: `${no}.${second}`,
        title: take(),
        actions: Array.from({ length: 20 }, (_, index): Action => ({
          no: `${no}.${second}.${index + 1}`,
          text: take(),
          subItems: [],
          owner: take(),
          due: null,
          status: take(),
        })),
      })),
    })),
  };
}

const plainPlan = planOf(['Ordre', 'Plan', '2020-2023', '2020-2021', 'Objectif', 'Stratégie', 'Action']);

/** Five texts make an activity: what is left over goes round. */
const textsEach = 5;

function activityOf(some: readonly string[], index: number): Omit<NewActivity, 'enteredBy' | 'enteredOn'> {
  const at = (offset: number): string => some[(index * textsEach + offset) % some.length] ?? '';
  return {
    planNo: `1.1.${(index % 20) + 1}`,
    occurrences: [{ start: today, note: at(0) }],
    title: at(1),
    details: [at(2)],
    participants: [at(3)],
    kind: at(4),
    link: '',
  };
}

/** The rows that the activities must be in the sheet, column by column. */
const rowOf = ({ title, details, participants, kind, occurrences }: Omit<Activity, 'id'>): readonly string[] =>
  [title, details.join('\n'), participants.join('\n'), occurrences[0]?.note ?? '', kind].map(asCell);

/** The names of Excel's errors: the cell keeps one that somebody typed, but Excel gives it as it gives an error. */
const isErrorName = (text: string) => /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/.test(text);

/** A text as the plan is read: without white space around it; what looks like an error is a problem, and no text. */
const asRead = (text: string) => (isErrorName(asCell(text)) ? '' : asCell(text).trim());

const trimmed = (row: readonly CellValue[]) => row.map((text) => (typeof text === 'string' ? text.trim() : text));

const columns = { title: 4, details: 5, participants: 6, note: 7, kind: 8 } as const;

/** What stands in the cells of a sheet, and every cell that is anything but text. */
function cellsOf(workbook: Workbook, sheetName: string) {
  const sheet = workbook.sheetByName(sheetName)!;
  const grid: CellValue[][] = [];
  const formulas: string[] = [];
  for (const { row, column, cell } of sheet.cells.within(sheet.cells.extent()!)) {
    if (cell.formula !== undefined) formulas.push(cell.formula);
    (grid[row] ??= [])[column] = cell.value;
  }
  return { grid, formulas };
}

/** The texts of the activities' table, and that nothing of it computes. */
function activityRows(workbook: Workbook): readonly (readonly CellValue[])[] {
  const { grid, formulas } = cellsOf(workbook, 'Activités');
  expect(formulas).toEqual([]);
  return grid.slice(1).map((row) => Object.values(columns).map((column) => row[column] ?? ''));
}

const count = Math.ceil(held.length / textsEach);
const all = Array.from({ length: count }, (_, index) => activityOf(held, index));

it('are enough, of every kind', () => {
  expect(texts).toHaveLength(10_000);
  expect(held.length).toBeGreaterThan(9_000);
  expect(unheld.length).toBeGreaterThan(200);
});

it('are appended as they are', async () => {
  value(await gateway.createTrackingWorkbook({ plan: plainPlan, activities: [], language: 'fr' }));
  for (const activity of all) value(await gateway.append({ ...activity, enteredBy: '', enteredOn: today }));
  expect(activityRows(office.workbook)).toEqual(all.map(rowOf));
});

it('are refused, by character and field, where no cell holds them', async () => {
  value(await gateway.createTrackingWorkbook({ plan: plainPlan, activities: [], language: 'fr' }));
  const before = cellsOf(office.workbook, 'Activités');
  for (const text of unheld) {
    const refused = await gateway.append({ ...activityOf([text], 0), title: text, enteredBy: '', enteredOn: today });
    if (refused.ok) throw new Error(`accepted: ${JSON.stringify(text)}`);
    const { code, params } = refused.error;
    expect(code).toBe(asCell(text).length > 32_767 ? 'textTooLong' : 'badCharacter');
    expect(params).toMatchObject({ column: 'Activité' });
  }
  expect(cellsOf(office.workbook, 'Activités')).toEqual(before);
});

it('are put in the place of others as they are', async () => {
  value(await gateway.createTrackingWorkbook({ plan: plainPlan, activities: [], language: 'fr' }));
  value(await gateway.append({ ...activityOf(['avant'], 0), enteredBy: '', enteredOn: today }));
  for (const activity of all) {
    const [before] = value(await gateway.readPlan()).activities;
    value(await gateway.updateActivity(before!, { ...activity, id: before!.id }));
    // A cell that says the same but for white space around it is left as it was typed.
    expect(activityRows(office.workbook).map(trimmed)).toEqual([trimmed(rowOf(activity))]);
  }
});

it('are settings as they are', async () => {
  value(await gateway.createTrackingWorkbook({ plan: plainPlan, activities: [], language: 'fr' }));
  const names = ['organisation', 'title', 'strategyPeriod', 'actionPeriod'] as const;
  for (let index = 0; index < held.length; index += names.length) {
    const values = Object.fromEntries(names.map((name, offset) => [name, held[(index + offset) % held.length]]));
    value(await gateway.writeSettings(values as Partial<SettingValues>));
    const { grid, formulas } = cellsOf(office.workbook, 'Paramètres');
    expect(formulas).toEqual([]);
    expect(grid.slice(1, 5).map((row) => row[1])).toEqual(names.map((name) => asCell(values[name] ?? '')));
  }
});

describe('in a workbook that holds them all', () => {
  const plan = planOf(held);
  const activities = all.map((activity, index): Activity => ({ ...activity, id: `id${index}` }));

  beforeEach(async () => {
    value(await gateway.createTrackingWorkbook({ plan, activities: [], language: 'fr' }));
    const added = { plan, addedItems: [], activities, into: 'tracking', language: 'fr' } as const;
    value(await gateway.importPlan({ ...added, enteredBy: '', enteredOn: today }));
  });

  it('they are imported, and read again, as they are', async () => {
    expect(activityRows(office.workbook)).toEqual(activities.map(rowOf));
    const read = value(await gateway.readPlan());
    expect(read.activities.map(({ title, kind }) => [title, kind])).toEqual(
      activities.map(({ title, kind }) => [title, kind].map(asRead)),
    );
    const named = activities.flatMap(rowOf).filter((text) => isErrorName(text));
    const told = read.problems.filter(
      ({ place, code }) => place.kind === 'cell' && place.sheet === 'Activités' && code === 'errorValue',
    );
    expect(told).toHaveLength(named.length);
    expect(read.plan.organisation).toBe(asCell(plan.organisation).trim());
  });

  it('the report shows them and computes none', async () => {
    const report = buildReport(value(await gateway.readPlan()), {
      language: 'fr',
      today,
      period: everything,
      paper: 'letter',
      order: 'plan',
      onlyUncovered: false,
    });
    value(await gateway.writeReport(report));
    const { grid, formulas } = cellsOf(office.workbook, 'Rapport');
    expect(formulas).toEqual([]);
    const shown = report.rows.map(({ cells }) => cells.map(({ text }) => asCell(text)));
    // What a page repeats of the one before stands in cells that the report leaves blank.
    const found = shown.map((row, index) => row.map((text, column) => (text === '' ? '' : grid[index]?.[column])));
    expect(found).toEqual(shown);
  });

  it('the coverage shows them as labels, and computes its own formulas only', async () => {
    const { plan: read, activities: done } = value(await gateway.readPlan());
    value(await gateway.writeCoverage({ plan: read, activities: done, period: everything, today, language: 'fr' }));
    const theirs = /1\+1|cmd\||HYPERLINK|IMPORTXML|WEBSERVICE|DDE|RTD|CALL\(|EXEC|SOMME|MSEXCEL/;
    for (const sheet of ['Couverture', 'Données']) {
      expect(cellsOf(office.workbook, sheet).formulas.filter((formula) => theirs.test(formula))).toEqual([]);
    }
    const { grid: data } = cellsOf(office.workbook, 'Données');
    const labels = data.slice(1).flatMap((row) => [1, 2, 3].map((column) => row[column] ?? ''));
    // A number may be written wider, for labels to be sorted as numbers are, and a long text be cut.
    const shown = new Map(
      labels.map((label) => {
        const [, no = '', text = ''] = /^([\d.]+) ?(.*)$/s.exec(typeof label === 'string' ? label : '') ?? [];
        return [no.split('.').map(Number).join('.'), text.replace(/…$/, '').trimEnd()];
      }),
    );
    const lost = flatten(read).filter(({ no, text }) => !text.startsWith(shown.get(no) ?? '\0'));
    expect(lost).toEqual([]);
    const [pivot] = office.workbook.pivots;
    const records = pivot?.records.rows ?? [];
    // Beside the table stand the formulas' own columns, which have more rows.
    const rows = data.slice(1, records.length + 1);
    const columnOf = (field: string): number => data[0]?.indexOf(field) ?? -1;
    expect(records.length).toBeGreaterThan(100);
    expect(records).toEqual(rows.map((row) => pivot?.fields.map((field) => row[columnOf(field)] ?? null)));
    expect(office.workbook.slicers.length).toBeGreaterThan(0);
    // Items that differ by their case only are one, as in Excel.
    const lower = (text: CellValue | undefined) => (typeof text === 'string' ? text.toLowerCase() : text);
    for (const { items, definition } of office.workbook.slicers) {
      const column = columnOf(definition.field);
      expect(new Set(items.map(({ label }) => lower(label)))).toEqual(new Set(rows.map((row) => lower(row[column]))));
    }
  });

  it('a file keeps them: ours opened again, and as exceljs reads it', async () => {
    const bytes = saveXlsx(office.workbook);
    expect(activityRows(openXlsx(bytes))).toEqual(activities.map(rowOf));
    const other = new ExcelJS.Workbook();
    await other.xlsx.load(Buffer.from(bytes).buffer);
    const sheet = other.getWorksheet('Activités')!;
    const found = activities.map((_, index) =>
      Object.values(columns).map((column) => sheet.getCell(index + 2, column + 1).value ?? ''),
    );
    expect(found).toEqual(activities.map(rowOf));
  });
});
