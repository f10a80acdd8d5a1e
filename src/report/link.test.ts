import { safeLink, withFewLinks } from './link';
import type { ReportRow, ReportSheet } from './model';

it.each([
  ['https://exemple.org/cr?x=1#y', 'https://exemple.org/cr?x=1#y'],
  [' HTTP://EXEMPLE.ORG ', 'HTTP://EXEMPLE.ORG'],
  ['mailto:bureau@exemple.org', 'mailto:bureau@exemple.org'],
  ['https://exemple.org/é', 'https://exemple.org/é'],
  ['javascript:alert(1)', undefined],
  [' java\tscript:alert(1)', undefined],
  ['data:text/html,<script>alert(1)</script>', undefined],
  ['file:///c:/secret', undefined],
  ['\\\\serveur\\partage', undefined],
  ['ms-word:ofe|u|https://exemple.org', undefined],
  ['vbscript:x', undefined],
  ['https:exemple', undefined],
  ['https://', undefined],
  ['https://a b', undefined],
  ['https://exemple.org/\u202egro.live', undefined],
  ['https://exemple\u200b.org', undefined],
  ['https://exemple.org/\u0000', undefined],
  ['=HYPERLINK("https://exemple.org")', undefined],
  [`https://exemple.org/${'a'.repeat(2_100)}`, undefined],
])('%j gives %j', (text, link) => expect(safeLink(text)).toBe(link));

describe('a sheet keeps so many links', () => {
  const empty: ReportSheet = {
    language: 'fr',
    columns: [{ width: 100 }, { width: 100 }],
    rows: [],
    bar: null,
    header: { firstRow: 0, lastRow: 0 },
    print: {
      orientation: 'landscape',
      paper: 'letter',
      header: { left: '', right: '' },
      footer: { left: '', right: '' },
    },
  };
  const row = (...links: readonly (string | undefined)[]): ReportRow => ({
    height: 15,
    cells: links.map((link) => ({ text: link ?? 'Visite', style: 'link', ...(link !== undefined && { link }) })),
  });
  const report = (...rows: readonly ReportRow[]): ReportSheet => ({ ...empty, rows });

  it.each([
    ['as many as it keeps', 3],
    ['fewer', 4],
  ])('none is left out where they are %s', (_, most) => {
    const few = report(row('https://a.org'), row(undefined, 'https://b.org'), row('https://c.org'));
    expect(withFewLinks(few, most)).toBe(few);
  });

  it('those beyond stay as texts', () => {
    const many = report(row('https://a.org'), row(undefined, 'https://b.org'), row('https://c.org'));
    expect(withFewLinks(many, 2)).toEqual(
      report(row('https://a.org'), row(undefined, 'https://b.org'), {
        height: 15,
        cells: [{ text: 'https://c.org', style: 'link' }],
      }),
    );
  });
});
