import { HostError } from '../../errors';
import type { Border, BorderEdge, Rect, Sheet, Style, StylePatch } from '../../model';
import { asNumber, asOneOf, invalidArgument, itemNotFound } from '../arguments';
import { asColor } from './colors';
import { define, type ClassDefinition } from '../define';
import type { Restyling } from '../host-object';
import { uniform, type RangeRef } from './ref';
import type { Json } from '../../wire/protocol';

/** How Office.js names a line of SpreadsheetML: a style and a weight. */
const lines = [
  { line: 'thin', style: 'Continuous', weight: 'Thin' },
  { line: 'medium', style: 'Continuous', weight: 'Medium' },
  { line: 'thick', style: 'Continuous', weight: 'Thick' },
  { line: 'hair', style: 'Continuous', weight: 'Hairline' },
  { line: 'dashed', style: 'Dash', weight: 'Thin' },
  { line: 'mediumDashed', style: 'Dash', weight: 'Medium' },
  { line: 'dotted', style: 'Dot', weight: 'Thin' },
  { line: 'dashDot', style: 'DashDot', weight: 'Thin' },
  { line: 'mediumDashDot', style: 'DashDot', weight: 'Medium' },
  { line: 'dashDotDot', style: 'DashDotDot', weight: 'Thin' },
  { line: 'mediumDashDotDot', style: 'DashDotDot', weight: 'Medium' },
  { line: 'double', style: 'Double', weight: 'Thick' },
  { line: 'slantDashDot', style: 'SlantDashDot', weight: 'Medium' },
] as const;

const styles = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const weights = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

const MAX_PATCHES = 200;
const thin: Border = { line: 'thin', color: '#000000' };

/** A border changed as `style`, `weight` or `color` says; null is no border. */
export function changeBorder(
  before: Border | null,
  change: { style?: unknown; weight?: unknown; color?: unknown },
): Border | null {
  let border = before;
  if (change.style !== undefined) {
    const style = asOneOf(change.style, styles);
    const weight = lines.find(({ line }) => line === before?.line)?.weight;
    const line =
      lines.find((entry) => entry.style === style && entry.weight === weight) ??
      lines.find((entry) => entry.style === style);
    border = line ? { line: line.line, color: before?.color ?? thin.color } : null;
  }
  if (change.weight !== undefined) {
    const weight = asOneOf(change.weight, weights);
    const style = lines.find(({ line }) => line === border?.line)?.style ?? 'Continuous';
    const line =
      lines.find((entry) => entry.style === style && entry.weight === weight) ??
      lines.find((entry) => entry.style === 'Continuous' && entry.weight === weight);
    border = { line: line?.line ?? thin.line, color: border?.color ?? thin.color };
  }
  if (change.color !== undefined) border = { ...(border ?? thin), color: asColor(change.color) };
  return border;
}

export function styleOf(border: Border | null | undefined): string {
  return lines.find(({ line }) => line === border?.line)?.style ?? 'None';
}

export function weightOf(border: Border | null | undefined): string {
  return lines.find(({ line }) => line === border?.line)?.weight ?? 'Thin';
}

const sides = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;

export type Side = (typeof sides)[number];

/** A row of a rectangle; itself where it has no other: a report draws lines above some ten thousand of single rows. */
function rowOf(rect: Rect, row: number): Rect {
  return rect.rows === 1 ? rect : { row, column: rect.column, rows: 1, columns: rect.columns };
}

interface Strip {
  readonly rect: Rect;
  readonly edge: BorderEdge;
}

/** Which edge of which cells is a side of a range. A side inside is an edge of the cells on both of its hands. */
function strips(rect: Rect, side: Side): readonly Strip[] {
  const { row, column, rows, columns } = rect;
  switch (side) {
    case 'EdgeTop':
      return [{ rect: rowOf(rect, row), edge: 'top' }];
    case 'EdgeBottom':
      return [{ rect: rowOf(rect, row + rows - 1), edge: 'bottom' }];
    case 'EdgeLeft':
      return [{ rect: { ...rect, columns: 1 }, edge: 'left' }];
    case 'EdgeRight':
      return [{ rect: { ...rect, column: column + columns - 1, columns: 1 }, edge: 'right' }];
    case 'InsideHorizontal':
      return rows < 2
        ? []
        : [
            { rect: { ...rect, rows: rows - 1 }, edge: 'bottom' },
            { rect: { ...rect, row: row + 1, rows: rows - 1 }, edge: 'top' },
          ];
    case 'InsideVertical':
      return columns < 2
        ? []
        : [
            { rect: { ...rect, columns: columns - 1 }, edge: 'right' },
            { rect: { ...rect, column: column + 1, columns: columns - 1 }, edge: 'left' },
          ];
    case 'DiagonalDown':
      return [{ rect, edge: 'diagonalDown' }];
    case 'DiagonalUp':
      return [{ rect, edge: 'diagonalUp' }];
  }
}

export interface BorderRef {
  readonly range: RangeRef;
  readonly side: Side;
  /** Worked out once: what is set on the same cells in turn is known by them. */
  readonly strips: readonly Strip[];
}

/** A line of a range, by the name of its side. Throws `InvalidArgument` for what is none. */
export function borderOf(range: RangeRef, name: unknown): BorderRef {
  const side = asOneOf(name, sides);
  return { range, side, strips: strips(range.rect, side) };
}

function read<V>({ range, strips: [strip] }: BorderRef, pick: (border: Border | undefined) => V): V | null {
  if (!strip) return pick(undefined);
  return uniform({ sheet: range.sheet, rect: strip.rect }, (style: Style) => pick(style.borders[strip.edge]));
}

type BorderChange = Parameters<typeof changeBorder>[1];

/** Where a range has no such side (a single row has nothing between its rows), Excel on the desktop fails. */
function change({ range: { sheet }, strips: all }: BorderRef, wanted: BorderChange): void {
  if (all.length === 0) throw new HostError('InvalidOperation', 'The range has no line inside.');
  for (const strip of all) {
    sheet.styles.change(strip.rect, borderPatch(strip.edge, changeBorder(present(sheet, strip), wanted)));
  }
}

/**
 * Lines set together, of ranges of one sheet, where each is an edge of one row or column of cells only and all become
 * the same; on top of what waits to be set on the same cells.
 */
function restyled(
  lines: readonly BorderRef[],
  wanted: BorderChange,
  waiting: Restyling | undefined,
): Restyling | undefined {
  const sheet = lines[0]?.range.sheet;
  if (!sheet) return undefined;
  const rects: Rect[] = [];
  let last: { readonly before: Border | null; readonly patch: StylePatch } | undefined;
  for (const { strips: all } of lines) {
    const [strip] = all;
    if (!strip || all.length > 1) return undefined;
    const { rect, edge } = strip;
    const pending = waiting?.sheet === sheet && waiting.rects[rects.length] === rect ? waiting.patch : undefined;
    const set = pending?.borders?.[edge];
    const before = set === undefined ? present(sheet, strip) : set;
    if (last?.before !== before) {
      const patch = borderPatch(edge, changeBorder(before, wanted));
      if (last && last.patch !== patch) return undefined;
      last = { before, patch };
    }
    rects.push(rect);
  }
  return last && { sheet, rects, patch: last.patch };
}

function present(sheet: Sheet, { rect, edge }: Strip): Border | null {
  return sheet.workbook.styles.get(sheet.styles.at(rect.row, rect.column)).borders[edge] ?? null;
}

const patches = new Map<string, StylePatch>();

/** One patch for one border, as for hundreds of ranges set together: the model recognises it by its identity. */
function borderPatch(edge: BorderEdge, border: Border | null): StylePatch {
  const key = `${edge} ${border?.line ?? ''} ${border?.color ?? ''}`;
  let patch = patches.get(key);
  if (!patch) {
    if (patches.size >= MAX_PATCHES) patches.clear();
    patches.set(key, (patch = { borders: { [edge]: border } }));
  }
  return patch;
}

export const rangeBorderClass: ClassDefinition<BorderRef> = define<BorderRef>('RangeBorder', {
  identity: ({ side }) => ({ Id: side }),
  get: {
    SideIndex: ({ side }) => side,
    Style: (ref) => read(ref, styleOf),
    Weight: (ref) => read(ref, weightOf),
    Color: (ref) => read(ref, (border) => border?.color ?? ''),
  },
  restyle: {
    Style: (ref, style, waiting) => restyled([ref], { style }, waiting),
    Weight: (ref, weight, waiting) => restyled([ref], { weight }, waiting),
    Color: (ref, color, waiting) => restyled([ref], { color }, waiting),
  },
  set: {
    Style: (ref, style) => change(ref, { style }),
    Weight: (ref, weight) => change(ref, { weight }),
    Color: (ref, color) => change(ref, { color }),
  },
});

/** What `rangeBorderClass` says of one line, of the same line of several ranges. */
export const restyledTogether = {
  Style: (lines: readonly BorderRef[], style: Json, waiting: Restyling | undefined) =>
    restyled(lines, { style }, waiting),
  Weight: (lines: readonly BorderRef[], weight: Json, waiting: Restyling | undefined) =>
    restyled(lines, { weight }, waiting),
  Color: (lines: readonly BorderRef[], color: Json, waiting: Restyling | undefined) =>
    restyled(lines, { color }, waiting),
};

export const rangeBorderCollectionClass: ClassDefinition<RangeRef> = define<RangeRef>('RangeBorderCollection', {
  get: { Count: () => sides.length },
  items: (range) => sides.map((side) => rangeBorderClass.of(borderOf(range, side))),
  item: (range, args) => rangeBorderClass.of(borderOf(range, args.raw(0))),
  call: {
    GetItemAt: (range, args) => {
      const side = sides[asNumber(args.raw(0))];
      if (side === undefined) throw itemNotFound();
      return rangeBorderClass.of(borderOf(range, side));
    },
  },
});

/** A side's name in `setCellProperties`, as an edge of one cell. */
export function edgeOf(name: string): BorderEdge {
  const edges = {
    top: 'top',
    bottom: 'bottom',
    left: 'left',
    right: 'right',
    diagonalDown: 'diagonalDown',
    diagonalUp: 'diagonalUp',
  } as const;
  if (!Object.hasOwn(edges, name)) throw invalidArgument();
  return edges[name as keyof typeof edges];
}
