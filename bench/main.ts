import { existsSync } from 'node:fs';
import { main as benchDates } from './dates';
import { main as benchGateway, measureOne } from './gateway';
import { main as benchImport } from './import';
import { main as makeWorkbook } from './workbook';

/**
 * `npm run bench [-- SIZE… | dates [TABLE] | import [FILE…] | workbook SIZE FILE | pane [SIZE]]`: the gateway at
 * 100, 1,000 and 10,000 activities or the sizes given; the reader of dates beside chrono-node; documents of 10, 100
 * and 1,000 pages; a generated workbook to measure with; the pane in a browser (scripts/bench-pane.mjs).
 */
const [first, ...rest] = process.argv.slice(2);
const ownTable = 'src/dates/expressions.tsv';

if (first === 'dates') await benchDates(rest[0] ?? ownTable);
// What the table of sizes runs for each of its lines, so that each has a process and its memory to itself.
else if (first === 'one') await measureOne(rest);
else if (first === 'import') await benchImport(rest.filter((file) => existsSync(file)));
else if (first === 'workbook') await makeWorkbook(Number(rest[0]), rest[1] ?? 'generated.xlsx');
else {
  const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
  benchGateway(sizes.length > 0 ? sizes : [100, 1000, 10_000]);
}
