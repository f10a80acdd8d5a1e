import type { Language } from '../i18n';
import { languageOf } from '../i18n';
import { paperOf, type Paper } from '../report';

/** What Excel speaks, what is being written in first. */
function locales(): readonly string[] {
  const { contentLanguage, displayLanguage } = Office.context;
  return [contentLanguage, displayLanguage];
}

/** The paper of the country that the workbook's own language (`fr-CA`; empty: none) names, else Excel's. */
export function paperFor(workbookLanguage: string): Paper {
  return paperOf([workbookLanguage, ...locales()]);
}

/** How a new workbook says its language: as Excel does where that speaks it, for the country decides on the paper. */
export function localeFor(language: Language, otherwise: string): string {
  return (
    locales().find((locale) => /^[a-z]{2}-[a-z]{2}$/i.test(locale) && languageOf(locale) === language) ?? otherwise
  );
}
