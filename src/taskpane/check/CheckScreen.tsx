import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Severity, TrackedPlan } from '../../plan';
import type { Finding, RemovableRow, Repair } from '../../workbook';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Loading } from '../components/Loading';
import { Notice } from '../components/Notice';
import { ProblemItem, placeName } from '../components/ProblemList';
import { useWords } from '../environment';
import { useScreenWords } from '../screens/words';
import { ChoicesPreview } from './ChoicesPreview';
import { ExportList } from './ExportList';
import { RepairOutcome } from './RepairOutcome';
import { RepairPreview } from './RepairPreview';
import { useCheck } from './useCheck';

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const shownAtOnce = 50;

export interface CheckScreenProps {
  readonly tracked: TrackedPlan;
  readonly writable: boolean;
  /** Nothing is checked for a screen that nobody sees. */
  readonly isShown: boolean;
  readonly onWritten: () => Promise<void>;
}

interface Acts {
  readonly onRepair: (repairs: readonly Repair[]) => void;
  readonly onRemove: (row: RemovableRow) => void;
}

/** What is wrong in the workbook, the gravest first, each with its place, what it means and what can be done about it. */
export default function CheckScreen({ tracked, writable, isShown, onWritten }: CheckScreenProps) {
  const words = useScreenWords().check;
  const { findings, error, repairing, repair, remove, undo } = useCheck(tracked, isShown, onWritten);
  const [checking, setChecking] = useState(false);
  const again = async () => {
    setChecking(true);
    await onWritten();
    setChecking(false);
  };

  if (findings === null) {
    return error === null ? (
      <Loading />
    ) : (
      <div className="suivi-stack">
        <ErrorNotice title={words.failed.check} error={error} onRetry={() => void again()} />
      </div>
    );
  }
  const safe = findings.flatMap((finding) => (finding.repair?.safe === true ? [finding.repair] : []));
  const busy = repairing.step === 'repairing' || repairing.step === 'undoing';
  const acts: Acts = { onRepair: (repairs) => void repair(repairs), onRemove: (row) => void remove(row) };
  return (
    <div className="suivi-report">
      <div className="suivi-between">
        <h2 className="suivi-heading">{words.title}</h2>
        <Button size="small" disabledFocusable={checking} onClick={() => void again()}>
          {checking ? words.checking : words.again}
        </Button>
      </div>
      <Live>
        {error && <ErrorNotice title={words.failed.check} error={error} />}
        {findings.length === 0 ? (
          <Notice tone="success" title={words.none}>
            {words.noneText}
          </Notice>
        ) : (
          <p className="suivi-quiet">{words.counts({ count: findings.length })}</p>
        )}
      </Live>
      <RepairOutcome repairing={repairing} onUndo={(done) => void undo(done)} />
      {safe.length > 0 && writable && (
        <RepairPreview
          look="large"
          label={words.repairAll({ count: safe.length })}
          note={words.repairAllNote({
            repairs: safe.length,
            cells: safe.reduce((sum, { changes }) => sum + changes.length, 0),
          })}
          changes={safe.flatMap(({ changes }) => changes)}
          busy={busy}
          onRepair={() => acts.onRepair(safe)}
        />
      )}
      {severities.map((severity) => (
        <Group
          key={severity}
          severity={severity}
          findings={findings.filter(({ problem }) => problem.severity === severity)}
          writable={writable}
          busy={busy}
          acts={acts}
        />
      ))}
      {findings.length > 0 && (
        <ExportList
          findings={severities.flatMap((each) => findings.filter(({ problem }) => problem.severity === each))}
        />
      )}
    </div>
  );
}

interface GroupProps {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  readonly writable: boolean;
  readonly busy: boolean;
  readonly acts: Acts;
}

function Group({ severity, findings, writable, busy, acts }: GroupProps) {
  const words = useScreenWords().check;
  const paneWords = useWords();
  const [shown, setShown] = useState(shownAtOnce);
  if (findings.length === 0) return null;
  const left = findings.length - shown;
  return (
    <section className={`suivi-problem-group ${severity}`}>
      <h3>{words.severities[severity]({ count: findings.length })}</h3>
      <p className="suivi-quiet">{words.meaning[severity]}</p>
      <ul className="suivi-list">
        {findings.slice(0, shown).map(({ problem, repair, choices }, index) => (
          <ProblemItem key={repair?.key ?? index} problem={problem}>
            {repair && writable && (
              <RepairPreview
                look="small"
                label={words.repair}
                name={words.repairOne({ place: placeName(problem.place, paneWords) })}
                note={repair.safe ? words.safeNote : words.unsafeNote}
                changes={repair.changes}
                busy={busy}
                onRepair={() => acts.onRepair([repair])}
              />
            )}
            {choices && writable && (
              <ChoicesPreview
                choices={choices}
                place={placeName(problem.place, paneWords)}
                busy={busy}
                onKeep={(keep) => acts.onRepair([keep])}
                onRemove={acts.onRemove}
              />
            )}
          </ProblemItem>
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" onClick={() => setShown(shown + 4 * shownAtOnce)}>
          {words.more({ count: left })}
        </Button>
      )}
    </section>
  );
}
