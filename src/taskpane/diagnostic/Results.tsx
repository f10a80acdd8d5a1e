import type { Diagnosis, ProbeOutcome } from '../../workbook';
import { TextToCopy } from '../components/TextToCopy';
import { reportText } from './reportText';
import type { DiagnosticWords } from './words';
import { Summary } from '../components/Summary';

interface ResultsProps {
  readonly diagnosis: Diagnosis;
  readonly words: DiagnosticWords;
}

/** What failed, with what the product does about it; the rest folded away; the report to copy. */
export function Results({ diagnosis, words }: ResultsProps) {
  const { excel } = diagnosis;
  return (
    <>
      <p className="suivi-quiet">
        {words.excel(excel)}. {words.languages({ display: excel.displayLanguage, content: excel.contentLanguage })}
      </p>
      <Failures diagnosis={diagnosis} words={words} />
      <Others outcome="notApplicable" diagnosis={diagnosis} words={words} />
      <Others outcome="passed" diagnosis={diagnosis} words={words} />
      <TextToCopy
        rows={8}
        text={() => reportText(diagnosis, words)}
        words={{ ...words, title: words.report, hint: words.reportHint }}
      />
    </>
  );
}

function Failures({ diagnosis, words }: ResultsProps) {
  const failures = diagnosis.probes.filter(({ outcome }) => outcome === 'failed');
  if (failures.length === 0) return null;
  return (
    <section className="suivi-problem-group warning">
      <h3>{words.groups.failed({ count: failures.length })}</h3>
      <ul className="suivi-list">
        {failures.map(({ code, detail }) => (
          <li key={code}>
            <strong className="suivi-strong">{words.probes[code].name}</strong>
            <p>{words.probes[code].remedy}</p>
            {detail !== '' && <p className="suivi-quiet">{detail}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ outcome, diagnosis, words }: ResultsProps & { readonly outcome: Exclude<ProbeOutcome, 'failed'> }) {
  const found = diagnosis.probes.filter((probe) => probe.outcome === outcome);
  if (found.length === 0) return null;
  return (
    <details>
      <Summary>{words.groups[outcome]({ count: found.length })}</Summary>
      <ul className="suivi-list">
        {found.map(({ code }) => (
          <li key={code}>{words.probes[code].name}</li>
        ))}
      </ul>
    </details>
  );
}
