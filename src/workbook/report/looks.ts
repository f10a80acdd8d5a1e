import { sizes, type CellStyle } from '../../report';
import { fontFamily, palette } from '../sheets/palette';

export interface Look {
  readonly name?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
  /** False where a text runs over the blank cells beside it. */
  readonly wrap?: boolean;
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
}

/** How each style of the report looks, beside what all cells have in common. */
export const looks: Readonly<Record<CellStyle, Look>> = {
  blank: {},
  organisation: { size: sizes.heading, color: palette.quiet, wrap: false },
  title: { size: sizes.title, bold: true, color: palette.accent, wrap: false },
  subtitle: { color: palette.quiet, wrap: false },
  figures: { bold: true, color: palette.ink, wrap: false },
  columnHeader: { bold: true, color: palette.paper, fill: palette.accent, vertical: 'Center' },
  coverageHeader: { bold: true, color: palette.paper, fill: palette.accent, vertical: 'Center', wrap: false },
  bandLabel: { bold: true, color: palette.accent, fill: palette.band, wrap: false, vertical: 'Bottom' },
  band: { size: sizes.heading, bold: true, color: palette.accent, fill: palette.band, wrap: false, vertical: 'Center' },
  bandCoverage: { bold: true, color: palette.accent, fill: palette.band, wrap: false, vertical: 'Bottom' },
  strategy: { bold: true },
  action: {},
  note: { color: palette.quiet },
  continued: { italic: true, color: palette.quiet },
  dates: {},
  activity: { bold: true },
  details: { color: palette.quiet },
  link: { color: palette.accent },
  none: { italic: true, color: palette.missing },
  coverage: { bold: true, color: palette.ink, wrap: false },
};

/** What a cell's font and wrapping are before any style. */
export const plain = { bold: false, italic: false, color: palette.ink, wrap: true } as const;

/** What makes one look of another, among those of a body's cells. */
export function difference(style: CellStyle, from: CellStyle): Look {
  const [next, before] = [
    { ...plain, ...looks[style] },
    { ...plain, ...looks[from] },
  ];
  // Excel gives a link a font and a colour of its own.
  if (style === 'link') return { name: fontFamily, size: sizes.body, bold: false, color: next.color, vertical: 'Top' };
  return {
    ...(next.bold !== before.bold && { bold: next.bold }),
    ...(next.italic !== before.italic && { italic: next.italic }),
    ...(next.color !== before.color && { color: next.color }),
  };
}

/** What all cells of our sheets start from. */
export const base: Look = { name: fontFamily, size: sizes.body, color: palette.ink, wrap: true, vertical: 'Top' };

export function applyBase({ format }: Excel.Range): void {
  applyLook(format, base);
}

export function applyLook(format: Excel.RangeFormat, look: Look): void {
  const { font } = format;
  if (look.name !== undefined) font.name = look.name;
  if (look.size !== undefined) font.size = look.size;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.color !== undefined) font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
}

/** True for what is not of the body: filled, or running over the cells beside it. */
export function isFrame(style: CellStyle): boolean {
  const { fill, wrap } = looks[style];
  return fill !== undefined || wrap === false;
}
