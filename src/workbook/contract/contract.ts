import { languages, type Language } from '../../i18n';
import { sheets as en } from '../../i18n/en/sheets';
import { sheets as fr } from '../../i18n/fr/sheets';
import { fold } from '../../plan';

/**
 * What a tracking workbook holds: tables by ASCII name, their columns by header. A table is found by
 * its name, else by its headers; a column by its header in either language or a synonym, never by its
 * position. Columns that are not here are the person's own and are left alone.
 */

export const sheetWords: Readonly<Record<Language, typeof fr>> = { fr, en };

export type SheetKey = keyof typeof fr.names;

/** Both languages' names of a sheet: a workbook keeps the one it was made with. */
export function sheetNames(key: SheetKey): readonly string[] {
  return [...new Set(languages.map((language) => sheetWords[language].names[key]))];
}

export type ColumnFormat = 'text' | 'date' | 'number';

export interface ColumnSpec {
  /** Headers by which people call it, beside those of the catalogues. */
  readonly synonyms: readonly string[];
  /** Without it the table is not what it is taken for. */
  readonly required?: boolean;
  readonly format: ColumnFormat;
  /** Points, when the sheet is made. */
  readonly width: number;
  readonly wrap?: boolean;
}

export interface TableSpec<Column extends string = string> {
  readonly key: TableKey;
  /** ASCII, the same in every language: formulas and pivots refer to it. */
  readonly name: string;
  readonly sheet: SheetKey;
  readonly columns: Readonly<Record<Column, ColumnSpec>>;
}

export type TableKey = 'plan' | 'activities' | 'settings' | 'coverage';
export type PlanColumn = keyof typeof fr.plan;
export type ActivityColumn = keyof typeof fr.activities;
export type SettingColumn = keyof typeof fr.settings;
export type CoverageColumn = keyof typeof fr.coverage;
export type SettingName = keyof typeof fr.settingNames;

const text = (width: number, synonyms: readonly string[] = []) => ({ format: 'text', width, synonyms }) as const;
const date = (synonyms: readonly string[] = []) => ({ format: 'date', width: 76, synonyms }) as const;

export const planTable: TableSpec<PlanColumn> = {
  key: 'plan',
  name: 'Plan',
  sheet: 'plan',
  columns: {
    no: { ...text(48, ['Numéro', 'N°', 'Nº', 'Number', 'Code']), required: true },
    objective: {
      ...text(200, ['Objectif stratégique', 'Strategic objective', 'Axe', 'Goal']),
      required: true,
      wrap: true,
    },
    strategy: { ...text(200, ['Stratégies', 'Strategies']), required: true, wrap: true },
    action: { ...text(320, ['Actions']), required: true, wrap: true },
    owner: text(100, ['Porteur', 'Responsible', 'Lead']),
    due: date(['Date limite', 'Due date', 'Deadline']),
    status: text(72, ['État', 'State']),
  },
};

export const activitiesTable: TableSpec<ActivityColumn> = {
  key: 'activities',
  name: 'Activites',
  sheet: 'activities',
  columns: {
    id: { ...text(104, ['Identifiant', 'Identifier']), required: true },
    date: { ...date(['Début', 'Date de début', 'Start', 'Start date']), required: true },
    end: date(['Date de fin', 'End date']),
    planNo: { ...text(60, ['No du plan', 'Plan', 'No action', 'Action', 'Plan number', 'Plan item']), required: true },
    title: { ...text(240, ['Titre', 'Title']), required: true, wrap: true },
    details: { ...text(260, ['Détails', 'Détail', 'Description']), wrap: true },
    participants: { ...text(140, ['Participants', 'Personnes', 'People']), wrap: true },
    note: text(96, ['Remarque', 'Remark']),
    kind: text(72, ['Genre', 'Nature']),
    link: text(120, ['URL', 'Hyperlien', 'Hyperlink', 'Preuve', 'Evidence']),
    enteredBy: text(84, ['Auteur', 'Author']),
    enteredOn: date(['Date de saisie', 'Entry date']),
  },
};

export const settingsTable: TableSpec<SettingColumn> = {
  key: 'settings',
  name: 'Parametres',
  sheet: 'settings',
  columns: {
    name: { ...text(160, ['Paramètre', 'Setting']), required: true },
    value: { ...text(320), required: true, wrap: true },
  },
};

export const coverageTable: TableSpec<CoverageColumn> = {
  key: 'coverage',
  name: 'Couverture',
  sheet: 'data',
  columns: {
    no: text(48),
    objective: text(160),
    strategy: text(160),
    action: text(200),
    owner: text(100),
    covered: text(90),
    month: text(54),
    quarter: text(60),
    year: text(48),
    date: date(),
    activities: { format: 'number', width: 60, synonyms: [] },
    occurrences: { format: 'number', width: 72, synonyms: [] },
  },
};

const headerWords: Readonly<Record<TableKey, Readonly<Record<Language, Readonly<Record<string, string>>>>>> = {
  plan: { fr: fr.plan, en: en.plan },
  activities: { fr: fr.activities, en: en.activities },
  settings: { fr: fr.settings, en: en.settings },
  coverage: { fr: fr.coverage, en: en.coverage },
};

const settingSynonyms: Readonly<Record<SettingName, readonly string[]>> = {
  organisation: ['Organization', 'Organisme', 'Ordre'],
  title: ['Titre du rapport', 'Report title'],
  strategyPeriod: ['Stratégies', 'Strategies'],
  actionPeriod: ['Actions'],
  language: [],
  committee: [
    'Date du comité',
    'Dernier comité',
    'Date du dernier comité',
    'Dernière réunion du comité',
    'Committee date',
    'Last committee',
    'Last committee date',
    'Last committee meeting',
  ],
  format: [],
};

/** The names of a table's columns, in the contract's order. */
export function columnKeys<Column extends string>(table: TableSpec<Column>): readonly Column[] {
  // Object.keys forgets the type of the keys it lists.
  return Object.keys(table.columns) as Column[];
}

/** The column that a row is known by: the first of the contract. */
export function keyOf<Column extends string>(table: TableSpec<Column>): Column {
  const [key] = columnKeys(table);
  if (key === undefined) throw new Error(`The table ${table.name} has no columns.`);
  return key;
}

/** The header that a new table gets. */
export function headerOf<Column extends string>(table: TableSpec<Column>, column: Column, language: Language): string {
  return headerWords[table.key][language][column] ?? column;
}

/** Every header that a column may have, those of the catalogues first. */
export function headersFor<Column extends string>(table: TableSpec<Column>, column: Column): readonly string[] {
  return [
    ...new Set([...languages.map((language) => headerOf(table, column, language)), ...table.columns[column].synonyms]),
  ];
}

/** A header made comparable: case, accents, spaces and closing punctuation do not count. */
export function comparable(header: string): string {
  return fold(header)
    .replace(/\s+/g, '')
    .replace(/[.:;,*?!]+$/, '');
}

export type ColumnPositions<Column extends string> = Partial<Record<Column, number>>;

export interface FoundColumns<Column extends string> {
  /** 0-based positions in the table. */
  readonly at: ColumnPositions<Column>;
  /** Required ones that no header names. */
  readonly missing: readonly Column[];
  /** Ones that several headers name: the first is taken. */
  readonly repeated: readonly { readonly column: Column; readonly position: number }[];
}

/** Where each column stands, by its header. A header of the catalogues goes before a synonym. */
export function findColumns<Column extends string>(
  table: TableSpec<Column>,
  headers: readonly string[],
): FoundColumns<Column> {
  const at: ColumnPositions<Column> = {};
  const repeated: { column: Column; position: number }[] = [];
  const taken = new Set<number>();
  const claim = (names: (column: Column) => readonly string[], isRepeatable: boolean) => {
    for (const column of columnKeys(table)) {
      const wanted = new Set(names(column).map(comparable));
      headers.forEach((header, position) => {
        if (taken.has(position) || !wanted.has(comparable(header))) return;
        if (at[column] === undefined) at[column] = position;
        else if (isRepeatable) repeated.push({ column, position });
        else return;
        taken.add(position);
      });
    }
  };
  claim((column) => languages.map((language) => headerOf(table, column, language)), true);
  claim((column) => table.columns[column].synonyms, false);
  const missing = columnKeys(table).filter((column) => table.columns[column].required && at[column] === undefined);
  return { at, missing, repeated };
}

/** Which setting a name stands for, in either language or by a synonym. */
export function settingOf(name: string): SettingName | null {
  return settingsByName.get(comparable(name)) ?? null;
}

const settingsByName: ReadonlyMap<string, SettingName> = new Map(
  (Object.keys(settingSynonyms) as SettingName[]).flatMap((setting) =>
    [fr.settingNames[setting], en.settingNames[setting], ...settingSynonyms[setting]].map(
      (name): [string, SettingName] => [comparable(name), setting],
    ),
  ),
);
