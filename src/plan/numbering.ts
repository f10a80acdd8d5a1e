import { fold } from './text';

/** What a number stands for: one part is an objective, two a strategy, three an action. */
export type Level = 'objective' | 'strategy' | 'action';

/** A number taken apart: `R.2` is `{ no: 'R.2', recurring: true, parts: [2] }`, `1.1.3` has the parts 1, 1, 3. */
export interface ParsedNo {
  /** The one spelling that is compared and stored. */
  readonly no: string;
  readonly recurring: boolean;
  readonly parts: readonly number[];
  readonly level: Level;
}

const levels: readonly Level[] = ['objective', 'strategy', 'action'];

/**
 * A plan number as people type it: spaces of any kind, full-width digits, a trailing dot, a comma for a dot (French
 * keypads), leading zeros, `R1.2` for `R.1.2`, "No" before it. Null for anything else, and for more
 * than three levels.
 */
export function parseNo(text: string): ParsedNo | null {
  const compact = fold(text.normalize('NFKC'))
    .replace(/^n[o°]\.?(?=\s*[\dr])|^#/, '')
    .replace(/\s+/g, '')
    .replace(/,/g, '.')
    .replace(/\.+$/, '');
  const match = /^(r)?\.?((?:\d{1,6}(?:\.\d{1,6})*)?)$/.exec(compact);
  if (!match) return null;
  const recurring = match[1] !== undefined;
  const parts = match[2] ? match[2].split('.').map(Number) : [];
  const level = levels[parts.length - (recurring ? 0 : 1)];
  if (level === undefined || parts.includes(0)) return null;
  return { no: [...(recurring ? ['R'] : []), ...parts].join('.'), recurring, parts, level };
}

/** The spelling that is compared and stored; what is not a plan number is only trimmed, never lost. */
export function normalizeNo(text: string): string {
  return parseNo(text)?.no ?? text.trim();
}

/** Null for what is not a plan number. */
export function levelOf(no: string): Level | null {
  return parseNo(no)?.level ?? null;
}

/** `1.1` for `1.1.3`, `R` for `R.2`, null for an objective or what is not a plan number. */
export function parentNo(no: string): string | null {
  const parsed = parseNo(no);
  if (!parsed || parsed.level === 'objective') return null;
  return parsed.no.slice(0, parsed.no.lastIndexOf('.'));
}

/** Plan order: 1.9 before 1.10, an item before what is under it, the recurring section last, anything else after it. */
export function compareNo(a: string, b: string): number {
  const left = parseNo(a);
  const right = parseNo(b);
  if (!left || !right) return (left ? 0 : 1) - (right ? 0 : 1) || compareText(a, b);
  if (left.recurring !== right.recurring) return left.recurring ? 1 : -1;
  const shared = Math.min(left.parts.length, right.parts.length);
  for (let i = 0; i < shared; i++) {
    const difference = left.parts[i]! - right.parts[i]!;
    if (difference !== 0) return difference;
  }
  return left.parts.length - right.parts.length;
}

/**
 * The number for a new item under `parent` (null: a new strategic objective): one more than the
 * highest ever seen there, not the first gap, since the number of an item that was taken away may
 * still be written in somebody's minutes. Null when nothing can stand under `parent`.
 */
export function nextNo(parent: string | null, taken: Iterable<string>): string | null {
  const above = parent === null ? null : parseNo(parent);
  if (parent !== null && (!above || above.level === 'action')) return null;
  let highest = 0;
  for (const text of taken) {
    const parsed = parseNo(text);
    if (!parsed || parentNo(parsed.no) !== (above?.no ?? null)) continue;
    highest = Math.max(highest, parsed.parts.at(-1) ?? 0);
  }
  return above ? `${above.no}.${highest + 1}` : String(highest + 1);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
