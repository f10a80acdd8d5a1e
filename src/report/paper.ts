import type { Paper } from './model';

/** Where people print on letter: North America, and those who buy their paper there. */
const letterRegions: ReadonlySet<string> = new Set(['CA', 'US', 'MX', 'PH', 'PR', 'CL', 'CO', 'VE', 'GT', 'CR', 'PA']);

/**
 * The paper of the first locale (`fr-CA`) that names a country; a language alone says nothing about paper. Letter
 * where none does: the product is at home in Québec.
 */
export function paperOf(locales: readonly string[]): Paper {
  for (const locale of locales) {
    const region = /^[a-z]{2,3}(?:-[a-z]{4})?[-_]([a-z]{2})\b/i.exec(locale.trim())?.[1]?.toUpperCase();
    if (region !== undefined) return letterRegions.has(region) ? 'letter' : 'a4';
  }
  return 'letter';
}
