import { cellText, longestText } from '../contract/escape';
import { expectSame, failed, passed, type Bench, type Finding, type Probe } from './probe';

/** Text that must stay the text that it is. */

/** Writes texts as the product does and gives back those that Excel did not keep. */
async function changedTexts({ context, at }: Bench, texts: readonly string[]): Promise<readonly string[]> {
  const range = at(0, 0, texts.length);
  range.numberFormat = texts.map(() => ['@']);
  range.values = texts.map((text) => [cellText(text)]);
  range.load('values,valueTypes');
  await context.sync();
  return texts.filter(
    (text, index) => range.values[index]?.[0] !== text || String(range.valueTypes[index]?.[0]) !== 'String',
  );
}

async function kept(bench: Bench, texts: readonly string[]): Promise<Finding> {
  const changed = await changedTexts(bench, texts);
  return changed.length === 0 ? passed() : failed(changed.map((text) => JSON.stringify(text.slice(0, 20))).join(' '));
}

/** After each sign, what Excel would take for a formula, for a mention, or swallow. */
const risky = [
  '=1+1',
  '+33 1',
  '-12',
  '- Poursuivre',
  '@tous',
  '\tretrait',
  '\nligne',
  "'cité'",
  '＝1',
  '#N/A',
  'VRAI',
];

/** Above this many characters a text that begins with `-` is an internal error of Excel (office-js #3256). */
const longFormula = 8_200;

export const textProbes: readonly Probe[] = [
  { code: 'textEscapes', run: (bench) => kept(bench, risky) },
  { code: 'longText', run: (bench) => kept(bench, [`-${'a'.repeat(longFormula)}`]) },
  { code: 'longestText', run: (bench) => kept(bench, ['a'.repeat(longestText)]) },
  {
    code: 'isoText',
    run: async (bench) => {
      const general = bench.at(0, 1);
      general.values = [['2021-06-02']];
      general.load('values');
      const changed = await changedTexts(bench, ['2021-06-02', '2/6', '1,5', '12 %']);
      // That Excel makes a date of it without the format is known, and told for whoever reads the report.
      return changed.length === 0 ? passed(String(general.values[0]?.[0])) : failed(changed.join(' '));
    },
  },
  {
    code: 'textFormat',
    run: async ({ context, at }) => {
      const formats = [['@'], ['yyyy-mm-dd'], ['0'], ['General']];
      const range = at(0, 0, formats.length);
      range.numberFormat = formats;
      range.load('numberFormat');
      await context.sync();
      return expectSame(range.numberFormat, formats);
    },
  },
];
