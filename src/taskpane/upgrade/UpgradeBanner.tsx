import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { describeUpgrade } from '../../i18n';
import type { UpgradeReceipt, WorkbookError, WorkbookStatus } from '../../workbook';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { Summary } from '../components/Summary';
import { useEnvironment } from '../environment';
import { useScreenWords } from '../screens/words';
import { once } from '../state/once';

type Work =
  | { readonly step: 'idle' | 'upgrading' | 'later' | 'undone' }
  | { readonly step: 'upgraded' | 'undoing'; readonly receipt: UpgradeReceipt }
  | { readonly step: 'upgradeFailed'; readonly error: WorkbookError }
  | { readonly step: 'undoFailed'; readonly error: WorkbookError; readonly receipt: UpgradeReceipt };

export interface UpgradeBannerProps {
  readonly status: WorkbookStatus;
  readonly onWritten: () => Promise<void>;
}

/** A workbook of another version: a newer one is for reading, an older one is brought up to date if the person agrees. */
export default function UpgradeBanner({ status, onWritten }: UpgradeBannerProps) {
  const { gateway } = useEnvironment();
  const [work, setWork] = useState<Work>({ step: 'idle' });
  const alone = useMemo(() => once(), []);

  const upgrade = () =>
    void alone(async () => {
      setWork({ step: 'upgrading' });
      const result = await gateway.upgrade();
      await onWritten();
      setWork(result.ok ? { step: 'upgraded', receipt: result.value } : { step: 'upgradeFailed', error: result.error });
    });
  const undo = (receipt: UpgradeReceipt) =>
    void alone(async () => {
      setWork({ step: 'undoing', receipt });
      const result = await gateway.undoUpgrade(receipt);
      await onWritten();
      setWork(result.ok ? { step: 'undone' } : { step: 'undoFailed', error: result.error, receipt });
    });
  return (
    <Live>
      <Body status={status} work={work} onUpgrade={upgrade} onLater={() => setWork({ step: 'later' })} onUndo={undo} />
    </Live>
  );
}

interface BodyProps {
  readonly status: WorkbookStatus;
  readonly work: Work;
  readonly onUpgrade: () => void;
  readonly onLater: () => void;
  readonly onUndo: (receipt: UpgradeReceipt) => void;
}

function Body({ status, work, onUpgrade, onLater, onUndo }: BodyProps) {
  const words = useScreenWords().upgrade;
  switch (work.step) {
    case 'upgrading':
    case 'undoing':
      return <Busy label={work.step === 'upgrading' ? words.upgrading : words.undoing} />;
    case 'upgraded':
      return (
        <div className="suivi-stack">
          <Notice tone="success" title={words.upgraded}>
            <div>
              <Button size="small" onClick={() => onUndo(work.receipt)}>
                {words.undo}
              </Button>
            </div>
          </Notice>
        </div>
      );
    case 'undoFailed':
      return (
        <div className="suivi-stack">
          <ErrorNotice title={words.failed.undo} error={work.error} onRetry={() => onUndo(work.receipt)} />
        </div>
      );
    case 'undone':
      return (
        <div className="suivi-stack">
          <Notice tone="info">{words.undone}</Notice>
        </div>
      );
    case 'later':
      return null;
    case 'upgradeFailed':
      return (
        <div className="suivi-stack">
          <ErrorNotice title={words.failed.upgrade} error={work.error} onRetry={onUpgrade} />
        </div>
      );
    case 'idle':
      return <Offer status={status} onUpgrade={onUpgrade} onLater={onLater} />;
  }
}

function Offer({ status, onUpgrade, onLater }: Pick<BodyProps, 'status' | 'onUpgrade' | 'onLater'>) {
  const { language } = useEnvironment();
  const words = useScreenWords().upgrade;
  if (status.format === 'current') return null;
  if (status.format === 'newer') {
    return (
      <div className="suivi-stack">
        <Notice tone="warning" title={words.newer.title}>
          <p>{words.newer.text}</p>
        </Notice>
      </div>
    );
  }
  return (
    <div className="suivi-stack">
      <Notice tone="info" title={words.older.title}>
        <p>{words.older.text}</p>
        <details>
          <Summary>{words.older.changes}</Summary>
          {status.upgrades.map((key) => (
            <p key={key}>{describeUpgrade(language, key)}</p>
          ))}
        </details>
        <div className="suivi-buttons">
          <Button size="small" appearance="primary" disabled={status.readOnly} onClick={onUpgrade}>
            {words.upgrade}
          </Button>
          <Button size="small" onClick={onLater}>
            {words.later}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
