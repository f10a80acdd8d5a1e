import { add } from './add';
import type { Command } from './command';
import { check } from './check';
import { coverage } from './coverage';
import { dates } from './dates';
import { importCommand } from './import';
import { newCommand } from './new';
import { read } from './read';
import { report } from './report';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [newCommand, read, importCommand, add, report, coverage, check, dates];
