import type { CellValue } from '../cells/cell';

/** Excel's own custom lists, French and English: months and days come in their order, not the alphabet's. */
const customLists = [
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'january february march april may june july august september october november december',
  'janv févr mars avr mai juin juil août sept oct nov déc',
  'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'sun mon tue wed thu fri sat',
  'sunday monday tuesday wednesday thursday friday saturday',
  'dim lun mar mer jeu ven sam',
  'dim. lun. mar. mer. jeu. ven. sam.',
  'dimanche lundi mardi mercredi jeudi vendredi samedi',
].map((list) => new Map(list.split(' ').map((word, rank) => [word, rank])));

/** Numbers, then text, then FALSE and TRUE, then errors; blanks last. */
function rank(value: CellValue): number {
  switch (typeof value) {
    case 'number':
      return 0;
    case 'string':
      return 1;
    case 'boolean':
      return 2;
    default:
      return value === null ? 4 : 3;
  }
}

function customListOf(items: readonly CellValue[]): Map<string, number> | undefined {
  const texts = items.filter((item) => item !== null);
  if (texts.length === 0) return undefined;
  return customLists.find((list) => texts.every((text) => typeof text === 'string' && list.has(text.toLowerCase())));
}

/**
 * Indices of `items` in the order in which Excel shows them ascending: text without regard to case by the
 * locale's alphabet (so `1.1.10` comes before `1.1.2`), month and day names by Excel's custom lists.
 */
export function ascending(items: readonly CellValue[], locale: string): number[] {
  const indices = items.map((_, index) => index);
  const list = customListOf(items);
  const collator = new Intl.Collator(locale, { numeric: false, sensitivity: 'accent' });
  const compareText = list
    ? (a: string, b: string) => list.get(a.toLowerCase())! - list.get(b.toLowerCase())!
    : (a: string, b: string) => collator.compare(a, b);
  const compare = (a: CellValue, b: CellValue): number => {
    if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
    return rank(a) - rank(b);
  };
  return indices.sort((a, b) => compare(items[a]!, items[b]!) || a - b);
}

/** The same descending: blanks stay last, as in Excel. */
export function descending(items: readonly CellValue[], locale: string): number[] {
  const order = ascending(items, locale).reverse();
  return [...order.filter((index) => items[index] !== null), ...order.filter((index) => items[index] === null)];
}
