import type { ClassMembers } from '../objects/define';
import type { WireClass, WireSchema } from '../wire/schema';

/** What the host answers of one Excel class, out of what Microsoft's proxies know of it. */
export interface ClassCoverage {
  readonly name: string;
  /** Wire names: `Name`, `Name (set)`, `GetRange()`, `onChanged`-like events as `DataChangedEvent (event)`. */
  readonly answered: readonly string[];
  /** Each answers “not implemented: Class.member”. */
  readonly refused: readonly string[];
}

/** Properties that the proxies read under one name and set under another. */
const setterNames: Readonly<Record<string, string>> = {
  'Worksheet.ShowGridlines': 'Gridlines',
  'Worksheet.ShowHeadings': 'Headings',
};

const registration = /^_Register(\w+)$/;

/**
 * Every class of the schema, in order of names, with its members sorted into answered and refused. A property that can
 * be set counts twice, for reading and for setting. What the proxies keep to themselves (`_KeepReference`…) is left out.
 */
export function coverageOf(schema: WireSchema, defined: ReadonlyMap<string, ClassMembers>): readonly ClassCoverage[] {
  return [...schema.values()]
    .map((known) => classCoverage(known, defined.get(known.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function classCoverage(known: WireClass, members: ClassMembers | undefined): ClassCoverage {
  const answers = members ? answersOf(known.name, members) : new Set<string>();
  const all = membersOf(known);
  return {
    name: known.name,
    answered: all.filter((member) => answers.has(member)),
    refused: all.filter((member) => !answers.has(member)),
  };
}

function membersOf(known: WireClass): readonly string[] {
  const all = [
    ...known.scalars,
    ...known.settable.map(setter),
    ...Object.keys(known.navigations),
    ...known.methods.flatMap(methodName),
  ];
  return [...new Set(all)].filter((member) => !member.startsWith('_')).sort();
}

function answersOf(name: string, members: ClassMembers): ReadonlySet<string> {
  const settable = new Set(members.settable);
  const renamed = Object.entries(setterNames).flatMap(([member, wireName]) =>
    member.startsWith(`${name}.`) && settable.has(wireName) ? [setter(member.slice(name.length + 1))] : [],
  );
  return new Set([
    ...members.scalars,
    ...members.settable.map(setter),
    ...renamed,
    ...members.navigations,
    ...members.methods.flatMap(methodName),
  ]);
}

function setter(member: string): string {
  return `${member} (set)`;
}

/** An event is the hidden method that registers it. */
function methodName(method: string): readonly string[] {
  const event = registration.exec(method)?.[1];
  if (event !== undefined) return [`${event} (event)`];
  return method.startsWith('_') ? [] : [`${method}()`];
}

/** How many members in all. */
export function totals(classes: readonly ClassCoverage[]): { readonly answered: number; readonly members: number } {
  const answered = classes.reduce((sum, one) => sum + one.answered.length, 0);
  return { answered, members: answered + classes.reduce((sum, one) => sum + one.refused.length, 0) };
}

/** The coverage as text: a line a class, then the totals; with `detailed`, under each class what it refuses. */
export function coverageText(classes: readonly ClassCoverage[], detailed: boolean): string {
  const width = Math.max(...classes.map(({ name }) => name.length), 5);
  const line = (name: string, answered: number, members: number): string =>
    `${name.padEnd(width)}  ${String(answered).padStart(5)} of ${String(members).padStart(5)}`;
  const shown = detailed ? classes : classes.filter(({ answered }) => answered.length > 0);
  const lines = shown.flatMap(({ name, answered, refused }) => [
    line(name, answered.length, answered.length + refused.length),
    ...(detailed ? refused.map((member) => `    ${member}`) : []),
  ]);
  const none = classes.length - classes.filter(({ answered }) => answered.length > 0).length;
  const { answered, members } = totals(classes);
  return [
    ...lines,
    '',
    line('All', answered, members),
    `${classes.length - none} of ${classes.length} classes are answered; ` +
      'every other member is refused as “not implemented: Class.member”.',
    ...(detailed ? [] : ['With --refused: what is refused, by name.']),
    '',
  ].join('\n');
}
