import type { Language } from '../../i18n';
import type { Day } from '../../plan';
import type { Terminal } from '../io';
import type { Arguments, Message, OptionName } from '../options';
import type { CliWords } from '../words';

/** 0 done, 1 problems found, 2 wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: keyof CliWords['commands'];
  readonly options: readonly OptionName[];
  /** Whether a workbook is named after the command. */
  readonly takesFile: boolean;
  readonly run: (call: Call) => Promise<ExitCode>;
}

/** One run of a command: its words, its terminal, the language it answers in. */
export interface Call {
  readonly args: Arguments;
  /** The workbook named, `-` for standard input; empty where the command takes none. */
  readonly file: string;
  readonly terminal: Terminal;
  readonly language: Language;
  readonly words: CliWords;
  readonly today: Day;
}

/** Says a line to the person: messages never mix with results on standard output. */
export function say(call: Call, text: string): void {
  call.terminal.stderr(`${text}\n`);
}

/** Wrong use of the command line. */
export function sayUsage(call: Call, problem: Message): ExitCode {
  say(call, problem(call.words));
  return 2;
}
