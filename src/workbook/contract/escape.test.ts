import { badCharacter, cellText } from './escape';

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
    ['# 3', '# 3'],
    ['', ''],
    // Signs as East Asian keyboards have them.
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(1)', "'＠SUM(1)"],
    // What stands before the sign does not show, or not much.
    [' =1+1', "' =1+1"],
    ['\u00a0=1+1', "'\u00a0=1+1"],
    ['\u200b\ufeff=1+1', "'\u200b\ufeff=1+1"],
    ['\u202e=1+1', "'\u202e=1+1"],
    // Excel makes an error of its name.
    ['#REF!', "'#REF!"],
    ['#N/A', "'#N/A"],
  ])('%j is sent as %j', (text, sent) => {
    expect(cellText(text)).toBe(sent);
  });
});

describe('badCharacter', () => {
  it.each([
    ['\u0000', 'U+0000'],
    ['a\u001fb\u0000', 'U+001F'],
    ['\ud83d', 'U+D83D'],
    ['\ude00\ud83d', 'U+DE00'],
    ['\uffff', 'U+FFFF'],
    ['\u007f', 'U+007F'],
    ['\ud83d\ude00', null],
    ['a\tb\r\nc', null],
    ['\u0085é', null],
    ['\u202e\u200b', null],
  ])('%j: %s', (text, character) => {
    expect(badCharacter(text)).toBe(character);
  });
});
