import { shortenToWidth, textWidth, wrap } from './measure';

const body = { size: 10 };

describe('textWidth', () => {
  it.each([
    { text: '', font: body, width: 0 },
    { text: 'AV', font: body, width: 13.34 },
    { text: 'é', font: body, width: 5.56 },
    { text: 'b', font: { size: 10, bold: true }, width: 6.11 },
    { text: 'œuvre', font: body, width: 9.44 + 5.56 + 5 + 3.33 + 5.56 },
    { text: '\u00a0', font: body, width: 2.78 },
    { text: '漢', font: body, width: 10 },
  ])('$text', ({ text, font, width }) => {
    expect(textWidth(text, font)).toBeCloseTo(width);
  });
});

describe('wrap', () => {
  it.each([
    { description: 'nothing', text: '', width: 50, lines: [''] },
    { description: 'one line', text: 'un deux', width: 50, lines: ['un deux'] },
    { description: 'breaks at spaces', text: 'aaaa bbbb cccc', width: 50, lines: ['aaaa bbbb ', 'cccc'] },
    { description: 'keeps the hyphen', text: 'aaaa-bbbb', width: 30, lines: ['aaaa-', 'bbbb'] },
    { description: 'years stay together', text: 'aa 2020-2025', width: 55, lines: ['aa ', '2020-2025'] },
    { description: 'never at a no-break space', text: 'aaaa bb\u00a0bb', width: 45, lines: ['aaaa ', 'bb\u00a0bb'] },
    { description: 'several hyphens end a word', text: 'aaa 11--22', width: 25, lines: ['aaa ', '11--', '22'] },
    { description: 'spaces alone', text: '   aaaaa', width: 30, lines: ['   ', 'aaaaa'] },
    {
      description: 'any white space hangs in the margin',
      text: 'aaaaa\u2003\u00a0 bbb',
      width: 30,
      lines: ['aaaaa\u2003\u00a0 ', 'bbb'],
    },
    { description: 'never inside a pair', text: '🙂🙂🙂', width: 25, lines: ['🙂🙂', '🙂'] },
    { description: 'a word too long', text: 'aaaaaaaaaa', width: 30, lines: ['aaaaa', 'aaaaa'] },
    { description: 'a long word after a short one', text: 'aa bbbbbbbb', width: 30, lines: ['aa ', 'bbbbb', 'bbb'] },
  ])('$description', ({ text, width, lines }) => {
    expect(wrap(text, width, body)).toEqual(lines);
  });

  it('loses nothing', () => {
    const text = 'Rencontrer les dix-huit établissements et leur présenter le programme révisé';
    expect(wrap(text, 80, body).join('')).toBe(text);
  });
});

describe('shortenToWidth', () => {
  it.each([
    { text: 'court', width: 100, short: 'court' },
    { text: 'un texte\nsur deux lignes', width: 200, short: 'un texte sur deux lignes' },
    { text: 'aaaa, bbbb cccc', width: 45, short: 'aaaa…' },
    { text: 'aaaa, bbbb cccc', width: 45, lines: 2, short: 'aaaa, bbbb…' },
    { text: 'aaaa, bbbb cccc', width: 45, lines: 3, short: 'aaaa, bbbb cccc' },
  ])('$text', ({ text, width, lines, short }) => {
    expect(shortenToWidth(text, width, body, lines)).toBe(short);
  });
});
