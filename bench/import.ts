import { existsSync, readFileSync } from 'node:fs';
import { draftImport, outlineWords, readDocument, type DocumentSource } from '../src/import';
import { median, secondsOf } from './measure';

/** One document read and interpreted: how long it took, and how much was in it. */
export interface ImportCost {
  readonly name: string;
  readonly bytes: number;
  readonly activities: number;
  /** Medians of the rounds: the whole, and the reading of the format alone. */
  readonly seconds: number;
  readonly readSeconds: number;
}

/** Activities on a page of such a report. */
const perPage = 8;

/** A report of that many pages as Word puts it on the clipboard: a table of three columns, an action for every page. */
function wordReport(pages: number): string {
  const rows: string[] = [];
  for (let page = 0; page < pages; page++) {
    for (let n = 0; n < perPage; n++) {
      const strategy = page % 10 === 0 && n === 0 ? paragraph(`Stratégie du chapitre ${page / 10 + 1}`, true) : '';
      const action = n === 0 ? paragraph(`&gt; Mener l’action numéro ${page + 1} auprès des ateliers membres`) : '';
      const date = paragraph(`${((n * 3 + page) % 28) + 1}&nbsp;octobre <span lang=FR-CA>${2020 + (page % 5)}</span>`);
      const body =
        paragraph(`Rencontre ${page}-${n} du comité de la page`, true) +
        paragraph('(Avec Odile Thibodeau, coordonnatrice)');
      rows.push(`<tr><td>${strategy}</td><td>${action}</td><td>${date}${body}</td></tr>`);
    }
  }
  const header = ['Stratégies 2020-2025', 'Actions 2020-2021', 'ACTIVITÉS'].map(
    (title) => `<td>${paragraph(title, true)}</td>`,
  );
  return `<html><body><!--StartFragment-->${paragraph('OBJECTIF STRATÉGIQUE 1 | Faire connaître les ateliers')}<table class=MsoNormalTable><tr>${header.join('')}</tr>${rows.join('\n')}</table></body></html>`;
}

function paragraph(text: string, bold = false): string {
  const span = `<span lang=FR-CA style='font-size:10.0pt;font-family:"Arial",sans-serif'>${text}</span>`;
  return `<p class=MsoNormal style='margin-bottom:0cm'>${bold ? `<b>${span}</b>` : span}<o:p></o:p></p>\n`;
}

/** Reads and interprets a document `rounds` times. */
async function benchDocument(name: string, source: DocumentSource, rounds: number): Promise<ImportCost> {
  const reads: number[] = [];
  const wholes: number[] = [];
  let activities = 0;
  for (let round = 0; round < rounds; round++) {
    let reading = readDocument(source);
    const read = await secondsOf(() => (reading = readDocument(source)));
    if (!reading.ok) throw new Error(`${name}: ${reading.refusal}`);
    const document = reading.value;
    const draft = await secondsOf(() => {
      activities = draftImport(document, { words: outlineWords('fr'), referenceYear: 2026 }).activities.length;
    });
    reads.push(read);
    wholes.push(read + draft);
  }
  const bytes = source.kind === 'file' ? source.bytes.length : source.kind === 'paste' ? source.html.length : 0;
  return { name, bytes, activities, seconds: median(wholes), readSeconds: median(reads) };
}

/** Reports of 10, 100 and 1,000 pages, and the files given (`seed` of the cases beside the repository). */
async function benchImport(files: readonly string[] = []): Promise<readonly ImportCost[]> {
  const costs: ImportCost[] = [];
  for (const pages of [10, 100, 1000]) {
    const source = { kind: 'paste', html: wordReport(pages), text: '' } as const;
    costs.push(await benchDocument(`${pages} pages`, source, pages >= 1000 ? 3 : 5));
  }
  for (const path of files.filter((each) => existsSync(each))) {
    costs.push(await benchDocument(path, { kind: 'file', bytes: new Uint8Array(readFileSync(path)) }, 9));
  }
  return costs;
}

/** Prints a line for each document: its size, its activities, milliseconds in all and for the format alone. */
export async function main(files: readonly string[]): Promise<void> {
  for (const { name, bytes, activities, seconds, readSeconds } of await benchImport(files)) {
    const columns = [
      name.split('/').at(-1)?.padEnd(24),
      `${(bytes / 1e6).toFixed(3)} MB`.padStart(12),
      `${activities} activities`.padStart(18),
      `${(seconds * 1000).toFixed(1)} ms`.padStart(12),
      `${(readSeconds * 1000).toFixed(1)} ms to read`.padStart(20),
      `${((seconds * 1e6) / Math.max(1, activities)).toFixed(0)} µs/activity`.padStart(18),
    ];
    process.stdout.write(`${columns.join(' ')}\n`);
  }
}
