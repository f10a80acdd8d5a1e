import { asText, invalidArgument } from '../arguments';

/** The names of colours of HTML 4, which Excel takes beside `#RRGGBB`. */
const named: Readonly<Record<string, string>> = {
  aqua: '#00FFFF',
  black: '#000000',
  blue: '#0000FF',
  fuchsia: '#FF00FF',
  gray: '#808080',
  green: '#008000',
  lime: '#00FF00',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#FFA500',
  purple: '#800080',
  red: '#FF0000',
  silver: '#C0C0C0',
  teal: '#008080',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

/** A colour as the model keeps it, `#RRGGBB`; throws `InvalidArgument` for what is none. */
export function asColor(value: unknown): string {
  const text = asText(value).trim();
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  const color = hex === undefined ? named[text.toLowerCase()] : `#${hex.toUpperCase()}`;
  if (color === undefined) throw invalidArgument();
  return color;
}

/** As `asColor`, but the empty text is no colour. */
export function asColorOrNone(value: unknown): string | null {
  return value === '' || value === null ? null : asColor(value);
}
