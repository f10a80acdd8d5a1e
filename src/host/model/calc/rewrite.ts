import { rangeArguments, type IndexedRange } from './aggregates';
import { intersects } from '../geometry/rect';
import { printFormula } from './print';
import { RangeIndex, usedRows } from './range-index';
import type { Area, Place, References } from './references';
import { sameShape } from './shape';
import { withoutDeadReferences, type CallNode, type Node } from './syntax';

/** In front of the name of a function that is answered from an index. */
export const INDEXED = 'INDEXED_';

/** Functions whose first value alone goes into the cell: spilling over others is not modelled. */
const spilling = new Set(
  'FILTER SORT UNIQUE SORTBY SEQUENCE RANDARRAY TOCOL TOROW CHOOSEROWS CHOOSECOLS VSTACK HSTACK WRAPROWS WRAPCOLS EXPAND TAKE DROP'.split(
    ' ',
  ),
);

/** Calculations that an index is kept for without being asked. */
const IDLE = 8;

interface Kept {
  readonly area: Area;
  readonly index: RangeIndex;
  idle: number;
}

/** Indices of ranges, kept from one calculation to the next as long as no cell of the range changes. */
export class IndexStore {
  readonly #indices = new Map<string, Kept>();

  index(area: Area, rows: number): RangeIndex {
    const { sheet, rect } = area;
    const key = `${sheet.id}!${rect.row}:${rect.column}:${rows}:${rect.columns}`;
    let kept = this.#indices.get(key);
    if (!kept) this.#indices.set(key, (kept = { area, index: new RangeIndex(area, rows), idle: 0 }));
    kept.idle = 0;
    return kept.index;
  }

  /** Cells changed: what was known of ranges around them does not hold. */
  forget({ sheet, rect }: Area): void {
    for (const [key, { area }] of this.#indices) {
      if (area.sheet === sheet && intersects(area.rect, rect)) this.#indices.delete(key);
    }
  }

  /** Ends a calculation: what has not been asked for some of them goes. */
  age(): void {
    for (const [key, kept] of this.#indices) {
      kept.idle += 1;
      if (kept.idle > IDLE) this.#indices.delete(key);
    }
  }
}

/** The ranges of the calls of one calculation, each call's by a number that stands in the rewritten formula. */
export class IndexedCalls {
  readonly #calls: (() => readonly IndexedRange[])[] = [];
  readonly #numbers = new Map<string, string>();

  constructor(private readonly store: IndexStore) {}

  /** The number of a call over these ranges, which have the same shape. */
  add(areas: readonly Area[]): string {
    const key = areas
      .map(({ sheet, rect }) => `${sheet.id}!${rect.row}:${rect.column}:${rect.rows}:${rect.columns}`)
      .join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      let ranges: readonly IndexedRange[] | undefined;
      number = String(this.#calls.push(() => (ranges ??= this.#build(areas))) - 1);
      this.#numbers.set(key, number);
    }
    return number;
  }

  ranges(number: string): readonly IndexedRange[] {
    return this.#calls[Number(number)]!();
  }

  #build(areas: readonly Area[]): readonly IndexedRange[] {
    const rows = Math.max(...areas.map(usedRows));
    return areas.map((area) => ({
      index: this.store.index(area, rows),
      unlisted: (area.rect.rows - rows) * area.rect.columns,
    }));
  }
}

/** Whether a range holds a formula: its values are not known before the calculation, so no index can serve. */
export type HasFormula = (area: Area) => boolean;

/**
 * Puts a formula into what the library takes: a table's bare name becomes its data, and a call of a conditional
 * aggregate over plain ranges becomes `INDEXED_COUNTIFS("3",criterion…)`.
 */
export function rewrite(
  formula: string,
  node: Node,
  place: Place,
  references: References,
  calls: IndexedCalls,
  hasFormula: HasFormula,
): string {
  const changed = new Set<Node>();
  const replace = (part: Node): string | undefined => {
    if ('args' in part) {
      const indexed = indexedCall(part);
      if (indexed !== undefined) changed.add(part);
      return indexed;
    }
    if (!('name' in part)) return undefined;
    const table = references.tableNamed(part.name, place);
    if (!table) return undefined;
    changed.add(part);
    return `${table.name}[#Data]`;
  };
  const indexedCall = (call: CallNode): string | undefined => {
    const positions = rangeArguments(call.name, call.args.length);
    if (!positions) return undefined;
    const areas = sameShape(
      call.name,
      positions.map((position) => onlyArea(references.areasOf(call.args[position]!, place))),
    );
    if (!areas || areas.some(hasFormula)) return undefined;
    const criteria = call.args
      .filter((_, position) => !positions.includes(position))
      .map((part) => printFormula(part, replace));
    return `${INDEXED}${call.name}("${calls.add(areas)}",${criteria.join(',')})`;
  };
  const printed = printFormula(node, replace);
  if ('args' in node && spilling.has(node.name.replace(/^_XLFN\.(_XLWS\.)?/, ''))) return `INDEX(${printed},1,1)`;
  return changed.size > 0 ? printed : withoutDeadReferences(formula);
}

function onlyArea(areas: readonly Area[]): Area | undefined {
  return areas.length === 1 ? areas[0] : undefined;
}
