import type { Level } from '../plan';
import type { Block, TextLine } from './blocks';
import { beginsWithDate, type EntryContext } from './entries';
import { digits, readItemLabel } from './labels';

/** What a number before a title says of it; `sub` for what is under an action. */
export interface NumberedItem {
  readonly level: Level | 'sub';
  readonly no: string;
  readonly title: string;
}

interface Enumerator {
  /** `1.1`, `1.1.1`, `1.`, `1)`, `I.`, `A)`, `a)`: numbers that look alike are of one level. */
  readonly kind: string;
  readonly no: string;
  readonly title: string;
}

const written = /^\(?(?:(\d{1,2}(?:\.\d{1,2}){1,2})[.)]?|(\d{1,2}|[IVX]{1,4}|[A-H]|[a-h])([.)]))\s+(?=\S)/u;

/** The number before a line, typed or given by the list that it is of; null for headings, which have a level of their own. */
function enumeratorOf({ list, heading, text }: TextLine): Enumerator | null {
  if (heading > 0 || list?.typed) return null;
  const whole = list ? `${list.marker} ${text}` : text;
  const match = written.exec(whole);
  if (!match) return null;
  const [all, dotted, single = '', mark = ''] = match;
  const title = whole.slice(all.length).trim();
  if (dotted !== undefined) return { kind: dotted.replace(/\d+/g, '1'), no: dotted, title };
  const sort = /\d/.test(single) ? '1' : /[IVX]/.test(single) ? 'I' : /[A-H]/.test(single) ? 'A' : 'a';
  return { kind: sort + mark, no: digits(single), title };
}

/** Longer than this, a numbered line is prose. */
const longestTitle = 300;

/**
 * The outline that the numbers of a document make, where they make one: « 1. », « 1.1 », « 1.1.1 », or
 * « I. », « A) », « 1) », each kind under the one met before it. Word numbers its lists so, and people do.
 */
export class Enumeration {
  private readonly levels: ReadonlyMap<string, Level | 'sub'>;

  constructor(
    blocks: readonly Block[],
    private readonly context: EntryContext,
  ) {
    const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
    const kinds = lines.map((line) => this.numberOf(line)?.kind ?? null);
    const isLabelled = lines.some(({ text, heading }) => heading > 0 || readItemLabel(text)?.word);
    const numbers = kinds.filter((kind) => kind !== null);
    this.levels = this.actionsUnderLabels(lines, kinds) ?? levelsOf(numbers, isLabelled);
  }

  /** What a line is in the outline; null for one outside it. */
  read(line: TextLine): NumberedItem | null {
    const number = this.levels.size === 0 ? null : this.numberOf(line);
    const level = number && this.levels.get(number.kind);
    return number && level ? { level, no: number.no, title: number.title } : null;
  }

  /** « Objectif 1 », « a) Planter », « - 6 mai 2024 : Corvée », « b) Tailler »: numbers of one kind with activities between them are actions. */
  private actionsUnderLabels(
    lines: readonly TextLine[],
    kinds: readonly (string | null)[],
  ): ReadonlyMap<string, Level> | null {
    const [kind, ...others] = new Set(kinds.filter((each) => each !== null));
    if (kind === undefined || others.length > 0 || kind.startsWith('1.1')) return null;
    const labels = lines.flatMap(({ text }) => readItemLabel(text) ?? []).filter(({ word }) => word !== '');
    if (labels.length === 0 || labels.some(({ level }) => level === 'action')) return null;
    // Lists of a word processor have depths of their own.
    if (lines.some(({ list }, at) => list !== null && kinds[at] !== null)) return null;
    const between = lines.slice(kinds.indexOf(kind), kinds.lastIndexOf(kind));
    return between.some((line) => beginsWithDate(line, this.context)) ? new Map([[kind, 'action']]) : null;
  }

  private numberOf(line: TextLine): Enumerator | null {
    const number = line.text.length <= longestTitle ? enumeratorOf(line) : null;
    return number && !beginsWithDate(line, this.context) ? number : null;
  }
}

function levelsOf(kinds: readonly string[], isLabelled: boolean): ReadonlyMap<string, Level | 'sub'> {
  const order = [...new Set(kinds)];
  const dotted = order.indexOf('1.1');
  if (dotted >= 0) {
    return new Map(order.map((kind, at) => [kind, dottedLevels[kind] ?? (at < dotted ? 'objective' : 'sub')]));
  }
  const [first = '', second = ''] = order;
  const isNested = order.length > 1 && kinds.lastIndexOf(first) > kinds.indexOf(second);
  if (!isNested || isLabelled) return new Map();
  const levels: readonly Level[] = order.length === 2 ? ['objective', 'action'] : ['objective', 'strategy', 'action'];
  return new Map(order.map((kind, at) => [kind, levels[at] ?? 'sub']));
}

const dottedLevels: Readonly<Record<string, Level>> = { '1.1': 'strategy', '1.1.1': 'action' };
