import type { Language } from './language';

/** Canadian conventions: the product's first users are in Québec. */
const locales = { fr: 'fr-CA', en: 'en-CA' } as const;

const numbers = {
  fr: new Intl.NumberFormat(locales.fr),
  en: new Intl.NumberFormat(locales.en),
} as const;

/** A number as people of that language write it: `1 234,5` (no-break space), `1,234.5`. */
export function formatNumber(language: Language, value: number): string {
  return numbers[language].format(value);
}

/**
 * The form that goes with a count. French is singular up to but not including 2 (« 0 activité »),
 * English for 1 alone ("0 activities").
 */
export function plural<Form>(
  language: Language,
  count: number,
  forms: { readonly one: Form; readonly other: Form },
): Form {
  const size = Math.abs(count);
  return (language === 'fr' ? size < 2 : size === 1) ? forms.one : forms.other;
}
