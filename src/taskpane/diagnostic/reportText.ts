import type { Diagnosis } from '../../workbook';
import type { DiagnosticWords } from './words';

/** The diagnosis as text to send: a line of what Excel it is, then a probe a line with tabs between, failures first. */
export function reportText({ excel, probes }: Diagnosis, words: DiagnosticWords): string {
  const order = { failed: 0, notApplicable: 1, passed: 2 } as const;
  const sorted = [...probes].sort((a, b) => order[a.outcome] - order[b.outcome]);
  return [
    `${words.excel(excel)}. ${words.languages({ display: excel.displayLanguage, content: excel.contentLanguage })}`,
    ...sorted.map(({ code, outcome, detail }) =>
      [words.outcomes[outcome], code, words.probes[code].name, detail.replace(/\s*[\t\r\n]+\s*/g, ' ')]
        .join('\t')
        .trim(),
    ),
  ].join('\n');
}
