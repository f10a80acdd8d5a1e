import { setImmediate } from 'node:timers/promises';
import { isSigned } from '../../host';
import { describeError, type WorkbookError } from '../../workbook';
import { readInput, shown, shownTarget, targetOf, writeOutput, type FileFault, type Target } from '../io';
import { fileProblem, problemLine } from '../messages';
import { openWorkbook, type Session } from '../session';
import { say, sayUsage, type Call, type ExitCode } from './command';

/** Opens the workbook named on the command line and hands it over; says why where it cannot be read. */
export async function withWorkbook(call: Call, job: (session: Session) => Promise<ExitCode>): Promise<ExitCode> {
  const input = await readInput(call.file, call.terminal);
  if (!input.ok) {
    return sayNotRead(call, call.file, input.fault);
  }
  const opened = openWorkbook(input.bytes, { language: call.language, today: call.today });
  if (!opened.ok) {
    say(call, fileProblem(opened.reason, call.language));
    return 2;
  }
  return job(opened.session);
}

/** Says that a file could not be read, and why. */
export function sayNotRead(call: Call, file: string, fault: FileFault): ExitCode {
  say(call, call.words.notRead({ file: shown(file, call.words), why: call.words.fileFaults[fault] }));
  return 2;
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
  const bytes = session.toXlsx();
  const fault = await writeOutput(target.path, bytes, call.terminal);
  if (fault !== null) {
    const why = call.words.fileFaults[fault];
    say(call, call.words.notWritten({ file: shownTarget(target, call.words), why }));
    return 2;
  }
  say(call, done);
  if (session.isSigned && !isSigned(bytes)) say(call, call.words.signatureRemoved);
  return 0;
}

/** What stopped a command, and every problem of the workbook behind it. Nothing has been written. */
export function sayError(call: Call, error: WorkbookError): ExitCode {
  say(call, describeError(call.language, error));
  for (const problem of error.problems ?? []) say(call, problemLine(problem, call.language));
  return 1;
}
