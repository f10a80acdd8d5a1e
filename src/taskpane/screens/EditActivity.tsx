import { Button } from '@fluentui/react-components';
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { Activity, TrackedPlan } from '../../plan';
import { ActivityFields } from '../components/ActivityFields';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { GoTo } from '../components/GoTo';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { useEnvironment } from '../environment';
import { useActivityForm } from '../hooks/useActivityForm';
import { useEditing, type Editing } from '../hooks/useEditing';
import { LandingHeading } from '../import/LandingHeading';
import { changedFields, editBox } from '../state/draft';
import { draftOf, edited } from '../state/editing';
import { useScreenWords } from './words';

export interface EditActivityProps {
  readonly activity: Activity;
  readonly tracked: TrackedPlan;
  readonly writable: boolean;
  readonly onWritten: () => void;
  readonly onClose: () => void;
}

/** Changes or deletes one activity; afterwards says what was done, with the way to it and the way back. */
export default function EditActivity({ activity, tracked, writable, onWritten, onClose }: EditActivityProps) {
  const { gateway, language, store, documentKey } = useEnvironment();
  const words = useScreenWords().edit;
  const [initial] = useState(() => draftOf(activity, language));
  const box = useMemo(() => editBox(store, documentKey), [store, documentKey]);
  const [draft, setDraft] = useState(() => {
    const kept = box.load();
    return kept?.id === activity.id ? { ...initial, ...kept.changes } : initial;
  });
  const form = useActivityForm(tracked, draft, activity.planNo);
  const { editing, run, undo } = useEditing(gateway, () => {
    box.save(null);
    onWritten();
  });

  const isForm = editing.step === 'editing' || (editing.step === 'running' && editing.receipt === null);
  const isChanged = Object.keys(changedFields(initial, draft)).length > 0;
  const ready = writable && editing.step === 'editing';

  const save = () => {
    if (!ready || !isChanged) return;
    const { entry } = form;
    if (!entry.ok) form.pointAtIssues();
    else void run('save', () => gateway.updateActivity(activity, edited(activity, initial, draft, entry.entry)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isForm) return;
    event.preventDefault();
    save();
  };

  return (
    // Ctrl+Enter works from any field of the form; the button does the same for everybody else.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className="suivi-form" noValidate onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <div className="suivi-fields">
        <LandingHeading id="suivi-edit" text={words.heading} />
        {isForm ? (
          <ActivityFields
            form={form}
            draft={draft}
            onChange={(patch) => {
              const next = { ...draft, ...patch };
              setDraft(next);
              box.save({ id: activity.id, changes: changedFields(initial, next) });
            }}
          />
        ) : (
          <p className="suivi-strong">{draft.title}</p>
        )}
      </div>
      <div className="suivi-footer">
        <Live>
          <Outcome
            title={editing.step === 'done' && editing.job === 'save' ? draft.title.trim() : activity.title}
            editing={editing}
            onUndo={(job, receipt) => void undo(job, receipt)}
          />
        </Live>
        {isForm && !isChanged && <p className="suivi-quiet">{words.unchanged}</p>}
        <div className="suivi-submit suivi-wrap">
          {isForm && (
            <>
              <Button appearance="primary" disabledFocusable={!ready || !isChanged} onClick={save}>
                {editing.step === 'running' && editing.job === 'save' ? words.saving : words.save}
              </Button>
              <Button
                disabledFocusable={!ready}
                onClick={() => {
                  if (ready) void run('remove', () => gateway.deleteActivity(activity));
                }}
              >
                {editing.step === 'running' && editing.job === 'remove' ? words.removing : words.remove}
              </Button>
            </>
          )}
          <Button
            appearance={isForm ? 'subtle' : 'primary'}
            onClick={() => {
              box.save(null);
              onClose();
            }}
          >
            {words.back}
          </Button>
        </div>
      </div>
    </form>
  );
}

interface OutcomeProps {
  readonly title: string;
  readonly editing: Editing;
  readonly onUndo: (job: 'save' | 'remove', receipt: Extract<Editing, { readonly step: 'done' }>['receipt']) => void;
}

function Outcome({ title, editing, onUndo }: OutcomeProps) {
  const words = useScreenWords().edit;
  switch (editing.step) {
    case 'editing':
      return editing.failure && <ErrorNotice title={words.failed[editing.failure.job]} error={editing.failure.error} />;
    case 'running':
      return editing.job === 'undo' ? <Busy label={words.undoing} /> : null;
    case 'undone':
      return <Notice tone="info">{words.undone({ title })}</Notice>;
    case 'done': {
      const { job, receipt, error } = editing;
      const { sheet, address } = receipt;
      const place = address === null ? null : { sheet, address };
      return (
        <>
          <Notice tone="success" title={job === 'save' ? words.saved : words.removed({ title })}>
            {place && <p className="suivi-small">{words.where({ title, ...place })}</p>}
            <div className="suivi-buttons">
              {place && (
                <GoTo look="button" place={place}>
                  {words.goTo}
                </GoTo>
              )}
              <Button size="small" onClick={() => onUndo(job, receipt)}>
                {words.undo}
              </Button>
            </div>
          </Notice>
          {error && <ErrorNotice title={words.failed.undo} error={error} />}
        </>
      );
    }
  }
}
