import { parseArgs } from 'node:util';
import type { CliWords } from './words';

type OptionWord = keyof CliWords['options'];

export interface OptionDefinition {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What stands for the value in the help; absent for a switch. */
  readonly value?: string;
  readonly word: OptionWord;
}

const option = (word: OptionWord, value?: string, short?: string): OptionDefinition => ({
  type: value === undefined ? 'boolean' : 'string',
  word,
  ...(value !== undefined && { value }),
  ...(short !== undefined && { short }),
});

/** Every option that a command may take. */
export const optionDefinitions = {
  lang: option('lang', 'fr|en'),
  output: option('output', 'OUT', 'o'),
  'in-place': option('inPlace'),
  json: option('json'),
  into: option('into', 'FILE'),
  item: option('item', 'NO'),
  dates: option('dates', 'TEXT'),
  title: option('title', 'TEXT'),
  details: option('details', 'TEXT'),
  with: option('with', 'TEXT'),
  kind: option('kind', 'TEXT'),
  link: option('link', 'URL'),
  by: option('by', 'TEXT'),
  from: option('from', 'DAY'),
  to: option('to', 'DAY'),
  'since-committee': option('sinceCommittee'),
  'only-uncovered': option('onlyUncovered'),
  order: option('order', 'plan|date|news'),
  objective: option('objective', 'NO'),
  layout: option('layout', 'columns|compact'),
  'date-list': option('dateList'),
  paper: option('paper', 'letter|a4'),
  repair: option('repair'),
  repeated: option('repeated', 'keep|remove'),
  today: option('today', 'DAY'),
  help: option('help', undefined, 'h'),
} as const satisfies Readonly<Record<string, OptionDefinition>>;

export type OptionName = keyof typeof optionDefinitions;

export interface Arguments {
  readonly positionals: readonly string[];
  text(name: OptionName): string | undefined;
  has(name: OptionName): boolean;
}

/** A wrong use of the command line, to be said in the person's language. */
export type Message = (words: CliWords) => string;

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Message };

export const refuse = (problem: Message): Parsed<never> => ({ ok: false, problem });

/**
 * Reads a command's words against the options that it takes.
 *
 * A value may begin with a dash (`--title "- Rencontre"`): titles of plans often do, so a word after an
 * option that takes a value is always its value.
 */
export function parseArguments(argv: readonly string[], allowed: readonly OptionName[]): Parsed<Arguments> {
  const options = Object.fromEntries(
    [...allowed, 'help' as const].map((name) => {
      const definition: OptionDefinition = optionDefinitions[name];
      return [name, { type: definition.type, ...(definition.short !== undefined && { short: definition.short }) }];
    }),
  );
  const { tokens } = parseArgs({
    args: joinValues(argv),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string | true>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const definition = options[token.name];
    if (!definition) return refuse((words) => words.unknownOption({ option: token.rawName }));
    if (definition.type === 'string' && token.value === undefined) {
      return refuse((words) => words.missingOption({ option: token.rawName }));
    }
    values.set(token.name, token.value ?? true);
  }
  return {
    ok: true,
    value: {
      positionals,
      text: (name) => {
        const value = values.get(name);
        return value === true ? undefined : value;
      },
      has: (name) => values.has(name),
    },
  };
}

/** One of the words that an option takes; undefined where it is not said. */
export function oneOf<Choice extends string>(
  args: Arguments,
  name: OptionName,
  choices: readonly Choice[],
): Parsed<Choice | undefined> {
  const text = args.text(name);
  const value = choices.find((choice) => choice === text);
  if (text === undefined || value !== undefined) return { ok: true, value };
  return refuse((words) => words.badChoice({ option: `--${name}`, text, choices: choices.join('|') }));
}

/** `--title` `- X` becomes `--title=- X`, so that the dash of a value is never taken for an option. */
function joinValues(argv: readonly string[]): string[] {
  const takesValue = (word: string): string | undefined =>
    Object.entries<OptionDefinition>(optionDefinitions).find(
      ([name, definition]) =>
        definition.type === 'string' && (word === `--${name}` || (definition.short && word === `-${definition.short}`)),
    )?.[0];
  const joined: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') return [...joined, ...argv.slice(at)];
    const name = takesValue(word);
    const value = argv[at + 1];
    if (name !== undefined && value !== undefined) {
      joined.push(`--${name}=${value}`);
      at += 1;
    } else {
      joined.push(word);
    }
  }
  return joined;
}
