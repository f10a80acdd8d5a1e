/** The lines of a text area, without the blank ones around them; blank lines inside are kept as they space the text. */
export function readLines(text: string): readonly string[] {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  if (first < 0) return [];
  const last = lines.findLastIndex((line) => line !== '');
  return lines.slice(first, last + 1);
}

/** People separated by semicolons or lines. Not by commas: « Josée Roy, DG » is one person. */
export function readParticipants(text: string): readonly string[] {
  return text
    .split(/[;\r\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
