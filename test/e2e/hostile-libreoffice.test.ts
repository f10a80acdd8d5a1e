import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newWorkbook } from '../../src/cli/session';
import { parseIso, type Activity, type Plan } from '../../src/plan';
import { hostileTexts, isHeld } from '../support/hostile';
import { describeWithLibreoffice } from '../support/libreoffice';

const today = parseIso('2021-10-15')!;
const plan: Plan = { organisation: '', title: '', strategyPeriod: '', actionPeriod: '', objectives: [] };

/** LibreOffice gives line ends and tabs its own way: the rest must be equal. */
const texts = hostileTexts(700, { seed: 31, longEvery: 1_000 })
  .map(({ text }) => text)
  .filter((text) => isHeld(text) && text !== '' && !/[\r\n\t]/.test(text));

describeWithLibreoffice('hostile texts in a saved workbook, as LibreOffice reads them', (office) => {
  it('are text, equal to what was written, and no formula', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
    const file = path.join(folder, 'textes.xlsx');
    const session = newWorkbook({ language: 'fr', today });
    const activities = texts.map((title, index): Activity => ({
      id: `id${index}`,
      planNo: null,
      occurrences: [{ start: today }],
      title,
      details: [],
      participants: [],
      kind: '',
      link: '',
    }));
    const created = await session.gateway.createTrackingWorkbook({ plan, activities, language: 'fr' });
    expect(created).toMatchObject({ ok: true });
    writeFileSync(file, session.toXlsx());
    const script = path.join(__dirname, 'support/texts.py');
    const printed = await office.uno(script, [file, 'Activités', '4', String(texts.length)]);
    const found = JSON.parse(printed) as readonly { readonly text: string; readonly kind: string }[];
    expect(found).toEqual(texts.map((text) => ({ text, kind: 'TEXT' })));
    rmSync(folder, { recursive: true });
  });
});
