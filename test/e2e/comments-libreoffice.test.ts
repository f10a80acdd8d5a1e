import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook, openXlsx, saveXlsx } from '../../src/host';
import { activeSheet } from '../support/excel';
import { describeWithLibreoffice, type LibreOffice } from '../support/libreoffice';
import { openBridge } from '../support/office';

interface Annotation {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly of: string;
}

async function annotations(office: LibreOffice, workbook: Workbook): Promise<readonly Annotation[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'comments-'));
  const file = path.join(folder, 'avis.xlsx');
  writeFileSync(file, saveXlsx(workbook));
  const printed = await office.uno(path.join(__dirname, 'support/comments.py'), [file]);
  rmSync(folder, { recursive: true });
  return JSON.parse(printed) as readonly Annotation[];
}

describeWithLibreoffice('comments of a saved workbook, as LibreOffice reads them', (office) => {
  it('stand on the cells they speak of, after rows came, went and were sorted, twice over', async () => {
    const bridge = openBridge(Workbook.blank());
    const names = ['d', 'b', 'c', 'a'];
    await Excel.run(async (context) => {
      const sheet = activeSheet(context);
      sheet.getRange('B2:B5').values = names.map((name) => [name]);
      names.forEach((name, index) => sheet.comments.add(`B${index + 2}`, `de ${name}`));
      await context.sync();
    });
    // What was saved is what is changed next, as when a file goes from hand to hand.
    const again = openBridge(openXlsx(saveXlsx(bridge.workbook)));
    bridge.dispose();
    again.use();
    await Excel.run(async (context) => {
      const sheet = activeSheet(context);
      sheet.getRange('1:2').insert('Down');
      sheet.getRange('B4:B7').sort.apply([{ key: 0, ascending: true }]);
      sheet.getRange('5:5').delete('Up');
      sheet.copy('End');
      await context.sync();
    });
    const found = await annotations(office, again.workbook);
    again.dispose();
    expect(found.map(({ row, column, of }) => [row, column, of])).toEqual([
      ...[
        [3, 1, 'a'],
        [4, 1, 'c'],
        [5, 1, 'd'],
      ],
      ...[
        [3, 1, 'a'],
        [4, 1, 'c'],
        [5, 1, 'd'],
      ],
    ]);
    for (const { text, of } of found) expect(text).toContain(`de ${of}`);
  });
});
