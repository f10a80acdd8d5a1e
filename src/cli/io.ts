import { randomBytes } from 'node:crypto';
import { existsSync, statSync, type Stats } from 'node:fs';
import { access, chmod, constants, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { CliWords } from './words';
import { refuse, type Arguments, type Parsed } from './options';

/** What the command line touches outside itself, so that tests can stand in for a terminal. */
export interface Terminal {
  readonly stdin: () => Promise<Uint8Array>;
  readonly stdout: (data: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The name of standard input and output. */
export const STANDARD = '-';

/** Where a command writes; the default refuses to touch the file that was read. */
export interface Target {
  readonly path: string;
}

/**
 * The file to write, from `-o OUT` or `--in-place`, where `source` is read (empty where nothing is). Exactly one must be given, and `-o` may name no file that is
 * there: a workbook is overwritten only where that was said, and never while another program has it open.
 */
export function targetOf(args: Arguments, source: string): Parsed<Target> {
  const output = args.text('output');
  const inPlace = args.has('in-place');
  if (output !== undefined && inPlace) return refuse((words) => words.twoOutputs);
  if (inPlace) {
    if (source === STANDARD) return refuse((words) => words.inPlaceStdin);
    const lock = lockOf(source);
    return lock
      ? refuse((words) => words.openElsewhere({ file: source, lock }))
      : { ok: true, value: { path: source } };
  }
  if (output === undefined) return refuse((words) => words.missingOutput);
  const there = output === STANDARD ? null : statsOf(output);
  if (there && source !== STANDARD && source !== '' && isSameFile(output, there, source))
    return refuse((words) => words.sameFile);
  if (there?.isFile()) return refuse((words) => words.outputExists({ file: output }));
  return { ok: true, value: { path: output } };
}

/** What Excel or LibreOffice leaves beside a file while it is open there; null where neither does. */
function lockOf(path: string): string | null {
  const name = basename(path);
  return [`~$${name}`, `.~lock.${name}#`].find((lock) => existsSync(join(dirname(path), lock))) ?? null;
}

/** By another name, through a link or in other letters, it is the same file. */
function isSameFile(output: string, there: Stats, source: string): boolean {
  const read = statsOf(source);
  return resolve(output) === resolve(source) || (read !== null && read.dev === there.dev && read.ino === there.ino);
}

function statsOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if (isFileError(error)) return null;
    throw error;
  }
}

/** Why a file could not be read or written, by the words for it. */
export type FileFault = keyof CliWords['fileFaults'];

const faults: Readonly<Record<string, FileFault>> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  EISDIR: 'folder',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  EBUSY: 'busy',
  ENOSPC: 'full',
};

export type ReadFile =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly fault: FileFault };

/** The whole of a file or of standard input; why where it cannot be read. */
export async function readInput(path: string, terminal: Terminal): Promise<ReadFile> {
  try {
    return { ok: true, bytes: path === STANDARD ? await terminal.stdin() : await readFile(path) };
  } catch (error) {
    if (isFileError(error)) return { ok: false, fault: faults[error.code] ?? 'other' };
    throw error;
  }
}

/**
 * Writes beside the target and renames, so that a reader or a crash never meets half a workbook; who may read it and
 * the link that leads to it stay. Returns why it could not; null where it is done.
 */
export async function writeOutput(path: string, bytes: Uint8Array, terminal: Terminal): Promise<FileFault | null> {
  if (path === STANDARD) {
    terminal.stdout(bytes);
    return null;
  }
  const before = statsOf(path);
  let draft: string | null = null;
  try {
    const real = before ? await realpath(path) : path;
    if (before) await access(real, constants.W_OK);
    draft = join(dirname(real), `.${basename(real)}.${randomBytes(6).toString('hex')}`);
    await writeFile(draft, bytes);
    if (before) await chmod(draft, before.mode);
    await rename(draft, real);
    return null;
  } catch (error) {
    if (draft !== null) await rm(draft, { force: true });
    if (!isFileError(error)) throw error;
    return error.code === 'ENOENT' ? 'noFolder' : (faults[error.code] ?? 'other');
  }
}

/** How a file that is written is named in messages. */
export const shownTarget = ({ path }: Target, words: CliWords): string =>
  path === STANDARD ? words.standardOutput : path;

/** How a file that is read is named in messages. */
export const shown = (path: string, words: CliWords): string => (path === STANDARD ? words.standardInput : path);

/** What the file system refuses names the system call; anything else is ours to hear of. */
const isFileError = (error: unknown): error is { readonly code: string } =>
  typeof error === 'object' && error !== null && 'syscall' in error;
