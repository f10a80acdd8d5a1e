/** The Office theme: what a table or pivot style paints with. */
export const theme = {
  dark: '#000000',
  light: '#FFFFFF',
  accents: ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'],
} as const;

/** A colour made lighter (`tint` 0 to 1) or darker (-1 to 0), as a theme's colours are: by lightness alone. */
export function tinted(colour: string, tint: number): string {
  const { hue, saturation, lightness } = toHsl(colour);
  const changed = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  return toHex(hue, saturation, changed);
}

function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHsl(colour: string): { hue: number; saturation: number; lightness: number } {
  const [red, green, blue] = channels(colour).map((channel) => channel / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const span = most - least;
  if (span === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = span / (1 - Math.abs(2 * lightness - 1));
  const sextant =
    most === red
      ? ((green - blue) / span + 6) % 6
      : most === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  return { hue: sextant * 60, saturation, lightness };
}

function toHex(hue: number, saturation: number, lightness: number): string {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const value = lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`.toUpperCase();
}
