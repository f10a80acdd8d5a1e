import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describeWithLibreoffice } from '../support/libreoffice';
import { describeInBrowser, startWorkbench, type WorkbenchBrowser } from './support/browser';
import { paneOf } from './support/pane';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const script = path.join(__dirname, 'support/retention.py');

describeInBrowser('a stranger’s workbook, in the workbench', () => {
  describeWithLibreoffice('made and read again by LibreOffice', (office) => {
    let workbench: WorkbenchBrowser;
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'stranger-'));
      workbench = await startWorkbench();
    });
    afterAll(async () => {
      await workbench.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('keeps its chart, pivot, picture, comment and format when a row is typed under its table', async () => {
      const [given, saved, picture] = ['given.xlsx', 'saved.xlsx', 'pixel.png'].map((name) =>
        path.join(folder, name),
      ) as [string, string, string];
      writeFileSync(picture, Buffer.from(PIXEL, 'base64'));
      await office.uno(script, ['make', given, picture]);

      const page = await workbench.open();
      await page.locator('input[type=file]').setInputFiles(given);
      await page.getByRole('heading', { name: 'given.xlsx' }).waitFor();
      await paneOf(page).getByText('Ce classeur n’est pas un classeur de suivi').waitFor();
      for (const [address, text] of [
        ['A8', 'z'],
        ['B8', 'm9'],
        ['C8', '100'],
        ['H1', 'changé'],
      ] as const) {
        await page.getByRole('textbox', { name: 'Zone Nom' }).fill(address);
        await page.keyboard.press('Enter');
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
      }
      const download = page.waitForEvent('download');
      await page.keyboard.press('Control+s');
      await (await download).saveAs(saved);

      const parts = (file: string): string[] => Object.keys(unzipSync(new Uint8Array(readFileSync(file))));
      const kept = new Set(parts(saved));
      expect(parts(given).filter((part) => !kept.has(part))).toEqual([]);
      expect(JSON.parse(await office.uno(script, ['look', saved]))).toEqual({
        row: ['z', 'm9', '100', 'changé'],
        charts: 1,
        pivots: ['Croise'],
        total: 15,
        notes: ['Une note'],
        pictures: 1,
        formats: 1,
        other: 'intacte',
      });
    });
  });
});
