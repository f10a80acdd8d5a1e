import { openBridge, type BridgeHarness } from '../support/office';
import { gatewayOf, newActivity, reading, trackedActivities, trackedPlan, value } from '../support/tracking';
import { randomTurns } from './turns';

/** Several people add activities at the same time, their requests in a random order. */

let office: BridgeHarness;
beforeEach(() => {
  office = openBridge();
});
afterEach(() => office.dispose());

async function created(activities = trackedActivities): Promise<void> {
  value(await gatewayOf(office).createTrackingWorkbook({ plan: trackedPlan, activities, language: 'fr' }));
}

/** Each person adds so many activities, one after the other; who is served when is drawn by lot. */
async function appendAll(people: number, each: number, seed: number): Promise<void> {
  const turns = randomTurns(seed);
  const work = Array.from({ length: people }, async (_, person) => {
    const connection = office.join({ name: `p${person}` });
    turns.share(connection.session);
    const gateway = gatewayOf(connection);
    for (let turn = 0; turn < each; turn += 1) {
      const dates = turn % 5 === 0 ? ['2021-06-02', '2021-06-03'] : ['2021-06-02'];
      const result = await gateway.append(newActivity(`- ${person}/${turn}`, dates));
      expect(result).toMatchObject({ ok: true });
    }
  });
  await turns.serve(work);
}

/** Every activity of every person, once, all its rows in the table and as they were written. */
async function expectAll(people: number, each: number, before: number): Promise<void> {
  const { activities, problems } = value(await gatewayOf(office).readPlan());
  const added = activities.slice(before);
  const meant = Array.from({ length: people * each }, (_, index) => `- ${Math.floor(index / each)}/${index % each}`);
  expect(problems).toEqual([]);
  expect(added.map(({ title }) => title).sort()).toEqual(meant.sort());
  const { title: _title, enteredBy: _by, enteredOn: _on, ...rest } = newActivity('');
  const [first] = rest.occurrences;
  for (const { id: _id, title, occurrences, ...found } of added) {
    expect({ ...found, occurrences: occurrences.slice(0, 1) }).toEqual({ ...rest, occurrences: [first] });
    expect(occurrences).toHaveLength(Number(title.split('/')[1]) % 5 === 0 ? 2 : 1);
  }
  expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
  expect(reading(office.workbook).outside).toEqual([]);
}

test('8 people add 250 activities each: 2,000, all there once, the table whole', async () => {
  await created();
  await appendAll(8, 250, 1);
  await expectAll(8, 250, trackedActivities.length);
}, 300_000);

test.each([1, 2, 3])('where tables do not grow by themselves, nothing is written over (seed %s)', async (seed) => {
  await created();
  office.workbook.configure({ tableGrowth: false });
  await appendAll(8, 15, seed);
  await expectAll(8, 15, trackedActivities.length);
});

test.each([1, 2, 3, 4, 5])(
  'people who all find the table empty do not write over each other (seed %s)',
  async (seed) => {
    await created([]);
    await appendAll(5, 4, seed);
    await expectAll(5, 4, 0);
    // The blank row of the empty table has gone.
    expect(office.workbook.tableByName('Activites')!.bodyRect.rows).toBe(5 * 5);
  },
);
