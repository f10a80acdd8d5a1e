/**
 * The first page of the example's report as LibreOffice prints it: the command line builds the report, the other
 * sheets are hidden, the PDF becomes a picture.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ensureBuild, root } from './setup.mjs';

/** The day on which the example's reports are built. */
const today = '2026-06-22';
const dotsPerInch = '92';

/**
 * The page as a PNG, of the layout `columns` or `compact`; null where LibreOffice (`SOFFICE_PATH`) or Poppler's
 * `pdftoppm` is not installed.
 */
export function printedReport(layout) {
  ensureBuild(['cli']);
  const folder = mkdtempSync(join(tmpdir(), 'suivi-print-'));
  try {
    const file = join(folder, 'report.xlsx');
    const example = join(root, 'examples', 'exemple.xlsx');
    const cli = [join(root, 'bin', 'suivi.js'), 'report', example, '--layout', layout, '--today', today, '-o', file];
    run(process.execPath, cli);
    writeFileSync(file, onlySheet(readFileSync(file), 'Rapport'));
    const soffice = process.env.SOFFICE_PATH ?? 'soffice';
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    if (!run(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])) return null;
    const picture = join(folder, 'page');
    const options = ['-r', dotsPerInch, '-f', '1', '-l', '1', '-singlefile', '-png'];
    if (!run('pdftoppm', [...options, join(folder, 'report.pdf'), picture])) return null;
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
