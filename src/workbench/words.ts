import { workbench as english } from '../i18n/en/workbench';
import { workbench as french } from '../i18n/fr/workbench';
import type { Language } from '../i18n';

export type Words = typeof french;

/** The page's words in one language. */
export const words = (language: Language): Words => (language === 'fr' ? french : english);

/** Excel's own language for a language of the page. */
export const localeOf = (language: Language): string => (language === 'fr' ? 'fr-CA' : 'en-US');

export type GridWords = Words['grid'];
