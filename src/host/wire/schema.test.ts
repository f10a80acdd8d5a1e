import { definedClasses } from '../objects/define';
import { workbookClass } from '../objects/workbook';
import { readOfficeFile } from './office-files';
import { readWireSchema } from './schema';
import { isHigher } from './versions';

const schema = readWireSchema(readOfficeFile('excel-web-16.00.debug.js'));
/** Names that the proxies send for a property of another name. */
const otherNames = ['Worksheet.Gridlines', 'Worksheet.Headings'];
/** Everybody who runs the product has these sets: members up to them need no gate. */
const LOWEST = '1.11';

test('reads the classes of the installed file', () => {
  expect(schema.size).toBeGreaterThan(150);
  expect(schema.get('Worksheet')).toMatchObject({
    isCollection: false,
    navigations: { Tables: 'TableCollection', FreezePanes: 'WorksheetFreezePanes' },
    events: { Changed: 10, SelectionChanged: 14 },
  });
  expect(readWireSchema('something else').size).toBe(0);
});

test('the host answers nothing that Excel has not', () => {
  expect(workbookClass.name).toBe('Workbook');
  const unknown: string[] = [];
  for (const { name, scalars, settable, navigations, methods } of definedClasses().values()) {
    const excel = schema.get(name);
    if (!excel) {
      unknown.push(name);
      continue;
    }
    const known = new Set([...excel.scalars, ...Object.keys(excel.navigations), ...excel.methods]);
    for (const member of [...scalars, ...navigations, ...methods]) {
      if (!known.has(member)) unknown.push(`${name}.${member}`);
    }
    for (const member of settable.map((setter) => `${name}.${setter}`)) {
      const isKnown = otherNames.includes(member) || excel.settable.includes(member.slice(name.length + 1));
      if (!isKnown) unknown.push(`${member} (set)`);
    }
  }
  expect(unknown).toEqual([]);
});

test('members above the lowest set say which they need', () => {
  const expected: Record<string, string> = {};
  const said: Record<string, string> = {};
  for (const { name, scalars, navigations, methods, since } of definedClasses().values()) {
    const sets = schema.get(name)?.sets ?? {};
    for (const member of [...scalars, ...navigations, ...methods]) {
      const set = sets[member];
      if (set !== undefined && isHigher(set, LOWEST)) expected[`${name}.${member}`] = set;
    }
    for (const [member, set] of Object.entries(since)) said[`${name}.${member}`] = set;
  }
  expect(said).toEqual(expected);
});
