import { parseRect, printRect } from '../../host/model/geometry/address';
import { Axis } from './axis';
import { commandOf, type Key } from './keyboard';
import { navigated } from './navigate';
import { only, selectedRect, type Selection } from './selection';

const filled = new Set(['0:0', '0:1', '0:2', '1:0', '2:0', '5:3']);
const sheet = {
  rows: new Axis(1_048_576, 20, []),
  columns: new Axis(16_384, 64, []),
  used: { row: 0, column: 0, rows: 6, columns: 4 },
  merges: [],
  frozenColumns: 1,
  filled: (row: number, column: number) => filled.has(`${row}:${column}`),
  mergeAt: () => undefined,
};

/** `C+` is Ctrl, `S+` Shift, `A+` Alt. */
const key = (text: string): Key => ({
  key: text.replace(/^(?:[CSA]\+)*/, ''),
  ctrlKey: text.includes('C+'),
  shiftKey: text.includes('S+'),
  altKey: text.includes('A+'),
  metaKey: false,
});

function press(from: Selection, ...keys: string[]): string {
  const end = keys.reduce((selection, text) => {
    const command = commandOf(key(text));
    return (command && navigated(sheet, selection, command, { rows: 30, columns: 10 })) ?? selection;
  }, from);
  return `${printRect(selectedRect(end, []))} ${printRect({ ...end.active, rows: 1, columns: 1 })}`;
}

const at = (address: string) => only(parseRect(address) ?? { row: -1, column: -1 });

describe('keys that move', () => {
  it.each([
    ['A1', ['ArrowDown', 'ArrowRight'], 'B2 B2'],
    ['A1', ['C+ArrowRight'], 'C1 C1'],
    ['A1', ['C+S+ArrowRight', 'C+S+ArrowDown'], 'A:C A1'],
    ['A1', ['S+ArrowDown', 'S+ArrowRight', 'S+ArrowUp'], 'A1:B1 A1'],
    ['C9', ['Home'], 'B9 B9'],
    ['A6', ['End'], 'D6 D6'],
    ['C9', ['C+Home'], 'A1 A1'],
    ['A1', ['C+End'], 'D6 D6'],
    ['A1', ['PageDown', 'PageDown', 'PageUp'], 'A31 A31'],
    ['A1', ['A+PageDown'], 'K1 K1'],
    ['B2', ['Tab', 'Enter', 'S+Tab', 'S+Enter'], 'B2 B2'],
    ['B2', ['S+ArrowRight', 'S+ArrowDown', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab'], 'B2:C3 C2'],
    ['B2', ['S+ArrowRight', 'S+ArrowDown', 'Enter', 'Enter'], 'B2:C3 C2'],
    ['B2', ['C+ '], 'B:B B2'],
    ['B2', ['S+ '], '2:2 B2'],
    ['B2', ['C+a'], '1:1048576 B2'],
  ])('from %s %j to %s', (from, keys, expected) => {
    expect(press(at(from), ...keys)).toBe(expected);
  });
});

describe('commandOf', () => {
  it.each([
    ['é', { kind: 'type', text: 'é' }],
    ['=', { kind: 'type', text: '=' }],
    ['Backspace', { kind: 'type', text: '' }],
    ['Delete', { kind: 'clear' }],
    ['F2', { kind: 'edit' }],
    ['C+Z', { kind: 'undo' }],
    ['C+S+z', { kind: 'redo' }],
    ['C+y', { kind: 'redo' }],
    ['C+PageDown', { kind: 'sheet', step: 1 }],
    ['C+c', null],
    ['C+s', null],
    ['Shift', null],
    ['F5', null],
    ['A+x', null],
  ])('%s', (text, expected) => {
    expect(commandOf(key(text))).toEqual(expected);
  });
});
