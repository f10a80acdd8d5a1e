import { fc } from '../../../test/support/properties';
import { fromTsv, toTsv } from './tsv';

describe('fromTsv', () => {
  it.each<[string, string, string[][]]>([
    ['one cell', 'a', [['a']]],
    ['a row', 'a\tb', [['a', 'b']]],
    [
      'rows as Excel ends them',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['rows as others end them', 'a\nb', [['a'], ['b']]],
    ['line breaks within a cell', '"x\ny"\tz', [['x\ny', 'z']]],
    ['doubled quotes', '"say ""hi"""', [['say "hi"']]],
    ['a quote in the middle', '5" pipe\tb', [['5" pipe', 'b']]],
    ['a quote that begins words', '"Le plan" du comité', [['"Le plan" du comité']]],
    [
      'rows of unequal length',
      'a\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['empty cells at the end', 'a\t\t', [['a', '', '']]],
    ['nothing', '', [['']]],
  ])('reads %s', (_, text, expected) => {
    expect(fromTsv(text)).toEqual(expected);
  });

  it('reads back what toTsv wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', 'é'), maxLength: 6 });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        // A last row of one empty cell cannot be told from the line break that ends the text.
        fc.pre(!(rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''));
        expect(fromTsv(toTsv(rows))).toEqual(rows);
      }),
    );
  });
});
