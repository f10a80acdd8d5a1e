import { numberOf } from '../xml/attributes';
import type { Package } from '../package/package';
import type { XmlElement } from '../xml/xml';

/** The palette of Excel 97, by index. */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 ' +
  '000000 FFFFFF';

/** The theme of Office 2013-2022, for a file without one: light 1, dark 1, light 2, dark 2, accents, links. */
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72';

/** Order of a theme's colours in styles: the first two pairs are swapped. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** Makes `#RRGGBB` of the colours of one file. */
export class Colors {
  constructor(
    private readonly theme: readonly string[] = OFFICE_THEME.split(' '),
    private readonly palette: readonly string[] = PALETTE.split(' '),
  ) {}

  /** Reads the theme of a workbook and the palette of its styles. */
  static of(pkg: Package, workbookPart: string, styles: XmlElement | undefined): Colors {
    const themePart = pkg.related(workbookPart, 'theme');
    const own = styles?.child('colors')?.child('indexedColors')?.elements();
    const palette = PALETTE.split(' ');
    own?.forEach((color, index) => (palette[index] = (color.get('rgb') ?? '').slice(-6)));
    return new Colors(themePart === undefined ? undefined : themeColors(pkg.xml(themePart)), palette);
  }

  /** The colour of a `color`, `fgColor`… element; undefined where it names none (automatic). */
  resolve(element: XmlElement | undefined): string | undefined {
    if (!element) return undefined;
    const rgb = element.get('rgb');
    const themed = element.get('theme');
    const indexed = element.get('indexed');
    const base =
      rgb !== undefined
        ? rgb.slice(-6)
        : themed !== undefined
          ? this.theme[Number(themed)]
          : indexed !== undefined
            ? this.palette[Number(indexed)]
            : undefined;
    if (base === undefined || !/^[0-9a-fA-F]{6}$/.test(base)) return undefined;
    const tint = numberOf(element, 'tint', 0);
    return '#' + (tint === 0 ? base : tinted(base, tint)).toUpperCase();
  }
}

function themeColors(theme: XmlElement): readonly string[] {
  const scheme = theme.child('themeElements')?.child('clrScheme');
  const office = OFFICE_THEME.split(' ');
  return THEME_ORDER.map((name, index) => {
    const color = scheme?.child(name)?.elements()[0];
    return color?.get('lastClr') ?? color?.get('val') ?? office[index]!;
  });
}

/** Lightens (tint > 0) or darkens a colour through its lightness, as Excel does. */
function tinted(rgb: string, tint: number): string {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const hue =
    spread === 0
      ? 0
      : high === red
        ? ((green - blue) / spread + 6) % 6
        : high === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;
  const light = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * light - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const base = light - chroma / 2;
  const sector = Math.floor(hue) % 6;
  const parts = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ][sector]!;
  return parts
    .map((part) =>
      Math.round((part + base) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}

/** `#RRGGBB` as the file writes it, opaque. */
export function argb(color: string): string {
  return 'FF' + color.slice(1).toUpperCase();
}
