import { existsSync } from 'node:fs';
import { main as benchDates } from './dates';
import { main as benchGateway } from './gateway';
import { main as benchImport } from './import';

/**
 * `npm run bench [-- SIZE… | dates [TABLE] | import [FILE…]]`: the gateway at 100, 1,000 and 10,000 activities or
 * the sizes given; the reader of dates beside chrono-node; documents of 10, 100 and 1,000 pages.
 */
const [first, ...rest] = process.argv.slice(2);
const ownTable = 'src/dates/expressions.tsv';

if (first === 'dates') await benchDates(rest[0] ?? ownTable);
else if (first === 'import') await benchImport(rest.filter((file) => existsSync(file)));
else {
  const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
  await benchGateway(sizes.length > 0 ? sizes : [100, 1000, 10_000]);
}
