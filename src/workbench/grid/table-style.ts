import type { Border } from '../../host/model/looks/style';
import type { TableState } from '../../host/model/tables/state';
import { theme, tinted } from './colour';
import type { Edges, Layer } from './look';

/** What of a table decides how its cells look. */
export type StyledTable = Omit<TableState, 'name' | 'columns' | 'filters' | 'showFilterButton'>;

/** One family of Excel's table styles in one colour. */
interface Palette {
  readonly header: Layer;
  readonly body: Layer;
  readonly band: Layer;
  readonly total: Layer;
  readonly strong: Layer;
  readonly outline?: Border;
  /** Between rows. */
  readonly inner?: Border;
  readonly innerVertical?: Border;
}

const thin = (color: string): Border => ({ line: 'thin', color });
const medium = (color: string): Border => ({ line: 'medium', color });

/** The layer a table's style puts under one of its cells. */
export function tableLayer(table: StyledTable, row: number, column: number): Layer {
  const palette = paletteOf(table.style);
  if (!palette) return {};
  const { rect } = table;
  const first = row === rect.row;
  const last = row === rect.row + rect.rows - 1;
  const header = table.showHeaders && first;
  const total = table.showTotals && last;
  const bodyRow = row - rect.row - (table.showHeaders ? 1 : 0);
  const firstColumn = column === rect.column;
  const lastColumn = column === rect.column + rect.columns - 1;
  const strong = (table.highlightFirstColumn && firstColumn) || (table.highlightLastColumn && lastColumn);
  const banded =
    (table.showBandedRows && bodyRow % 2 === 0) || (table.showBandedColumns && (column - rect.column) % 2 === 0);

  const part = header
    ? palette.header
    : total
      ? palette.total
      : banded
        ? { ...palette.body, ...palette.band }
        : palette.body;
  const frame: Edges = {
    ...(palette.inner && !header && !total && { top: palette.inner, bottom: palette.inner }),
    ...(palette.innerVertical && { left: palette.innerVertical, right: palette.innerVertical }),
    ...(palette.outline && {
      ...(first && { top: palette.outline }),
      ...(last && { bottom: palette.outline }),
      ...(firstColumn && { left: palette.outline }),
      ...(lastColumn && { right: palette.outline }),
    }),
  };
  return { ...part, ...(strong && !header && !total && palette.strong), borders: { ...frame, ...part.borders } };
}

const made = new Map<string, Palette | null>();

function paletteOf(style: string | null): Palette | null {
  if (style === null) return null;
  const known = made.get(style);
  if (known !== undefined) return known;
  const [, family, digits] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
  const palette = family === undefined ? null : build(family, Number(digits));
  made.set(style, palette);
  return palette;
}

/** Each family is numbered by sevens: first without an accent, then the six accents of the theme. */
function build(family: string, number: number): Palette | null {
  if (number < 1) return null;
  const accent = theme.accents[((number - 1) % 7) - 1] ?? theme.dark;
  const group = Math.floor((number - 1) / 7);
  const soft = accent === theme.dark ? '#D9D9D9' : tinted(accent, 0.8);
  const softer = accent === theme.dark ? '#A6A6A6' : tinted(accent, 0.6);
  const line = accent === theme.dark ? theme.dark : tinted(accent, 0.4);
  if (family === 'Light') return light(group, accent, soft);
  if (family === 'Medium') return mediumFamily(group, accent, soft, softer, line);
  return dark(accent);
}

function light(group: number, accent: string, soft: string): Palette | null {
  const text = accent === theme.dark ? theme.dark : tinted(accent, -0.25);
  if (group === 0)
    return {
      header: { bold: true, color: text, borders: { top: thin(accent), bottom: thin(accent) } },
      body: { color: text },
      band: { fill: soft },
      total: { bold: true, color: text, borders: { top: thin(accent), bottom: thin(accent) } },
      strong: { bold: true },
    };
  if (group === 1)
    return {
      header: { bold: true, fill: accent, color: theme.light },
      body: {},
      band: {},
      total: { bold: true, borders: { top: { line: 'double', color: accent } } },
      strong: { bold: true },
      outline: thin(accent),
      inner: thin(accent),
    };
  if (group === 2)
    return {
      header: { bold: true, borders: { bottom: medium(accent) } },
      body: {},
      band: { fill: soft },
      total: { bold: true, borders: { top: { line: 'double', color: accent } } },
      strong: { bold: true },
      outline: thin(accent),
      inner: thin(accent),
      innerVertical: thin(accent),
    };
  return null;
}

function mediumFamily(group: number, accent: string, soft: string, softer: string, line: string): Palette | null {
  const solid: Layer = { bold: true, fill: accent, color: theme.light };
  if (group === 0)
    return {
      header: solid,
      body: {},
      band: { fill: soft },
      total: { bold: true, borders: { top: { line: 'double', color: accent } } },
      strong: { bold: true },
      outline: thin(line),
      inner: thin(line),
    };
  if (group === 1)
    return {
      header: { ...solid, borders: { bottom: { line: 'thick', color: theme.light } } },
      body: { fill: soft },
      band: { fill: softer },
      total: { ...solid, borders: { top: { line: 'thick', color: theme.light } } },
      strong: solid,
      inner: thin(theme.light),
      innerVertical: thin(theme.light),
    };
  if (group === 2)
    return {
      header: { ...solid, borders: { top: medium(theme.dark), bottom: medium(theme.dark) } },
      body: {},
      band: { fill: '#D9D9D9' },
      total: { bold: true, borders: { top: { line: 'double', color: theme.dark }, bottom: medium(theme.dark) } },
      strong: solid,
    };
  if (group === 3)
    return {
      header: { bold: true, fill: soft },
      body: { fill: soft },
      band: { fill: softer },
      total: { bold: true, borders: { top: medium(accent) } },
      strong: { bold: true },
      outline: thin(line),
      inner: thin(line),
      innerVertical: thin(line),
    };
  return null;
}

function dark(accent: string): Palette {
  const ground = accent === theme.dark ? '#737373' : accent;
  return {
    header: { bold: true, fill: theme.dark, color: theme.light },
    body: { fill: ground, color: theme.light },
    band: { fill: tinted(ground, -0.25), color: theme.light },
    total: { bold: true, fill: tinted(ground, -0.5), color: theme.light },
    strong: { bold: true, fill: tinted(ground, -0.5) },
  };
}
