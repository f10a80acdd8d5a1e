import { readFileSync, writeFileSync } from 'node:fs';
import { newWorkbook } from '../src/cli/session';
import { languageOf } from '../src/i18n';
import { day, readPlanDocument } from '../src/plan';

/**
 * `npm run examples`: makes the example workbooks from the plans beside this file, through the add-in's own
 * gateway, so that they are what the product itself would write.
 */
const examples = [
  { source: 'examples/plan-fr.json', target: 'examples/exemple.xlsx' },
  { source: 'examples/plan-en.json', target: 'examples/example.xlsx' },
];

const today = day(2026, 11, 1)!;

for (const { source, target } of examples) {
  const read = readPlanDocument(JSON.parse(readFileSync(source, 'utf8')));
  if (!read.ok) throw new Error(`${source}: ${read.faults.join(', ')}`);
  const { plan, activities, settings } = read.document;
  const language = languageOf(settings.language);
  const session = newWorkbook({ language, today });
  const created = await session.gateway.createTrackingWorkbook({
    plan,
    activities,
    language,
    committeeDates: settings.committeeDates,
  });
  if (!created.ok) throw new Error(`${target}: ${created.error.code} ${created.error.detail ?? ''}`);
  writeFileSync(target, session.toXlsx());
}
