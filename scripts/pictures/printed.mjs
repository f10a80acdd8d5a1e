/**
 * The first page of an example's report as LibreOffice prints it: the command line builds the report, the other
 * sheets are hidden, the PDF becomes a picture.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ensureBuild, root } from '../setup.mjs';
import { exampleOf, today } from './example.mjs';

const dotsPerInch = '92';

/** The name of the report's sheet in each language. */
const sheets = { fr: 'Rapport', en: 'Report' };

/**
 * The page as a PNG; null where LibreOffice (`SOFFICE_PATH`) or Poppler's
 * `pdftoppm` is not installed.
 */
export function printedReport(language) {
  ensureBuild(['cli']);
  const folder = mkdtempSync(join(tmpdir(), 'suivi-print-'));
  try {
    const file = join(folder, 'report.xlsx');
    const options = ['--today', today, '-o', file];
    run(process.execPath, [join(root, 'bin', 'suivi.js'), 'report', exampleOf(language), ...options]);
    writeFileSync(file, onlySheet(readFileSync(file), sheets[language]));
    const soffice = process.env.SOFFICE_PATH ?? 'soffice';
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    if (!run(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])) return null;
    const picture = join(folder, 'page');
    const firstPage = ['-r', dotsPerInch, '-f', '1', '-l', '1', '-singlefile', '-png'];
    if (!run('pdftoppm', [...firstPage, join(folder, 'report.pdf'), picture])) return null;
    return readFileSync(`${picture}.png`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** False where the program is not installed; throws where it fails. */
function run(program, options) {
  const { error, status, stderr } = spawnSync(program, options);
  if (error?.code === 'ENOENT') return false;
  if (error || status !== 0) throw error ?? new Error(`${program}: ${stderr}`);
  return true;
}

/** A file is printed with all sheets that it shows: shows one only. */
function onlySheet(file, name) {
  const parts = unzipSync(file);
  const part = 'xl/workbook.xml';
  const sheets = strFromU8(parts[part]).replace(/<sheet [^>]*>/g, (sheet) => {
    if (sheet.includes(`name="${name}"`)) return sheet;
    return sheet.replace(/ state="[^"]*"/, '').replace('<sheet ', '<sheet state="hidden" ');
  });
  return zipSync({ ...parts, [part]: strToU8(sheets) });
}
