import planEn from '../../../examples/plan-en.json';
import planFr from '../../../examples/plan-fr.json';
import type { Language } from '../../i18n';
import { readPlanDocument, type PlanDocument } from '../../plan';

const sources = { fr: planFr, en: planEn };

/** The example plan in a language, as the example workbooks are made from it. */
export function examplePlan(language: Language): PlanDocument {
  const read = readPlanDocument(sources[language]);
  if (!read.ok) throw new Error(`The example plan is not readable: ${read.faults.join(', ')}`);
  return read.document;
}
