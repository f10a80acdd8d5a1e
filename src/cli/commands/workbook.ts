import { setImmediate } from 'node:timers/promises';
import { describeError, type WorkbookError } from '../../workbook';
import { readInput, shown, shownTarget, targetOf, writeOutput, type Target } from '../io';
import { fileProblem, problemLine } from '../messages';
import { openWorkbook, type Session } from '../session';
import { say, sayUsage, type Call, type ExitCode } from './command';

/** Opens the workbook named on the command line and hands it over; says why where it cannot be read. */
export async function withWorkbook(call: Call, job: (session: Session) => Promise<ExitCode>): Promise<ExitCode> {
  const input = await readInput(call.file, call.terminal);
  if (!input.ok) {
    say(call, call.words.notRead({ file: shown(call.file, call.words) }));
    return 2;
  }
  const opened = openWorkbook(input.bytes, { language: call.language, today: call.today });
  if (!opened.ok) {
    say(call, fileProblem(opened.reason, call.language));
    return 2;
  }
  return job(opened.session);
}

/** The same for a command that writes: where to is settled before anything is read. */
export function changeWorkbook(
  call: Call,
  job: (session: Session, target: Target) => Promise<ExitCode>,
): Promise<ExitCode> {
  const target = targetOf(call.args, call.file);
  if (!target.ok) return Promise.resolve(sayUsage(call, target.problem));
  return withWorkbook(call, (session) => job(session, target.value));
}

/** Writes the workbook and says what was done. */
export async function save(call: Call, session: Session, target: Target, done: string): Promise<ExitCode> {
  // A turn of the loop: until then the promises of the last request hold what was built, as large as the file.
  await setImmediate();
  if (!(await writeOutput(target.path, session.toXlsx(), call.terminal))) {
    say(call, call.words.notWritten({ file: shownTarget(target, call.words) }));
    return 2;
  }
  say(call, done);
  return 0;
}

/** What stopped a command, and every problem of the workbook behind it. Nothing has been written. */
export function sayError(call: Call, error: WorkbookError): ExitCode {
  say(call, describeError(call.language, error));
  for (const problem of error.problems ?? []) say(call, problemLine(problem, call.language));
  return 1;
}
