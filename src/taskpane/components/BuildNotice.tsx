import { useWords } from '../environment';
import type { BuildOutcome, BuildStep, Built } from '../../commands/build';
import type { Words } from '../words';
import { Busy } from './Busy';
import { ErrorNotice } from './ErrorNotice';
import { GoTo } from './GoTo';
import { Live } from './Live';
import { Notice } from './Notice';

/** What is being built, then what was built, with the way to it. */
export function BuildNotice({ step, outcome }: { step: BuildStep | null; outcome: BuildOutcome | null }) {
  const words = useWords();
  return (
    <Live className="suivi-results">
      {step !== null && <Busy label={words.report.progress[step]} />}
      {outcome?.built.map((built) => (
        <BuiltSheet key={built.kind} built={built} />
      ))}
      {outcome?.failure && (
        <ErrorNotice title={failureTitle(outcome.failure.step, words)} error={outcome.failure.error} />
      )}
    </Live>
  );
}

function BuiltSheet({ built: { kind, sheet, pivot } }: { built: Built }) {
  const words = useWords();
  return (
    <Notice tone={pivot ? 'success' : 'warning'} title={words.report.built[kind]}>
      {!pivot && <p>{words.report.built.noPivot}</p>}
      <div>
        <GoTo look="button" place={{ sheet, address: 'A1' }}>
          {words.report.built.goTo({ sheet })}
        </GoTo>
      </div>
    </Notice>
  );
}

function failureTitle(step: BuildStep, words: Words): string {
  return step === 'reading' ? words.failed.read : words.failed[step];
}
