/** What all pictures show: the examples, on one day. */
import { join } from 'node:path';
import { root } from '../setup.mjs';

/** The day on which pictures are taken and reports are printed: soon after the last committee of the examples. */
export const today = '2026-06-22';

/** The example of a language. */
export const exampleOf = (language) => join(root, 'examples', { fr: 'exemple.xlsx', en: 'example.xlsx' }[language]);
