import { add } from './add';
import type { Command } from './command';
import { coverage } from './coverage';
import { newCommand } from './new';
import { read } from './read';
import { report } from './report';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [newCommand, read, add, report, coverage];
