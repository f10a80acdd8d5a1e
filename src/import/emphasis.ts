/** A tag that pages leave behind in text, or an entity. */
const remnant =
  /<\/?(?:p|br|b|strong|i|em|u|s|sup|sub|ul|ol|li|span|div|font|a|h[1-6]|blockquote|small|center|mark|del|ins|code)(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});/i;

/** True where a text holds tags or entities. */
export function hasRemnants(text: string): boolean {
  return remnant.test(text);
}

const everyRemnant = new RegExp(remnant.source, 'gi');

/** Text with remnants as HTML: what looks like a tag and is none (`<5 ans`) is text. */
export function escapeAround(text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(everyRemnant)) {
    html += escape(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return html + escape(text.slice(at));
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** A stretch of Markdown text with its look. */
export interface Emphasised {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

interface Delimiter {
  readonly piece: number;
  readonly mark: string;
  readonly length: number;
}

/**
 * A line of Markdown as stretches of text: `**bold**`, `__bold__`, `*italic*`, `_italic_`, escapes,
 * links as their text and code as it is. A mark without its partner is text. Linear: a mark is
 * compared with the few that are open.
 */
export function readEmphasis(source: string): Emphasised[] {
  const text = source.includes('](') ? source.replace(link, '$1') : source;
  const pieces: { text: string; bold: number; italic: number; mark: boolean }[] = [];
  const open: Delimiter[] = [];
  for (const match of text.matchAll(token)) {
    const [whole, escaped, run] = match;
    const before = text[match.index - 1] ?? ' ';
    const after = text[match.index + whole.length] ?? ' ';
    if (run === undefined || (run.startsWith('_') && isWordy(before) && isWordy(after)) || run.length > 3) {
      pieces.push({ text: escaped ?? whole, bold: 0, italic: 0, mark: false });
      continue;
    }
    const mark = run.charAt(0);
    let left = run.length;
    while (left > 0 && before.trim() !== '') {
      const partner = open.findLastIndex((each) => each.mark === mark && each.length <= left);
      const opener = open[partner];
      if (!opener) break;
      open.length = partner;
      const bold = opener.length !== 1;
      const italic = opener.length !== 2;
      for (let i = opener.piece; i < pieces.length; i++) {
        const piece = pieces[i]!;
        if (i === opener.piece) piece.text = '';
        if (bold) piece.bold += 1;
        if (italic) piece.italic += 1;
      }
      left -= opener.length;
    }
    if (left === 0) continue;
    if (after.trim() !== '' && open.length < mostOpen) open.push({ piece: pieces.length, mark, length: left });
    pieces.push({ text: mark.repeat(left), bold: 0, italic: 0, mark: true });
  }
  return pieces
    .filter((piece) => piece.text !== '')
    .map((piece) => ({ text: piece.text, bold: piece.bold > 0, italic: piece.italic > 0 }));
}

/** Marks that wait for their partner: nobody nests more, and the bound keeps reading linear. */
const mostOpen = 8;

/** An escape, a run of marks, or text without either. */
const token = /\\([\\`*_{}[\]()#+\-.!|>~])|(\*+|_+)|[^\\*_]+|\\/g;

/** `[text](address)`: the text stays. */
const link = /!?\[([^[\]\n]{0,300})\]\([^()\n]{0,600}\)/g;

function isWordy(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
