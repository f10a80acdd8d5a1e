import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Activity } from '../../plan';
import type { Repair, WorkbookError } from '../../workbook';
import { Changes } from '../check/Changes';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { useEnvironment } from '../environment';
import { LandingHeading } from '../import/LandingHeading';
import { repairOf } from '../state/missingId';
import { once } from '../state/once';
import { useScreenWords } from './words';

export interface GiveIdProps {
  /** One whose row carries no id. */
  readonly activity: Activity;
  readonly writable: boolean;
  /** The row carries this id now. */
  readonly onGiven: (id: string) => void;
  readonly onClose: () => void;
}

type Work =
  | { readonly step: 'looking' | 'none' }
  | { readonly step: 'offered' | 'giving'; readonly repair: Repair }
  | { readonly step: 'failed'; readonly error: WorkbookError };

/** An activity that somebody typed in the sheet has no id to be found again by: it is given one, then edited. */
export default function GiveId({ activity, writable, onGiven, onClose }: GiveIdProps) {
  const { gateway } = useEnvironment();
  const words = useScreenWords().giveId;
  const [work, setWork] = useState<Work>({ step: 'looking' });
  const alone = useMemo(() => once(), []);

  useEffect(() => {
    let isGone = false;
    void gateway.check().then((result) => {
      if (isGone) return;
      if (!result.ok) {
        setWork({ step: 'failed', error: result.error });
        return;
      }
      const repair = repairOf(result.value.findings, activity);
      setWork(repair === null ? { step: 'none' } : { step: 'offered', repair });
    });
    return () => {
      isGone = true;
    };
  }, [gateway, activity]);

  const give = (repair: Repair) =>
    void alone(async () => {
      setWork({ step: 'giving', repair });
      const result = await gateway.repair([repair]);
      const id = repair.changes[0]?.after;
      if (!result.ok) setWork({ step: 'failed', error: result.error });
      else if (id !== undefined) onGiven(id);
    });
  return (
    <div className="suivi-report">
      <LandingHeading id="suivi-give-id" text={words.heading} />
      <p className="suivi-clamp suivi-strong">{activity.title}</p>
      <p>{words.text}</p>
      {'repair' in work && <Changes changes={work.repair.changes} />}
      <Live>
        {(work.step === 'looking' || work.step === 'giving') && <Busy label={words[work.step]} />}
        {work.step === 'none' && <p>{words.none}</p>}
        {work.step === 'failed' && <ErrorNotice title={words.failed} error={work.error} />}
      </Live>
      <div className="suivi-buttons">
        {'repair' in work && (
          <Button
            appearance="primary"
            disabled={!writable}
            disabledFocusable={work.step === 'giving'}
            onClick={() => give(work.repair)}
          >
            {words.give}
          </Button>
        )}
        <Button onClick={onClose}>{words.back}</Button>
      </div>
    </div>
  );
}
