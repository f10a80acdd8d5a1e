import { saveXlsx, openXlsx } from '../../src/host';
import { parseIso } from '../../src/plan';
import { createGateway } from '../../src/workbook';
import { generate, randomFrom } from '../support/generator';
import { openBridge } from '../support/office';

/**
 * Requests of the add-in changed at random, from a seed: the host answers each by a result or a code, never by a throw,
 * and the workbook stays one that can be read, saved and opened. `FUZZ_ROUNDS` asks for more than the bounded number.
 */
const rounds = Number(process.env.FUZZ_ROUNDS ?? 150) * 10;
const seed = Number(process.env.FUZZ_SEED ?? 20_260);
const today = parseIso('2021-10-15')!;

type Random = () => number;
const below = (random: Random, count: number): number => Math.floor(random() * count);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

const junk: readonly unknown[] = [
  null, true, 0, -1, 1.5, 1e308, '', 'x', 'A1', 'A1:XFD1048577', '=1+1', '__proto__', 'constructor', 'toString', '\ud800', [], [[]], [[1], [2, 3]], {}, { __proto__: null }, { a: { b: {} } }, 'x'.repeat(40_000),
]; // prettier-ignore

/** The value with something in it exchanged, taken away, or doubled. */
function changed(value: unknown, random: Random, chance: number): unknown {
  if (random() < chance) return pick(random, junk);
  if (Array.isArray(value)) {
    const list = value.map((item: unknown) => changed(item, random, chance));
    if (random() < chance) return list.slice(1);
    return random() < chance ? [...list, ...list] : list;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(() => random() > chance / 2);
    return Object.fromEntries(entries.map(([key, item]) => [random() < chance / 4 ? 'x' : key, changed(item, random, chance)]));
  }
  return value;
} // prettier-ignore

/** What the add-in sends while a workbook is made, added to, read, checked. */
async function recorded(): Promise<readonly string[]> {
  const office = openBridge();
  const bodies: string[] = [];
  const execute = office.session.execute.bind(office.session);
  jest.spyOn(office.session, 'execute').mockImplementation((body) => {
    bodies.push(body);
    return execute(body);
  });
  const gateway = createGateway({ today: () => today });
  const { plan, activities } = generate({ actions: 4, activities: 4 });
  const period = { from: null, to: null };
  await gateway.createTrackingWorkbook({ plan, activities, language: 'fr' });
  await gateway.readPlan();
  await gateway.writeCoverage({ plan, activities, period, today, language: 'fr' });
  await gateway.check();
  office.dispose();
  return bodies;
}

it('are answered by a result or a code, and leave a workbook', async () => {
  const bodies = await recorded();
  expect(bodies.length).toBeGreaterThan(5);
  const random = randomFrom(seed);
  const crashes = new Set<string>();
  let office = openBridge();
  for (let round = 0; round < rounds; round++) {
    const body = pick(random, bodies);
    const kind = random();
    const sent =
      kind < 0.1 ? body.slice(0, below(random, body.length))
      : kind < 0.2 ? JSON.stringify(pick(random, junk))
      : JSON.stringify(changed(JSON.parse(body), random, 0.02)); // prettier-ignore
    let answer: { readonly Error?: { readonly Code: unknown; readonly Message: unknown }; readonly Results?: unknown };
    try {
      answer = JSON.parse(office.session.execute(sent)) as typeof answer;
    } catch (cause) {
      throw new Error(`round ${round} of seed ${seed}: ${sent.slice(0, 500)}`, { cause });
    }
    const code = answer.Error ? String(answer.Error.Code) : 'done';
    expect(answer.Error ? /^\w+$/.test(code) : Array.isArray(answer.Results)).toBe(true);
    const message = String(answer.Error?.Message);
    if (message.startsWith('Internal error')) crashes.add(message);
    if (round % 150 === 149) {
      openXlsx(saveXlsx(office.workbook));
      office.dispose();
      office = openBridge();
    }
  }
  office.dispose();
  expect([...crashes]).toEqual([]);
}, 60_000 + rounds * 100); // prettier-ignore
