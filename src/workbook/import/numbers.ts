import { parentNo } from '../../plan';

/** Plan numbers and those above them: an item of the plan is a row of its table, or stands above one. */
export function withParents(nos: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const each of nos) {
    for (let no: string | null = each; no !== null && !all.has(no); no = parentNo(no)) all.add(no);
  }
  return all;
}
