import type { DateLanguage } from '../dates';
import type { Block } from './blocks';

const french = /^(?:le|la|les|des|du|et|avec|pour|sur|une|dans|aux|au|est|qui|quand|par|en)$/;
const english = /^(?:the|of|and|with|for|on|a|an|to|in|is|our|by|we|what|who|when|at)$/;

/** Enough words to know a language by. */
const sampled = 2000;

/** The language that a document is written in, by its smallest words; French where they do not tell. */
export function guessLanguage(blocks: readonly Block[]): DateLanguage {
  let balance = 0;
  let words = 0;
  for (const text of textsOf(blocks)) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      if (french.test(word)) balance += 1;
      if (english.test(word)) balance -= 1;
      words += 1;
    }
    if (words > sampled) break;
  }
  return balance < 0 ? 'en' : 'fr';
}

function* textsOf(blocks: readonly Block[]): Iterable<string> {
  for (const block of blocks) {
    if (block.kind === 'line') yield block.line.text;
    else for (const row of block.rows) for (const cell of row) for (const line of cell.lines) yield line.text;
  }
}
