import { rangeAddress, type Block } from './values';

/** Excel takes 8,192 characters in the address of a `RangeAreas`. */
const longestAddress = 8_000;

/** The addresses of the blocks, in as few lists as Excel takes. */
export function addressLists(blocks: readonly Block[]): string[] {
  const lists: string[] = [];
  let list = '';
  for (const block of blocks) {
    const address = rangeAddress(block);
    if (list !== '' && list.length + address.length + 1 > longestAddress) {
      lists.push(list);
      list = '';
    }
    list += list === '' ? address : `,${address}`;
  }
  return list === '' ? lists : [...lists, list];
}

/**
 * Many blocks as few objects: what is set on each costs an action for some thousand addresses, where a range with
 * actions of its own for each block would make a hundred times as many.
 */
export function manyAreas(sheet: Excel.Worksheet, blocks: readonly Block[]): Excel.RangeAreas[] {
  return addressLists(blocks).map((list) => sheet.getRanges(list));
}

/** One number format for every cell of a range. Office.js takes a single value; its types know grids only. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  Object.assign(range, { numberFormat: format });
}
