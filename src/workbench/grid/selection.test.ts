import { parseRect, printRect } from '../../host/model/geometry/address';
import { contains, type Rect } from '../../host/model/geometry/rect';
import { Axis } from './axis';
import { cycled, extended, lastUsed, only, selectedRect, stepped, toDataEdge, type Terrain } from './selection';

const rect = (address: string): Rect => parseRect(address) ?? { row: -1, column: -1, rows: 0, columns: 0 };
const at = (address: string) => ({ row: rect(address).row, column: rect(address).column });

/** A sheet drawn with one character a cell: `.` is empty. */
function terrain(
  drawing: readonly string[],
  merges: readonly Rect[] = [],
  hiddenRows: readonly number[] = [],
): Terrain {
  return {
    rows: new Axis(
      1_048_576,
      20,
      hiddenRows.map((row) => ({ first: row, last: row, size: 0 })),
    ),
    columns: new Axis(16_384, 64, []),
    used: drawing.length === 0 ? null : { row: 0, column: 0, rows: drawing.length, columns: drawing[0]?.length ?? 0 },
    filled: (row, column) => (drawing[row]?.[column] ?? '.') !== '.',
    mergeAt: (row, column) => merges.find((merge) => contains(merge, row, column)),
  };
}

describe('toDataEdge', () => {
  const sheet = terrain(['xxx..x', 'x.....', 'x....x', '......', 'x.....']);
  it.each([
    ['A1', 'right', 'C1'],
    ['C1', 'right', 'F1'],
    ['F1', 'right', 'XFD1'],
    ['A1', 'down', 'A3'],
    ['A3', 'down', 'A5'],
    ['A5', 'down', 'A1048576'],
    ['A1048576', 'up', 'A5'],
    ['A5', 'up', 'A3'],
    ['B4', 'up', 'B1'],
    ['H1', 'left', 'F1'],
    ['B4', 'left', 'A4'],
    ['A1', 'up', 'A1'],
  ] as const)('from %s %s is %s', (from, direction, to) => {
    expect(printRect({ ...toDataEdge(sheet, at(from), direction), rows: 1, columns: 1 })).toBe(to);
  });

  it('goes to the edge of a sheet without anything', () => {
    expect(toDataEdge(terrain([]), at('C3'), 'down')).toEqual(at('C1048576'));
  });
});

describe('stepped', () => {
  it('crosses merged cells as one, and hidden rows', () => {
    const sheet = terrain(['xxx'], [rect('B2:C4')], [4, 5]);
    expect(stepped(sheet, at('A2'), 'right')).toEqual(at('B2'));
    expect(stepped(sheet, at('B2'), 'right')).toEqual(at('D2'));
    expect(stepped(sheet, at('C1'), 'down')).toEqual(at('B2'));
    expect(stepped(sheet, at('B2'), 'down')).toEqual(at('B7'));
    expect(stepped(sheet, at('A1'), 'up')).toEqual(at('A1'));
    expect(stepped(sheet, at('A1'), 'down', 30)).toEqual(at('A31'));
  });
});

describe('selectedRect', () => {
  it('grows until it cuts no merged cell', () => {
    const merges = [rect('B2:C2'), rect('C3:E3'), rect('H9:I9')];
    expect(printRect(selectedRect(extended(only(at('A1')), at('B2')), merges))).toBe('A1:C2');
    expect(printRect(selectedRect(extended(only(at('B3')), at('C2')), merges))).toBe('B2:E3');
  });
});

it('cycles within a selection', () => {
  expect(cycled(rect('B2:C3'), at('C2'), 'row', 1)).toEqual(at('B3'));
  expect(cycled(rect('B2:C3'), at('C3'), 'row', 1)).toEqual(at('B2'));
  expect(cycled(rect('B2:C3'), at('B3'), 'column', 1)).toEqual(at('C2'));
  expect(cycled(rect('B2:C3'), at('B2'), 'column', -1)).toEqual(at('C3'));
});

it('ends where the sheet’s content ends', () => {
  expect(lastUsed(terrain(['x..', '..x']))).toEqual(at('C2'));
  expect(lastUsed(terrain([]))).toEqual(at('A1'));
});
