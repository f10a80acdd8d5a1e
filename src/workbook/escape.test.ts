import { cellText, hasBadCharacter } from './escape';

describe('cellText', () => {
  it.each([
    ['Rencontre', 'Rencontre'],
    ['=1+1', "'=1+1"],
    ['+ de visites', "'+ de visites"],
    ['- Poursuivre', "'- Poursuivre"],
    ['@tous', "'@tous"],
    ["'entre apostrophes'", "''entre apostrophes'"],
    ['\tretrait', "'\tretrait"],
    ['\r\nligne', "'\nligne"],
    ['2021-06-02', '2021-06-02'],
    ['– tiret', '– tiret'],
    ['', ''],
  ])('%j is sent as %j', (text, sent) => {
    expect(cellText(text)).toBe(sent);
  });
});

describe('hasBadCharacter', () => {
  it.each([
    ['\u0000', true],
    ['a\u001fb', true],
    ['\ud83d', true],
    ['\uffff', true],
    ['\ud83d\ude00', false],
    ['a\tb\r\nc', false],
    ['\u0085é', false],
  ])('%j: %s', (text, bad) => {
    expect(hasBadCharacter(text)).toBe(bad);
  });
});
