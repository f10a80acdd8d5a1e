import type { Fault } from '../../src/host';
import type { Result, WorkbookErrorCode } from '../../src/workbook';
import { arranged, commands, readers, undisturbed, type Command } from './harness';

/** A failure at every request of every command: the workbook and the person's message say the same, and trying again is safe. */

type Stage = Awaited<ReturnType<typeof arranged>>;
type Clean = Awaited<ReturnType<typeof undisturbed>>;

const shares = [0.1, 0.35, 0.6, 0.85, 1];

/** What goes wrong at a request. */
function faultsAt(at: number): readonly Fault[] {
  return [
    { at, kind: 'error' },
    { at, kind: 'error', code: 'AccessDenied' },
    { at, kind: 'timeout' },
    { at, kind: 'lostResponse', code: 'Timeout' },
    { at, kind: 'lostResponse' },
    ...shares.map((share): Fault => ({ at, kind: 'halfway', share })),
  ];
}

const codeOf = (result: Result<unknown>): WorkbookErrorCode | 'ok' => (result.ok ? 'ok' : result.error.code);

/** Tries again until it is done: the command itself, as a person would, or what says that it was done already. */
async function triedAgain({ call, maker, reading }: Stage, command: Command, { after }: Clean): Promise<void> {
  const again = await call(maker, true);
  expect(again.ok || command.whenDone.includes(again.error.code) ? 'done' : again).toBe('done');
  expect(reading()).toEqual(after);
}

/** The workbook can be read, in the state that the command's answer says. */
async function expectTruth(stage: Stage, result: Result<unknown>, clean: Clean, mayBeCut = false): Promise<void> {
  const reading = stage.reading();
  if (mayBeCut && !result.ok) expect(result.error.code).toBe('notVerified');
  else if (result.ok) expect(reading).toEqual(clean.after);
  else if (result.error.code === 'notVerified') expectOneOf([clean.before, clean.after], reading);
  else expect([result.error, reading]).toEqual([result.error, clean.before]);
  const status = await stage.maker.status();
  expect(status.ok).toBe(true);
  if (status.ok && status.value.kind === 'tracking') expect(await stage.maker.readPlan()).toMatchObject({ ok: true });
}

describe.each(commands)('$name', (command) => {
  let clean: Clean;
  beforeAll(async () => {
    clean = await undisturbed(command);
  });

  it('tells the truth after a fault at any request, and can be tried again', async () => {
    for (let at = 1; at <= clean.requests; at += 1) {
      for (const fault of faultsAt(at)) {
        const stage = await arranged(command);
        stage.inject(fault);
        const result = await stage.call(stage.tried, false);
        await labelled({ fault, answer: codeOf(result) }, async () => {
          // What it did without is said in the answer, and made by the next call.
          const fellBack = result.ok && command.fellBack?.(result.value) === true;
          if (!fellBack) await expectTruth(stage, result, clean);
          if (!result.ok || fellBack) await triedAgain(stage, command, clean);
        });
        stage.dispose();
      }
    }
  });

  it('tells the truth where looking again fails as well', async () => {
    for (let at = 1; at <= clean.requests; at += 1) {
      for (const kind of ['timeout', 'lostResponse'] as const) {
        const stage = await arranged(command);
        const faults = Array.from({ length: 12 }, (_, next): Fault => ({ at: at + next, kind, code: 'Timeout' }));
        stage.inject(...faults);
        const result = await stage.call(stage.tried, false);
        await labelled({ at, kind, answer: codeOf(result) }, async () => {
          await expectTruth(stage, result, clean, command.inParts === true && at > 1);
          if (!result.ok) await triedAgain(stage, command, clean);
        });
        stage.dispose();
      }
    }
  });

  it('leaves a workbook that can be gone on with when the pane is reloaded at any request', async () => {
    for (let at = 1; at <= clean.requests; at += 1) {
      const stage = await arranged(command);
      stage.inject({ at, kind: 'reload' });
      const ended = new Promise<void>((resolve) => stage.session.onEnd(resolve));
      void stage.call(stage.tried, false);
      await ended;
      await labelled({ at }, async () => {
        if (command.inParts !== true) expectOneOf([clean.before, clean.after], stage.reading());
        const page = { ...stage, maker: stage.reloaded() };
        expect(await page.maker.status()).toMatchObject({ ok: true });
        await triedAgain(page, command, clean);
      });
      stage.dispose();
    }
  });
});

test.each(readers)('$name changes nothing and says so, whatever fails', async (command) => {
  const { requests } = await undisturbed(command);
  for (let at = 1; at <= requests; at += 1) {
    for (const fault of faultsAt(at)) {
      const stage = await arranged(command);
      const before = stage.reading();
      stage.inject(fault);
      expect(await stage.call(stage.tried, false)).toMatchObject({ ok: false });
      expect(stage.reading()).toEqual(before);
      expect(await stage.call(stage.tried, true)).toMatchObject({ ok: true });
      stage.dispose();
    }
  }
});

/** As the first, unless it is as another: the difference that is shown is short. */
function expectOneOf<T>(allowed: readonly T[], found: T): void {
  const text = JSON.stringify(found);
  if (!allowed.some((each) => JSON.stringify(each) === text)) expect(found).toEqual(allowed[0]);
}

/** A failure of an expectation in a loop says of which turn it is. */
async function labelled(turn: object, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (error instanceof Error) error.message = `${JSON.stringify(turn)}\n${error.message}`;
    throw error;
  }
}
