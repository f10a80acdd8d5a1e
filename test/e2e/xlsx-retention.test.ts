import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, saveXlsx } from '../../src/host/xlsx';
import { describeWithLibreoffice } from '../support/libreoffice';

/** A stranger's file is opened, a row is appended to its table, a cell is changed, and it is saved. */

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function edited(
  bytes: Uint8Array,
  at: { readonly row: number; readonly values: readonly (string | number)[] },
): Uint8Array {
  const workbook = openXlsx(bytes);
  const sheet = workbook.sheets[0]!;
  sheet.write({ row: at.row, column: 0, rows: 1, columns: at.values.length }, [at.values], 'values');
  sheet.write({ row: 0, column: 7, rows: 1, columns: 1 }, [['changé']], 'values');
  return saveXlsx(workbook);
}

/** Parts of the first archive that are missing from the second, and those whose bytes differ. */
function compare(before: Uint8Array, after: Uint8Array): { readonly lost: string[]; readonly changed: string[] } {
  const then = unzipSync(before);
  const now = unzipSync(after);
  const names = Object.keys(then);
  const lost = names.filter((name) => !now[name]);
  return {
    lost,
    changed: names.filter((name) => now[name] && !Buffer.from(now[name]).equals(Buffer.from(then[name]!))),
  };
}

describe('a file that exceljs wrote, with macros and custom XML', () => {
  async function make(): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Données', { properties: { tabColor: { argb: 'FF00FF00' } } });
    sheet.addTable({
      name: 'Table1',
      ref: 'A1',
      headerRow: true,
      columns: [{ name: 'Nom' }, { name: 'Valeur' }],
      rows: [
        ['a', 1],
        ['b', 2],
      ],
    });
    // On a cell with a value: exceljs reads no other note back, not even from its own file.
    sheet.getCell('E3').value = 'notée';
    sheet.getCell('E3').note = 'Une note';
    sheet.getCell('E2').value = { richText: [{ text: 'gras', font: { bold: true } }, { text: ' maigre' }] };
    sheet.addConditionalFormatting({
      ref: 'B2:B9',
      rules: [
        {
          type: 'colorScale',
          priority: 1,
          cfvo: [{ type: 'min' }, { type: 'max' }],
          color: [{ argb: 'FFFF0000' }, { argb: 'FF00FF00' }],
        },
      ],
    });
    sheet.addImage(workbook.addImage({ base64: PIXEL, extension: 'png' }), 'F5:G9');
    workbook.addWorksheet('Autre').getCell('A1').value = 'intacte';
    const files = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const types = new TextDecoder().decode(files['[Content_Types].xml']);
    files['[Content_Types].xml'] = strToU8(
      types
        .replace('spreadsheetml.sheet.main+xml', 'x')
        .replace(
          'application/vnd.openxmlformats-officedocument.x',
          'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        )
        .replace('</Types>', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
    );
    const link = (part: string, type: string, target: string): void => {
      const rels = new TextDecoder().decode(files[part]);
      files[part] = strToU8(
        rels.replace(
          '</Relationships>',
          `<Relationship Id="own${target.length}" Type="${type}" Target="${target}"/></Relationships>`,
        ),
      );
    };
    link(
      'xl/_rels/workbook.xml.rels',
      'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
      'vbaProject.bin',
    );
    link(
      '_rels/.rels',
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml',
      'customXml/item1.xml',
    );
    files['xl/vbaProject.bin'] = Uint8Array.from({ length: 4096 }, (_, at) => at % 251);
    files['customXml/item1.xml'] = strToU8('<cfg xmlns="urn:x"><k>valeur</k></cfg>');
    return zipSync(files);
  }

  test('loses nothing and reads the same in exceljs', async () => {
    const before = await make();
    const after = edited(before, { row: 3, values: ['c', 3] });
    const { lost, changed } = compare(before, after);
    expect(lost).toEqual([]);
    expect(changed.sort()).toEqual([
      'docProps/core.xml',
      'xl/sharedStrings.xml',
      'xl/tables/table1.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const reader = new ExcelJS.Workbook();
    await reader.xlsx.load(new Uint8Array(after).buffer);
    const sheet = reader.getWorksheet('Données')!;
    const part = (name: string): string => new TextDecoder().decode(unzipSync(after)[name]);
    expect({
      row: [sheet.getCell('A4').value, sheet.getCell('B4').value, sheet.getCell('H1').value],
      table: part('xl/tables/table1.xml').includes('ref="A1:B4"'),
      note: JSON.stringify(sheet.getCell('E3').note).includes('Une note'),
      rich: sheet.getCell('E2').text,
      images: sheet.getImages().length,
      formats: part('xl/worksheets/sheet1.xml').includes('<cfRule type="colorScale"'),
      tab: sheet.properties.tabColor.argb,
      other: reader.getWorksheet('Autre')!.getCell('A1').value,
    }).toEqual({
      row: ['c', 3, 'changé'],
      table: true,
      note: true,
      rich: 'gras maigre',
      images: 1,
      formats: true,
      tab: 'FF00FF00',
      other: 'intacte',
    });
  });
});

describeWithLibreoffice('a file that LibreOffice wrote', (office) => {
  const script = path.join(__dirname, 'support', 'retention.py');
  const folder = mkdtempSync(path.join(tmpdir(), 'retention-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('keeps its chart, pivot, picture, comment and conditional format', async () => {
    const [first, second, picture] = ['before.xlsx', 'after.xlsx', 'pixel.png'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    writeFileSync(picture, Buffer.from(PIXEL, 'base64'));
    await office.uno(script, ['make', first, picture]);
    const before = new Uint8Array(readFileSync(first));
    const after = edited(before, { row: 7, values: ['z', 'm9', 100] });
    const { lost, changed } = compare(before, after);
    expect(lost).toEqual([]);
    expect(changed.sort()).toEqual([
      'docProps/core.xml',
      'xl/sharedStrings.xml',
      'xl/tables/table1.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    writeFileSync(second, after);
    expect(JSON.parse(await office.uno(script, ['look', second]))).toEqual({
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

const root = path.resolve(__dirname, '../..');
const seed = path.resolve(root, '../shared/cases/seed-000.contract.xlsx');

if (existsSync(seed))
  test('the contract workbook: 8 rows of plan, 46 of activities', () => {
    const bytes = new Uint8Array(readFileSync(seed));
    const workbook = openXlsx(bytes);
    const rows = Object.fromEntries(workbook.tables.map((table) => [table.name, table.bodyRect.rows]));
    expect([rows.Plan, rows.Activites]).toEqual([8, 46]);
    expect(compare(bytes, saveXlsx(workbook))).toEqual({ lost: [], changed: [] });
  });
