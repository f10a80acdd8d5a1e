/** The languages of the product, French first: it is the one that defines the catalogues. */
export const languages = ['fr', 'en'] as const;

export type Language = (typeof languages)[number];

/** The language for a tag as browsers, Excel and the settings sheet give it (`fr-CA`, `en_US`); French for anything unknown. */
export function languageOf(tag: string): Language {
  return /^en\b|^en_/i.test(tag.trim()) ? 'en' : 'fr';
}
