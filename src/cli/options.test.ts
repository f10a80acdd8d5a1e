import { parseArguments, type OptionName } from './options';
import { words } from './words';

const allowed: readonly OptionName[] = ['title', 'output', 'in-place', 'json'];

describe('parseArguments', () => {
  it.each<{ given: string[]; positionals: string[]; title?: string; output?: string; flags: OptionName[] }>([
    { given: ['plan.xlsx'], positionals: ['plan.xlsx'], flags: [] },
    {
      given: ['plan.xlsx', '--title', '- Rencontre'],
      positionals: ['plan.xlsx'],
      title: '- Rencontre',
      flags: ['title'],
    },
    { given: ['--title=--json', 'a'], positionals: ['a'], title: '--json', flags: ['title'] },
    { given: ['--title', '--json', 'a'], positionals: ['a'], title: '--json', flags: ['title'] },
    { given: ['-o', '-', '-'], positionals: ['-'], output: '-', flags: ['output'] },
    { given: ['-o', 'b.xlsx', '--json', 'a'], positionals: ['a'], output: 'b.xlsx', flags: ['output', 'json'] },
    { given: ['--', '--title'], positionals: ['--title'], flags: [] },
  ])('$given', ({ given, positionals, title, output, flags }) => {
    const parsed = parseArguments(given, allowed);
    if (!parsed.ok) throw new Error(parsed.problem(words('en')));
    expect({
      positionals: parsed.value.positionals,
      title: parsed.value.text('title'),
      output: parsed.value.text('output'),
      flags: allowed.filter((name) => parsed.value.has(name)).sort(),
    }).toEqual({ positionals, title, output, flags: [...flags].sort() });
  });

  it.each([
    { given: ['--nope'], said: 'Unknown option: “--nope”.' },
    { given: ['--item', '1.1'], said: 'Unknown option: “--item”.' },
    { given: ['a', '--title'], said: 'Option --title is missing.' },
  ])('refuses $given', ({ given, said }) => {
    const parsed = parseArguments(given, allowed);
    expect(parsed.ok ? 'taken' : parsed.problem(words('en'))).toBe(said);
  });
});
