import { commands } from './commands';
import type { Command } from './commands/command';
import { optionDefinitions, type OptionDefinition, type OptionName } from './options';
import type { CliWords } from './words';

/** The help of the whole command line. */
export function generalHelp(words: CliWords): string {
  const rows = commands.map((command) => [synopsis(command, words), words.commands[command.name]] as const);
  const options = columns([optionRow('help', words)]);
  return `${words.usage}\n\n${words.commandsTitle}\n${columns(rows)}\n\n${words.optionsTitle}\n${options}\n\n${words.generalNotes.join('\n')}\n`;
}

/** The help of one command. */
export function commandHelp(command: Command, words: CliWords): string {
  const rows = [...command.options, 'help' as const].map((name) => optionRow(name, words));
  return `suivi ${synopsis(command, words)}\n  ${words.commands[command.name]}\n\n${words.optionsTitle}\n${columns(rows)}\n`;
}

const synopsis = (command: Command, words: CliWords): string =>
  command.takesFile ? `${command.name} ${words.placeholders.FILE}` : command.name;

function optionRow(name: OptionName, words: CliWords): readonly [string, string] {
  const definition: OptionDefinition = optionDefinitions[name];
  const short = definition.short === undefined ? '' : `-${definition.short}, `;
  const value = definition.value === undefined ? '' : ` ${placeholder(definition.value, words)}`;
  return [`${short}--${name}${value}`, words.options[definition.word]];
}

/** What stands for a value, in the person's language; choices are as they must be typed. */
function placeholder(value: string, { placeholders }: CliWords): string {
  return isPlaceholder(value, placeholders) ? placeholders[value] : value;
}

const isPlaceholder = (value: string, known: CliWords['placeholders']): value is keyof CliWords['placeholders'] =>
  Object.hasOwn(known, value);

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
