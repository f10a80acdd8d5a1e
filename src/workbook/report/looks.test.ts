import { actionOf, activityOf, objectiveOf, planOf, strategyOf } from '../../../test/support/plans';
import { openBridge, type BridgeHarness } from '../../../test/support/office';
import { parseIso, type Plan } from '../../plan';
import { buildReport, cellStyles, sizes, type ReportOptions } from '../../report';
import { createGateway } from '../createGateway';
import { fontFamily, palette } from '../sheets/palette';
import { looks } from './looks';

/** Relative luminance, as WCAG 2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('looks', () => {
  it.each(cellStyles)('%s can be read: 4.5 to 1', (style) => {
    const { color = palette.ink, fill = palette.paper } = looks[style];
    expect(contrast(color, fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('are of three sizes', () => {
    const used = new Set(cellStyles.map((style) => looks[style].size ?? sizes.body));
    expect([...used].sort((a, b) => a - b)).toEqual([sizes.body, sizes.heading, sizes.title]);
  });
});

describe('the written sheet', () => {
  const day = (iso: string) => parseIso(iso)!;
  const plan: Plan = planOf(
    [
      objectiveOf('1', 'Faire connaître la profession', [
        strategyOf('1.1', 'Rencontrer', [
          actionOf('1.1.1', 'Visiter', { owner: 'Direction' }),
          actionOf('1.1.2', 'Écrire'),
        ]),
      ]),
    ],
    { organisation: 'Ordre des relieurs du Québec', title: 'Rapport d’activités' },
  );
  const written = async (more: Partial<ReportOptions>) => {
    const report = buildReport(
      {
        plan,
        activities: [
          activityOf({
            id: 'a',
            planNo: '1.1.1',
            occurrences: [{ start: day('2021-06-02') }],
            title: '=1+1 Table ronde',
            details: ['Avec démonstration'],
            link: 'https://exemple.org/pv',
          }),
        ],
        settings: { language: 'fr-CA', lastCommittee: null, committeeDates: [] },
        problems: [],
      },
      {
        period: { from: null, to: null },
        today: day('2021-10-15'),
        language: 'fr',
        order: 'plan',
        onlyUncovered: false,
        paper: 'letter',
        ...more,
      },
    );
    expect(await createGateway().writeReport(report)).toMatchObject({ ok: true });
    return { report, sheet: office.workbook.sheetByName('Rapport')! };
  };

  let office: BridgeHarness;
  beforeEach(() => {
    office = openBridge();
  });
  afterEach(() => office.dispose());

  it('has bars of cells, filled and outlined, the figures under them', async () => {
    const { report, sheet } = await written({});
    const row = report.rows.findIndex(({ bar }) => bar !== undefined);
    const cells = Array.from({ length: 10 }, (_, index) => 4 + index);
    const style = (column: number) => office.workbook.styles.get(sheet.styles.at(row, column));
    expect(cells.map((column) => style(column).fill)).toEqual([
      ...Array<string>(5).fill(palette.accent),
      ...Array<null>(5).fill(null),
    ]);
    expect(cells.every((column) => style(column).borders.bottom?.color === palette.accent)).toBe(true);
    expect(cells.map((column) => sheet.text(row, column)).join('')).toBe('');
    expect(sheet.text(row + 1, 4)).toBe('1 sur 2');
  });

  it('has dates, title and details as one text of several fonts in the compact layout', async () => {
    const { report, sheet } = await written({ layout: 'compact', richText: true });
    const row = report.rows.findIndex(({ cells }) => cells[2]?.runs !== undefined);
    const font = { name: fontFamily, size: sizes.body, italic: false };
    expect(sheet.cells.get(row, 2)).toMatchObject({
      value: '2\u00a0juin\u00a02021\n=1+1 Table ronde\nAvec démonstration',
      rich: [
        { text: '2\u00a0juin\u00a02021\n', font: { ...font, bold: false, color: palette.ink } },
        { text: '=1+1 Table ronde\n', font: { ...font, bold: true, color: palette.ink } },
        { text: 'Avec démonstration', font: { ...font, bold: false, color: palette.quiet } },
      ],
    });
    // A link is a cell's, and keeps one of its own.
    expect(sheet.text(row + 1, 2)).toBe('https://exemple.org/pv');
  });

  it('has the same in rows where cells cannot', async () => {
    office.workbook.configure({ excelApi: '1.17' });
    const { report, sheet } = await written({ layout: 'compact', richText: false });
    const row = report.rows.findIndex(({ cells }) => cells[2]?.style === 'dates');
    expect([0, 1, 2].map((each) => sheet.text(row + each, 2))).toEqual([
      '2\u00a0juin\u00a02021',
      '=1+1 Table ronde',
      'Avec démonstration',
    ]);
  });
});
