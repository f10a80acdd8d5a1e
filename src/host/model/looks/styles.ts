import type { Border, BorderEdge, FontStyle, Style, StyleId, StylePatch } from './style';

export const DEFAULT_FONT: FontStyle = {
  name: 'Calibri',
  size: 11,
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  color: '#000000',
};

export const DEFAULT_STYLE: Style = {
  numberFormat: 'General',
  font: DEFAULT_FONT,
  fill: null,
  borders: {},
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  shrink: false,
  indent: 0,
  rotation: 0,
  locked: true,
  formulaHidden: false,
  quotePrefix: false,
};

/**
 * The styles of a workbook, each kept once. It only grows, so that an id stays good for undo; a style is never changed
 * in place.
 */
export class StyleTable {
  readonly #styles: Style[] = [];
  readonly #ids = new Map<string, StyleId>();
  readonly #changes = new Map<string, Map<StyleId, StyleId>>();
  /** Patches are often one object over a whole range: their key is made once. */
  readonly #patchKeys = new WeakMap<StylePatch, string>();

  constructor(defaultStyle: Style = DEFAULT_STYLE) {
    this.intern(defaultStyle);
  }

  get size(): number {
    return this.#styles.length;
  }

  /** The style of an id that this table gave; the default style for any other. */
  get(id: StyleId): Style {
    return this.#styles[id] ?? this.#styles[0]!;
  }

  /** The id of a style, the same for equal styles. */
  intern(style: Style): StyleId {
    const key = styleKey(style);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#styles.push(freeze(style)) - 1;
    this.#ids.set(key, id);
    return id;
  }

  /** Loading a file only, before its cells: the look of a cell without a format, style 0. */
  setDefault(style: Style): void {
    this.#ids.delete(styleKey(this.get(0)));
    this.#styles[0] = freeze(style);
    this.#ids.set(styleKey(style), 0);
    this.#changes.clear();
  }

  /** The id of a style with some properties changed; borders and font are merged, a null edge is removed. */
  change(id: StyleId, patch: StylePatch): StyleId {
    const changes = this.#changesBy(patch);
    const known = changes.get(id);
    if (known !== undefined) return known;
    const changed = this.intern(patched(this.get(id), patch));
    changes.set(id, changed);
    return changed;
  }

  #changesBy(patch: StylePatch): Map<StyleId, StyleId> {
    let key = this.#patchKeys.get(patch);
    if (key === undefined) {
      key = JSON.stringify(patch);
      this.#patchKeys.set(patch, key);
    }
    let changes = this.#changes.get(key);
    if (!changes) this.#changes.set(key, (changes = new Map<StyleId, StyleId>()));
    return changes;
  }
}

function patched(style: Style, patch: StylePatch): Style {
  const { font, borders, ...rest } = patch;
  return {
    ...style,
    ...defined(rest),
    font: font ? { ...style.font, ...defined(font) } : style.font,
    borders: borders ? patchedBorders(style.borders, borders) : style.borders,
  };
}

function patchedBorders(borders: Style['borders'], patch: NonNullable<StylePatch['borders']>): Style['borders'] {
  const result: Partial<Record<BorderEdge, Border>> = {};
  for (const edge of edges) {
    const change = patch[edge];
    const border = change === undefined ? borders[edge] : change;
    if (border) result[edge] = border;
  }
  return result;
}

const edges: readonly BorderEdge[] = ['left', 'right', 'top', 'bottom', 'diagonalUp', 'diagonalDown'];

/** Without the keys whose value is undefined: an absent property is one that is left alone. */
function defined<T extends object>(patch: T): Partial<T> {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  return entries.length === Object.keys(patch).length ? patch : (Object.fromEntries(entries) as Partial<T>);
}

/** Property by property, so that the order in which a style was built does not matter. */
function styleKey(style: Style): string {
  const { font, borders } = style;
  return JSON.stringify([
    style.numberFormat,
    [font.name, font.size, font.bold, font.italic, font.underline, font.strikethrough, font.color],
    style.fill,
    edges.map((edge) => [borders[edge]?.line, borders[edge]?.color]),
    style.horizontal,
    style.vertical,
    style.wrap,
    style.shrink,
    style.indent,
    style.rotation,
    style.locked,
    style.formulaHidden,
    style.quotePrefix,
    style.pivotButton ?? false,
    style.xf,
  ]);
}

function freeze(style: Style): Style {
  return Object.freeze({ ...style, font: Object.freeze(style.font), borders: Object.freeze(style.borders) });
}
