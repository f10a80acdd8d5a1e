import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
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
 * The file to write, from `-o OUT` or `--in-place`. Exactly one must be given, and `-o` may not name the
 * file being read: a workbook is overwritten only where that was said.
 */
export function targetOf(args: Arguments, source: string): Parsed<Target> {
  const output = args.text('output');
  const inPlace = args.has('in-place');
  if (output !== undefined && inPlace) return refuse((words) => words.twoOutputs);
  if (inPlace) {
    return source === STANDARD ? refuse((words) => words.inPlaceStdin) : { ok: true, value: { path: source } };
  }
  if (output === undefined) return refuse((words) => words.missingOutput);
  if (output !== STANDARD && source !== STANDARD && resolve(output) === resolve(source)) {
    return refuse((words) => words.sameFile);
  }
  return { ok: true, value: { path: output } };
}

export type ReadFile = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false };

/** The whole of a file or of standard input; not ok where it cannot be read. */
export async function readInput(path: string, terminal: Terminal): Promise<ReadFile> {
  try {
    return { ok: true, bytes: path === STANDARD ? await terminal.stdin() : await readFile(path) };
  } catch (error) {
    if (isFileError(error)) return { ok: false };
    throw error;
  }
}

/** Writes beside the target and renames, so that a reader or a crash never meets half a workbook. False where it could not. */
export async function writeOutput(path: string, bytes: Uint8Array, terminal: Terminal): Promise<boolean> {
  if (path === STANDARD) {
    terminal.stdout(bytes);
    return true;
  }
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
    return true;
  } catch (error) {
    await rm(draft, { force: true });
    if (isFileError(error)) return false;
    throw error;
  }
}

/** How a file that is written is named in messages. */
export const shownTarget = ({ path }: Target, words: CliWords): string =>
  path === STANDARD ? words.standardOutput : path;

/** How a file that is read is named in messages. */
export const shown = (path: string, words: CliWords): string => (path === STANDARD ? words.standardInput : path);

/** What the file system refuses names the system call; anything else is ours to hear of. */
const isFileError = (error: unknown): boolean => typeof error === 'object' && error !== null && 'syscall' in error;
