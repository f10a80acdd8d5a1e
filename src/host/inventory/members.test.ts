import { definedClasses } from '../objects/define';
import { workbookClass } from '../objects/workbook';
import { readOfficeFile } from '../wire/office-files';
import { readWireSchema, type WireClass } from '../wire/schema';
import { coverageOf, coverageText, totals } from './members';

const schema = readWireSchema(readOfficeFile('excel-web-16.00.debug.js'));

const known: WireClass = {
  name: 'Worksheet',
  isCollection: false,
  scalars: ['Name', 'ShowGridlines'],
  settable: ['Name', 'ShowGridlines'],
  navigations: { Charts: 'ChartCollection', Shapes: 'ShapeCollection' },
  methods: ['GetRange', 'Copy', '_KeepReference', '_RegisterDataChangedEvent', '_UnregisterDataChangedEvent'],
  events: {},
  sets: {},
};

test('members are sorted into answered and refused', () => {
  const members = {
    name: 'Worksheet',
    scalars: ['Name', 'ShowGridlines'],
    settable: ['Gridlines'],
    navigations: ['Charts'],
    methods: ['GetRange', '_RegisterDataChangedEvent'],
    since: {},
  };
  const coverage = coverageOf(
    new Map<string, WireClass>([
      ['Worksheet', known],
      ['Style', { ...known, name: 'Style', scalars: ['Font'], settable: [], navigations: {}, methods: ['Delete'] }],
    ]),
    new Map([['Worksheet', members]]),
  );
  expect(coverage).toEqual([
    { name: 'Style', answered: [], refused: ['Delete()', 'Font'] },
    {
      name: 'Worksheet',
      answered: ['Charts', 'DataChangedEvent (event)', 'GetRange()', 'Name', 'ShowGridlines', 'ShowGridlines (set)'],
      refused: ['Copy()', 'Name (set)', 'Shapes'],
    },
  ]);
  expect(totals(coverage)).toEqual({ answered: 6, members: 11 });
  expect(coverageText(coverage, true)).toContain('Worksheet      6 of     9\n    Copy()\n    Name (set)\n    Shapes\n');
});

test('the host answers a fair part of the installed office.js', () => {
  expect(workbookClass.name).toBe('Workbook');
  const coverage = coverageOf(schema, definedClasses());
  const range = coverage.find(({ name }) => name === 'Range');
  expect(coverage.length).toBe(schema.size);
  expect(totals(coverage).answered).toBeGreaterThan(400);
  expect(range?.answered.length).toBeGreaterThan(range?.refused.length ?? 0);
});
