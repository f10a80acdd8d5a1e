import { Button } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import type { BuildOutcome, BuildStep, Built } from '../../commands/build';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { GoTo } from '../components/GoTo';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { useWords } from '../environment';
import { useScreenWords } from '../screens/words';
import type { RunningBuild } from './useBuild';

export interface BuildNoticeProps {
  readonly running: RunningBuild | null;
  readonly outcome: BuildOutcome | null;
  readonly onCancel: () => void;
}

/** What is being built and how far it is, then what was built, with the way to it. */
export function BuildNotice({ running, outcome, onCancel }: BuildNoticeProps) {
  const words = useScreenWords().report;
  return (
    <>
      <Live>
        {running && <Busy label={words.progress[running.step]} />}
        {outcome?.built.map((built) => (
          <BuiltSheet key={built.kind} built={built} />
        ))}
        {outcome?.failure && <Failure failure={outcome.failure} />}
      </Live>
      {running && <Progress running={running} onCancel={onCancel} />}
    </>
  );
}

/** Not in the live region: a screen reader asks for it, and is not told each step of it. */
function Progress({ running: { progress, isCancelling }, onCancel }: { running: RunningBuild; onCancel: () => void }) {
  const words = useScreenWords().report;
  const cancel = useRef<HTMLButtonElement>(null);
  // The buttons that began the build wait until it ends: the one that stops it is what the keyboard wants.
  useLayoutEffect(() => cancel.current?.focus(), []);
  return (
    <div className="suivi-building">
      <progress
        className="suivi-progress"
        aria-label={words.progressLabel}
        {...(progress && { value: progress.done, max: progress.total })}
      />
      {progress && <p className="suivi-quiet">{words.rows(progress)}</p>}
      <div>
        <Button ref={cancel} size="small" disabledFocusable={isCancelling} onClick={onCancel}>
          {isCancelling ? words.cancelling : words.cancel}
        </Button>
      </div>
    </div>
  );
}

function BuiltSheet({ built: { kind, sheet, pivot, isPlain } }: { built: Built }) {
  const words = useScreenWords().report.built;
  return (
    <Notice tone={pivot && !isPlain ? 'success' : 'warning'} title={words[kind]}>
      {!pivot && <p>{words.noPivot}</p>}
      {isPlain && <p>{words.plain}</p>}
      <div>
        <GoTo look="button" place={{ sheet, address: 'A1' }}>
          {words.goTo({ sheet })}
        </GoTo>
      </div>
    </Notice>
  );
}

function Failure({ failure: { step, error } }: { failure: NonNullable<BuildOutcome['failure']> }) {
  const words = useScreenWords().report;
  const { failed } = useWords();
  if (error.code === 'cancelled') {
    return (
      <Notice tone="info" title={words.cancelled}>
        <p>{words.kept[step]}</p>
      </Notice>
    );
  }
  return (
    <>
      <ErrorNotice title={titleOf(step, failed)} error={error} />
      {step !== 'reading' && <p className="suivi-quiet">{words.kept[step]}</p>}
    </>
  );
}

function titleOf(step: BuildStep, failed: Readonly<Record<'read' | Exclude<BuildStep, 'reading'>, string>>): string {
  return step === 'reading' ? failed.read : failed[step];
}
