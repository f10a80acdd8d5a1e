import { Button } from '@fluentui/react-components';
import type { ImportReceipt } from '../../workbook';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { GoTo } from '../components/GoTo';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { LandingHeading } from './LandingHeading';
import type { Imported } from './outcome';
import { useImporterWords } from './words';

export interface ImportOutcomeProps {
  readonly writing: Imported;
  /** What the report will lack, as neither the document nor the workbook says it. */
  readonly blank: readonly Blank[];
  readonly onUndo: (receipt: ImportReceipt) => void;
  readonly onBack: () => void;
  readonly onAnother: () => void;
  readonly onSettings: () => void;
  readonly onClose?: () => void;
}

type Blank = keyof ReturnType<typeof useImporterWords>['done']['blank'];

/** What was written, where it is, and the way to take it back. */
export function ImportOutcome(props: ImportOutcomeProps) {
  const { writing, blank, onUndo, onBack, onAnother, onSettings, onClose } = props;
  const words = useImporterWords();
  return (
    <section className="suivi-import" aria-labelledby="import-outcome">
      <LandingHeading id="import-outcome" text={words.title} on={writing.step} />
      <Live className="suivi-results">
        {writing.step === 'undone' ? (
          <Notice tone="info" title={words.done.undone} />
        ) : (
          <Written receipt={writing.receipt} />
        )}
        {writing.step === 'done' && blank.length > 0 && (
          <Notice tone="info" title={words.done.incomplete}>
            {blank.map((what) => (
              <p key={what}>{words.done.blank[what]}</p>
            ))}
            <div>
              <Button size="small" onClick={onSettings}>
                {words.done.settings}
              </Button>
            </div>
          </Notice>
        )}
        {writing.step === 'undoing' && <Busy label={words.done.undoing} />}
        {writing.step === 'undoFailed' && <ErrorNotice title={words.done.undoFailed} error={writing.error} />}
      </Live>
      <div className="suivi-buttons">
        {writing.step === 'undone' ? (
          <Button appearance="primary" onClick={onBack}>
            {words.done.back}
          </Button>
        ) : (
          <>
            {onClose && (
              <Button appearance="primary" disabledFocusable={writing.step === 'undoing'} onClick={onClose}>
                {words.done.open}
              </Button>
            )}
            <Button disabledFocusable={writing.step === 'undoing'} onClick={() => onUndo(writing.receipt)}>
              {words.done.undo}
            </Button>
          </>
        )}
        <Button disabledFocusable={writing.step === 'undoing'} onClick={onAnother}>
          {words.done.another}
        </Button>
      </div>
    </section>
  );
}

function Written({ receipt: { plan, activities, rowsById } }: { receipt: ImportReceipt }) {
  const words = useImporterWords();
  return (
    <Notice tone="success" title={words.done.title}>
      <p>{words.done.summary({ activities: Object.keys(rowsById).length, items: plan.rows })}</p>
      <div className="suivi-buttons">
        {[plan, activities]
          .filter(({ rows }) => rows > 0)
          .map((place) => (
            <GoTo key={place.sheet} look="button" place={place}>
              {words.done.goTo({ sheet: place.sheet })}
            </GoTo>
          ))}
      </div>
    </Notice>
  );
}
