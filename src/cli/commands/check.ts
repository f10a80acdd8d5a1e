import { describeProblem } from '../../i18n';
import type { CheckResult, Finding, Repair, RepairChange, WorkbookError } from '../../workbook';
import { shownTarget, STANDARD, targetOf, type Target } from '../io';
import { problemLine } from '../messages';
import { oneOf } from '../options';
import type { Session } from '../session';
import { say, sayUsage, type Call, type Command, type ExitCode } from './command';
import { save, sayError, withWorkbook } from './workbook';

/** `suivi check`: what is wrong in a workbook, exit 1 where something is; with `--repair`, what is left of it. */
export const check: Command = {
  name: 'check',
  options: ['repair', 'repeated', 'json', 'today', 'output', 'in-place'],
  takesFile: true,
  run(call) {
    const repeated = oneOf(call.args, 'repeated', ['keep', 'remove']);
    if (!repeated.ok) return Promise.resolve(sayUsage(call, repeated.problem));
    if (!call.args.has('repair')) {
      if (repeated.value) return Promise.resolve(sayUsage(call, (words) => words.repeatedWithoutRepair));
      const writes = call.args.has('output') || call.args.has('in-place');
      return writes ? Promise.resolve(sayUsage(call, (words) => words.outputWithoutRepair)) : onlyCheck(call);
    }
    const target = targetOf(call.args, call.file);
    return target.ok
      ? checkAndRepair(call, target.value, repeated.value)
      : Promise.resolve(sayUsage(call, target.problem));
  },
};

function onlyCheck(call: Call): Promise<ExitCode> {
  return withWorkbook(call, async ({ gateway }) => {
    const result = await gateway.check();
    if (!result.ok) return sayError(call, result.error);
    return report(call, result.value, [], call.terminal.stdout);
  });
}

/** A workbook in which there was nothing to repair is not written over. */
function checkAndRepair(call: Call, target: Target, repeated: Repeated): Promise<ExitCode> {
  return withWorkbook(call, async (session) => {
    const repaired = await repairAll(session, repeated);
    if (!repaired.ok) return sayError(call, repaired.error);
    const { repairs, left } = repaired;
    for (const repair of repairs) for (const change of repair.changes) say(call, changeLine(call, change));
    const done = call.words.repaired({ repairs: repairs.length, file: shownTarget(target, call.words) });
    const exit = repairs.length > 0 || target.path !== call.file ? await save(call, session, target, done) : 0;
    if (exit !== 0) return exit;
    // Standard output may be the workbook itself.
    const out = target.path === STANDARD ? call.terminal.stderr : call.terminal.stdout;
    return report(call, left, repairs, out);
  });
}

/** A repair may show what stood behind another: four rounds are more than any damage takes. */
const mostRounds = 4;

/** What is chosen for rows that say all that another one says; nothing is done about them without. */
type Repeated = 'keep' | 'remove' | undefined;

/** What was done, without what only the gateway needs. */
type Made = Omit<Repair, 'steps'>;

type Repaired =
  | { readonly ok: true; readonly repairs: readonly Made[]; readonly left: CheckResult }
  | { readonly ok: false; readonly error: WorkbookError };

async function repairAll({ gateway }: Session, repeated: Repeated): Promise<Repaired> {
  const made: Made[] = [];
  for (let round = 0; ; round += 1) {
    const found = await gateway.check();
    if (!found.ok) return found;
    const { findings } = found.value;
    const safe = findings.flatMap(({ repair }) => (repair?.safe ? [repair] : []));
    const chosen = findings.flatMap(({ choices }) => (repeated && choices?.[repeated]) ?? []);
    if ((safe.length === 0 && chosen.length === 0) || round === mostRounds) {
      return { ok: true, repairs: made, left: found.value };
    }
    // Rows are only taken away once nothing else is to be done to them.
    const [repairs, rows] = [
      [...safe, ...chosen.filter((each) => 'steps' in each)],
      safe.length > 0 ? [] : chosen.filter((each) => 'values' in each),
    ];
    if (repairs.length > 0) {
      const done = await gateway.repair(repairs);
      if (!done.ok) return done;
      made.push(...repairs);
    }
    for (const row of rows) {
      const done = await gateway.removeRepeated(row);
      if (!done.ok) return done;
      made.push({ key: `repeatedRow:${row.id}`, code: 'repeatedRow', safe: false, changes: row.changes });
    }
  }
}

/** The findings, each problem on standard error, with what would repair it; exit 1 where one is more than a remark. */
function report(
  call: Call,
  { findings }: CheckResult,
  repaired: readonly Made[],
  out: (text: string) => void,
): ExitCode {
  if (call.args.has('json')) {
    out(
      `${JSON.stringify({ findings: findings.map((each) => published(call, each)), repaired: repaired.map(plain) }, null, 2)}\n`,
    );
  } else {
    const safe = findings.filter(({ repair }) => repair?.safe).length;
    const asked = findings.filter(({ repair, choices }) => repair?.safe === false || choices).length;
    out(`${call.words.checked({ problems: findings.length, safe, asked })}\n`);
  }
  for (const { problem, repair } of findings) {
    say(call, problemLine(problem, call.language));
    for (const change of repair?.changes ?? []) say(call, changeLine(call, change));
  }
  return findings.some(({ problem }) => problem.severity !== 'info') ? 1 : 0;
}

function published(call: Call, { problem, repair, choices }: Finding) {
  const message = describeProblem(call.language, problem);
  return {
    problem: { ...problem, message },
    repair: repair && plain(repair),
    ...(choices && {
      choices: {
        keep: choices.keep && plain(choices.keep),
        remove: choices.remove && { changes: choices.remove.changes },
      },
    }),
  };
}

function plain({ key, code, safe, changes }: Made): Made {
  return { key, code, safe, changes };
}

function changeLine(call: Call, { sheet, address, column, before, after }: RepairChange): string {
  const place = `${sheet}!${address === '' && column !== '' ? call.words.newRow : address}`;
  return call.words.repairTo({ place: column === '' ? place : `${place} (${column})`, before, after });
}
