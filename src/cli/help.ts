import { commands } from './commands';
import type { Command } from './commands/command';
import { optionDefinitions, type OptionName } from './options';
import type { CliWords } from './words';

/** The help of the whole command line. */
export function generalHelp(words: CliWords): string {
  const rows = commands.map((command) => [synopsis(command), words.commands[command.name]] as const);
  return `${words.usage}\n\n${words.commandsTitle}\n${columns(rows)}\n\n${words.optionsTitle}\n${columns([optionRow('help', words)])}\n`;
}

/** The help of one command. */
export function commandHelp(command: Command, words: CliWords): string {
  const rows = [...command.options, 'help' as const].map((name) => optionRow(name, words));
  return `suivi ${synopsis(command)}\n  ${words.commands[command.name]}\n\n${words.optionsTitle}\n${columns(rows)}\n`;
}

const synopsis = (command: Command): string => (command.takesFile ? `${command.name} FILE` : command.name);

function optionRow(name: OptionName, words: CliWords): readonly [string, string] {
  const definition: (typeof optionDefinitions)[OptionName] & { readonly short?: string; readonly value?: string } =
    optionDefinitions[name];
  const short = definition.short === undefined ? '' : `-${definition.short}, `;
  const value = definition.value === undefined ? '' : ` ${definition.value}`;
  return [`${short}--${name}${value}`, words.options[definition.word]];
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
