import { rangeAddress, type Block } from '../contract/values';

/** Excel takes 8,192 characters in the address of a `RangeAreas`. */
const longestAddress = 8_000;

/** The addresses of the blocks, in as few lists as Excel takes. */
function addressLists(blocks: readonly Block[]): string[] {
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
  return addressLists(blocks).map((list) => sheet.getRanges(list).untrack());
}

/** Office.js cuts a grid of more cells into pieces. */
const cellsInPiece = 1_500;

/**
 * Queues the values of a block from its first cell on. Cut here, a piece is one range; Office.js would find each
 * by its rows, at three times the bytes and actions.
 */
export function writeValues(
  sheet: Excel.Worksheet,
  { row, column }: Pick<Block, 'row' | 'column'>,
  values: readonly (string | number | null)[][],
): void {
  const columns = values[0]?.length ?? 0;
  const size = Math.max(1, Math.floor(cellsInPiece / Math.max(1, columns)));
  for (let start = 0; start < values.length; start += size) {
    const piece = values.slice(start, start + size);
    sheet.getRangeByIndexes(row + start, column, piece.length, columns).untrack().values = piece;
  }
}

/** One number format for every cell of a range. Office.js takes a single value; its types know grids only. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  Object.assign(range, { numberFormat: format });
}
