/** How a locale writes numbers and dates, from the platform's own tables. */
export function separatorsOf(locale: string): { readonly decimal: string; readonly group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: of('decimal') || '.', group: of('group') };
}

/** As .NET writes it: `yyyy-MM-dd`, `dd/MM/yyyy`. */
export function shortDatePattern(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' });
  const letters: Readonly<Record<string, string>> = { year: 'yyyy', month: 'MM', day: 'dd' };
  return parts
    .formatToParts(0)
    .map((part) => letters[part.type] ?? part.value)
    .join('');
}
