import type { CSSProperties } from 'react';
import type { Border, HorizontalAlignment, Style } from '../../host/model/looks/style';

export type Edge = 'left' | 'right' | 'top' | 'bottom';
export type Edges = Readonly<Partial<Record<Edge, Border>>>;

/** What a table, a PivotTable or a conditional format puts under or over a cell's own style. */
export interface Layer {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly borders?: Edges;
}

/** How a cell is drawn, all layers together. */
export interface Look {
  readonly fill: string | null;
  readonly color: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  readonly borders: Edges;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: Style['vertical'];
  readonly wrap: boolean;
  readonly indent: number;
  readonly rotation: number;
}

const automatic = '#000000';

/** The cell's own style wins over the layers under it, and yields to those over it. */
export function compose(style: Style, under: readonly Layer[], over: readonly Layer[]): Look {
  const { font } = style;
  const pick = <Key extends keyof Layer>(key: Key): Layer[Key] => over.find((layer) => layer[key] !== undefined)?.[key];
  const beneath = <Key extends keyof Layer>(key: Key): Layer[Key] =>
    under.find((layer) => layer[key] !== undefined)?.[key];
  const borders: Partial<Record<Edge, Border>> = {};
  for (const edge of ['left', 'right', 'top', 'bottom'] as const) {
    const border = pick('borders')?.[edge] ?? style.borders[edge] ?? beneath('borders')?.[edge];
    if (border) borders[edge] = border;
  }
  return {
    fill: pick('fill') ?? style.fill ?? beneath('fill') ?? null,
    color: pick('color') ?? (font.color === automatic ? (beneath('color') ?? font.color) : font.color),
    bold: pick('bold') ?? (font.bold || (beneath('bold') ?? false)),
    italic: pick('italic') ?? font.italic,
    underline: pick('underline') ?? font.underline !== 'None',
    strikethrough: pick('strikethrough') ?? font.strikethrough,
    fontName: font.name,
    fontSize: font.size,
    borders,
    horizontal: style.horizontal,
    vertical: style.vertical,
    wrap: style.wrap || style.horizontal === 'Justify' || style.horizontal === 'Distributed',
    indent: style.indent,
    rotation: style.rotation,
  };
}

/** `Calibri` is not everywhere: what has its measure stands in for it, so that lines break where Excel breaks them. */
export function fontFamily(name: string): string {
  const quoted = `"${name.replaceAll('"', '')}"`;
  if (/^(?:calibri|aptos|carlito)/i.test(name)) return `${quoted}, Carlito, "Workbench Calibri", sans-serif`;
  if (/^(?:cambria|times|georgia|liberation serif)/i.test(name)) return `${quoted}, "Liberation Serif", serif`;
  if (/^(?:consolas|courier|liberation mono)/i.test(name)) return `${quoted}, "Liberation Mono", monospace`;
  return `${quoted}, Arial, "Liberation Sans", sans-serif`;
}

export const fontPixels = (look: Pick<Look, 'fontSize'>): number => Math.round(look.fontSize * (96 / 72) * 100) / 100;

/** The `font` of CSS and of a canvas. */
export function fontOf(look: Pick<Look, 'fontName' | 'fontSize' | 'bold' | 'italic'>): string {
  return `${look.italic ? 'italic ' : ''}${look.bold ? 'bold ' : ''}${fontPixels(look)}px ${fontFamily(look.fontName)}`;
}

/** What CSS makes of a look: the box of the cell and the text in it. */
export interface CellCss {
  readonly box: CSSProperties;
  readonly text: CSSProperties;
  /** Drawn over the lines of the grid to the left and above, as a fill or a border is. */
  readonly covers: boolean;
}

const verticalPlace = {
  Top: 'flex-start',
  Center: 'center',
  Bottom: 'flex-end',
  Justify: 'flex-start',
  Distributed: 'center',
};

export function cssOf(look: Look): CellCss {
  const edges = look.borders;
  const bordered = Object.keys(edges).length > 0;
  const covers = bordered || look.fill !== null;
  const decoration = [look.underline && 'underline', look.strikethrough && 'line-through'].filter(Boolean).join(' ');
  return {
    covers,
    box: {
      ...(look.fill !== null && { background: look.fill }),
      ...(covers && {
        borderLeft: borderCss(edges.left),
        borderRight: borderCss(edges.right),
        borderTop: borderCss(edges.top),
        borderBottom: borderCss(edges.bottom),
        zIndex: bordered ? 2 : 1,
      }),
      justifyContent: verticalPlace[look.vertical],
      ...padding(look, covers),
    },
    text: {
      fontFamily: fontFamily(look.fontName),
      fontSize: fontPixels(look),
      color: look.color,
      ...(look.bold && { fontWeight: 'bold' }),
      ...(look.italic && { fontStyle: 'italic' }),
      ...(decoration !== '' && { textDecoration: decoration }),
      whiteSpace: look.wrap ? 'pre-wrap' : 'pre',
    },
  };
}

/** The text stays where it is whatever is drawn around it: a covering cell is a pixel larger to the left and above. */
function padding({ borders, horizontal, indent }: Look, covers: boolean): CSSProperties {
  const grown = covers ? 1 : 0;
  const beside = (border: Border | undefined) => grown - (border ? borderWidth(border) : 0);
  const [left, right] = horizontal === 'Right' ? [3, 3 + indent * 9] : [3 + indent * 9, 3];
  return {
    paddingLeft: Math.max(0, left + beside(borders.left)),
    paddingRight: Math.max(0, right + beside(borders.right)),
    paddingTop: Math.max(0, beside(borders.top)),
    paddingBottom: Math.max(0, beside(borders.bottom)),
  };
}

const lines: Readonly<Record<string, readonly [number, string]>> = {
  hair: [1, 'dotted'],
  dotted: [1, 'dotted'],
  dashed: [1, 'dashed'],
  dashDot: [1, 'dashed'],
  dashDotDot: [1, 'dashed'],
  thin: [1, 'solid'],
  medium: [2, 'solid'],
  mediumDashed: [2, 'dashed'],
  mediumDashDot: [2, 'dashed'],
  mediumDashDotDot: [2, 'dashed'],
  slantDashDot: [2, 'dashed'],
  thick: [3, 'solid'],
  double: [3, 'double'],
};

const borderWidth = (border: Border): number => lines[border.line]?.[0] ?? 1;

function borderCss(border: Border | undefined): string {
  if (!border) return '0 none';
  const [width, style] = lines[border.line] ?? [1, 'solid'];
  return `${width}px ${style} ${border.color}`;
}
