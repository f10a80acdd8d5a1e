import { Button } from '@fluentui/react-components';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { useEnvironment } from '../environment';
import { LandingHeading } from '../import/LandingHeading';
import { Results } from './Results';
import { useDiagnosis, type DiagnosisState } from './useDiagnosis';
import { diagnosticWords, type DiagnosticWords } from './words';

export interface DiagnosticScreenProps {
  readonly onClose: () => void;
}

/** What this Excel does of what the product relies on, tried on a sheet of its own, in words and as text to send. */
export default function DiagnosticScreen({ onClose }: DiagnosticScreenProps) {
  const words = diagnosticWords[useEnvironment().language];
  const { state, start, stop } = useDiagnosis();
  const isRunning = state.step === 'running';
  return (
    <div className="suivi-report">
      <LandingHeading id="suivi-diagnostic" text={words.title} />
      <p>{words.intro}</p>
      <div className="suivi-buttons">
        {isRunning ? (
          <Button disabledFocusable={state.isStopping} onClick={stop}>
            {words.stop}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => void start()}>
            {state.step === 'idle' ? words.run : words.again}
          </Button>
        )}
        <Button disabledFocusable={isRunning} onClick={onClose}>
          {words.back}
        </Button>
      </div>
      <Live className="suivi-results">
        <Outcome state={state} words={words} />
      </Live>
      {state.step === 'done' && <Results diagnosis={state.diagnosis} words={words} />}
    </div>
  );
}

function Outcome({ state, words }: { readonly state: DiagnosisState; readonly words: DiagnosticWords }) {
  switch (state.step) {
    case 'idle':
      return null;
    case 'running':
      return <Busy label={words.running(state.progress ?? { done: 0, total: Object.keys(words.probes).length })} />;
    case 'stopped':
      return <Notice tone="info" title={words.stopped} />;
    case 'failed':
      return <ErrorNotice title={words.notRun} error={state.error} />;
    case 'done': {
      const count = state.diagnosis.probes.filter(({ outcome }) => outcome === 'failed').length;
      return count === 0 ? (
        <Notice tone="success" title={words.allPassed} />
      ) : (
        <Notice tone="warning" title={words.someFailed({ count })} />
      );
    }
  }
}
