/** The first of `1`, `2`… after the number of items that none of them has. */
export function nextId(items: readonly { readonly id: string }[]): string {
  const taken = new Set(items.map(({ id }) => id));
  for (let n = taken.size + 1; ; n++) if (!taken.has(String(n))) return String(n);
}
