import { commands } from './commands';
import { sayUsage, type Call, type ExitCode } from './commands/command';
import { dayOption } from './commands/options';
import { commandHelp, generalHelp } from './help';
import type { Terminal } from './io';
import { parseArguments, type Arguments } from './options';
import { environmentLanguage, words as wordsOf } from './words';
import type { Day } from '../plan';

const noArguments: Arguments = { positionals: [], text: () => undefined, has: () => false };

/** Runs one command line. `today` is the day to count from unless `--today` says another. */
export async function runCli(argv: readonly string[], terminal: Terminal, today: Day): Promise<ExitCode> {
  const language = environmentLanguage(terminal.environment);
  const words = wordsOf(language);
  const bare: Call = { args: noArguments, file: '', terminal, language, words, today };
  // « suivi help import » is « suivi import --help ».
  const [name, ...rest] = argv[0] === 'help' ? [...argv.slice(1, 2), '--help'] : argv;
  if (name === undefined || name === '--help' || name === '-h') {
    terminal.stdout(generalHelp(words));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((known) => known.name === name);
  if (!command) return sayUsage(bare, ({ unknownCommand }) => unknownCommand({ command: name }));

  const parsed = parseArguments(rest, command.options);
  if (!parsed.ok) return sayUsage(bare, parsed.problem);
  if (parsed.value.has('help')) {
    terminal.stdout(commandHelp(command, words));
    return 0;
  }
  const [first, ...others] = parsed.value.positionals;
  const file = command.takesFile ? first : '';
  if (file === undefined) return sayUsage(bare, ({ missingFile }) => missingFile);
  const extra = command.takesFile ? others[0] : first;
  if (extra !== undefined) return sayUsage(bare, ({ tooManyArguments }) => tooManyArguments({ argument: extra }));
  const givenDay = dayOption(parsed.value, 'today');
  if (!givenDay.ok) return sayUsage(bare, givenDay.problem);

  return command.run({ ...bare, args: parsed.value, file, today: givenDay.value ?? today });
}
