import { activityOf } from '../../../test/support/plans';
import { problem, type Activity } from '../../plan';
import type { Finding } from '../../workbook';
import { hasOwnId, repairOf } from './missingId';

const activity = (id: string): Activity => activityOf({ id, planNo: '1', title: 'Visite' });

const finding = (address: string, title = 'Visite'): Finding => ({
  problem: problem('missingId', { kind: 'cell', sheet: 'Activités', address }, { title }),
  repair: { key: address, code: 'missingId', safe: true, changes: [], steps: [] },
});
const other: Finding = { problem: problem('duplicateNo', { kind: 'workbook' }, { no: '1' }), repair: null };

it('knows an id from what the reading calls a row without one', () => {
  expect([hasOwnId(activity('row-3')), hasOwnId(activity('a3k9'))]).toEqual([false, true]);
});

test.each([
  { description: 'by its row', findings: [other, finding('A3'), finding('A4')], found: 'A4' },
  { description: 'by its title alone, elsewhere', findings: [finding('A9'), finding('A8', 'Lettre')], found: 'A9' },
  { description: 'not where several look alike', findings: [finding('A9'), finding('A8')], found: null },
  { description: 'not among other problems', findings: [other], found: null },
])('finds the repair of a row: $description', ({ findings, found }) => {
  expect(repairOf(findings, activity('row-3'))?.key ?? null).toBe(found);
});
