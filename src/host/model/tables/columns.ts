import { sameName } from '../formulas/names';

export interface TableColumn {
  readonly id: number;
  readonly name: string;
}

/** Names as Excel makes them for headers: never blank (`Colonne3`), never twice (`Nom`, `Nom2`), whatever the case. */
export function headerNames(texts: readonly string[], prefix: string): readonly string[] {
  const names: string[] = [];
  texts.forEach((text, i) => {
    names.push(
      unused(text === '' ? `${prefix}${i + 1}` : text, [...names, ...texts.slice(i + 1).filter(() => text === '')]),
    );
  });
  return names;
}

function unused(name: string, taken: readonly string[]): string {
  const isTaken = (candidate: string): boolean => taken.some((other) => sameName(other, candidate));
  if (!isTaken(name)) return name;
  for (let n = 2; ; n++) if (!isTaken(`${name}${n}`)) return `${name}${n}`;
}

/** Columns of the names; one that stays in place keeps its id, new ones get the next. */
export function columnsOf(names: readonly string[], former: readonly TableColumn[]): readonly TableColumn[] {
  let lastId = former.reduce((max, { id }) => Math.max(max, id), 0);
  return names.map((name, i) => ({ id: former[i]?.id ?? ++lastId, name }));
}

/** Columns that are put in among others: named once their headers are read. */
export function newColumns(former: readonly TableColumn[], count: number): readonly TableColumn[] {
  const lastId = former.reduce((max, { id }) => Math.max(max, id), 0);
  return Array.from({ length: count }, (_, i) => ({ id: lastId + 1 + i, name: '' }));
}
