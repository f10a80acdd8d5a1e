import { definedClasses } from '../objects/define';
import { workbookClass } from '../objects/workbook';
import { readOfficeFile } from '../wire/office-files';
import { readWireSchema } from '../wire/schema';
import { coverageOf, coverageText } from './members';

/** `npm run host:coverage [-- --refused]`: what the embedded Excel answers of what Microsoft's proxies can ask. */
function main(words: readonly string[]): number {
  const unknown = words.filter((word) => word !== '--refused');
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(' ')}\nUsage: npm run host:coverage [-- --refused]\n`);
    return 2;
  }
  const schema = readWireSchema(readOfficeFile('excel-web-16.00.debug.js'));
  // Naming the root loads every class that it leads to.
  if (schema.size === 0 || !definedClasses().has(workbookClass.name)) {
    process.stderr.write('The installed office.js is not as expected: no classes were found in it.\n');
    return 1;
  }
  process.stdout.write(coverageText(coverageOf(schema, definedClasses()), words.length > 0));
  return 0;
}

process.exitCode = main(process.argv.slice(2));
