const remembered = new Map<string, number>();
const mostRemembered = 50_000;
let context: CanvasRenderingContext2D | null = null;

/** Width of a line of text in pixels, in a font of CSS. Lines already measured are remembered. */
export function textWidth(text: string, font: string): number {
  const key = `${font}\n${text}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 7;
  context.font = font;
  const { width } = context.measureText(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, width);
  return width;
}
