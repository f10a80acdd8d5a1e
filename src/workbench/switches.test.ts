import { hostOptions, readSwitches, usualSwitches, withSwitches, type Switches } from './switches';

it.each<[string, Partial<Switches>, string]>([
  ['', {}, ''],
  ['?lang=en', {}, '?lang=en'],
  ['?lang=en&delay=500', { delay: 500 }, '?lang=en&delay=500'],
  ['?delay=1e9', { delay: 60_000 }, '?delay=60000'],
  ['?delay=-1&excelApi=9.9&limits=nothing', {}, ''],
  ['?delay=0.5', {}, ''],
  ['?excelApi=1.12', { excelApi: '1.12' }, '?excelApi=1.12'],
  ['?limits=slicersRefused,readOnly', { limits: ['readOnly', 'slicersRefused'] }, '?limits=readOnly,slicersRefused'],
])('%s is read, and written as it is read', (query, expected, written) => {
  const switches = { ...usualSwitches, ...expected };
  expect(readSwitches(query)).toEqual(switches);
  expect(withSwitches(query, switches)).toBe(written);
});

it('makes the host’s options of them, and leaves a workbook that is read-only so', () => {
  const options = {
    answersAfter: 0,
    excelApi: '1.18',
    readOnly: false,
    tableGrowth: true,
    pivotsRefused: false,
    slicersRefused: false,
  };
  expect(hostOptions(usualSwitches, false)).toEqual(options);
  expect(hostOptions(usualSwitches, true)).toEqual({ ...options, readOnly: true });
  expect(
    hostOptions({ delay: 5, excelApi: '1.13', limits: ['readOnly', 'tablesFixed', 'pivotsRefused'] }, false),
  ).toEqual({
    answersAfter: 5,
    excelApi: '1.13',
    readOnly: true,
    tableGrowth: false,
    pivotsRefused: true,
    slicersRefused: false,
  });
});
