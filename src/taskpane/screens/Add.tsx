import { Button } from '@fluentui/react-components';
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Activity, TrackedPlan } from '../../plan';
import { ActivityFields } from '../components/ActivityFields';
import { deferred } from '../components/Deferred';
import { SubmissionNotice } from '../components/SubmissionNotice';
import { Summary } from '../components/Summary';
import { useEnvironment, useWords } from '../environment';
import { useActivityForm } from '../hooks/useActivityForm';
import { useAuthor } from '../hooks/useAuthor';
import { useDraft } from '../hooks/useDraft';
import { useSubmission } from '../hooks/useSubmission';
import type { FollowedRow } from '../hooks/useWorkbook';
import { editBox, isUntouched, nextDraft } from '../state/draft';
import { hasOwnId } from '../state/missingId';
import { isBusy } from '../state/submission';

export const EditActivity = deferred(() => import('./EditActivity'));
const GiveId = deferred(() => import('./GiveId'));
export const RecentActivities = deferred(() => import('../components/RecentActivities'));

export interface AddProps {
  readonly tracked: TrackedPlan;
  readonly writable: boolean;
  readonly selection: FollowedRow | null;
  /** The item that another screen asks to add to, and when, by the page's own clock; a new object at each asking. */
  readonly asked: { readonly no: string; readonly at: number } | null;
  readonly onWritten: () => void;
}

/** The ten-second append; and, in its place until the person comes back to it, the editing of an activity. */
export function Add(props: AddProps) {
  const { store, documentKey } = useEnvironment();
  const { activities } = props.tracked;
  // An editing that the closing of the pane interrupted goes on.
  const [edited, setEdited] = useState<Activity | null>(() => {
    const kept = editBox(store, documentKey).load();
    return activities.find(({ id }) => id === kept?.id) ?? null;
  });
  const [givenId, setGivenId] = useState<string | null>(null);
  const opener = useRef<HTMLElement | null>(null);

  const [seen, setSeen] = useState(props.asked);
  if (props.asked !== seen) {
    setSeen(props.asked);
    setEdited(null);
  }
  useLayoutEffect(() => {
    // Back where the person was before the editing.
    if (edited === null && opener.current) {
      opener.current.focus();
      opener.current = null;
    }
  }, [edited]);

  // The id was given a moment ago: the next reading of the workbook has it.
  const given = givenId === null ? undefined : activities.find(({ id }) => id === givenId);
  if (given) {
    setGivenId(null);
    setEdited(given);
  }

  const close = () => setEdited(null);
  return (
    <>
      <AddForm
        {...props}
        hidden={edited !== null}
        onEdit={(activity) => {
          opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
          setEdited(activity);
        }}
      />
      {edited &&
        (hasOwnId(edited) ? (
          <EditActivity
            key={edited.id}
            activity={edited}
            tracked={props.tracked}
            writable={props.writable}
            onWritten={props.onWritten}
            onClose={close}
          />
        ) : (
          <GiveId
            key={edited.id}
            activity={edited}
            writable={props.writable}
            onGiven={(id) => {
              setGivenId(id);
              props.onWritten();
            }}
            onClose={close}
          />
        ))}
    </>
  );
}

/** Milliseconds from a selection until Excel is asked what it is, at the most. Its answer may take any time. */
const wayOfSelection = 500;

interface AddFormProps extends AddProps {
  readonly hidden: boolean;
  readonly onEdit: (activity: Activity) => void;
}

function AddForm({ tracked, writable, selection, asked, hidden, onEdit, onWritten }: AddFormProps) {
  const { gateway, today } = useEnvironment();
  const words = useWords();
  const { draft, restored, kept, change, replace, clear } = useDraft();
  const { submission, add, undo, dismiss } = useSubmission(gateway);
  const [author, setAuthor] = useAuthor();
  const [isBlock, setIsBlock] = useState(false);
  const [recentOpen, setRecentOpen] = useState(false);
  const form = useActivityForm(tracked, draft);
  const { entry } = form;

  // What the person picks by hand is not replaced by a selection that was still on its way.
  const [pickedAt, setPickedAt] = useState(-Infinity);
  const [seen, setSeen] = useState({ selection, asked });
  if (selection !== seen.selection || asked !== seen.asked) {
    setSeen({ selection, asked });
    const no = asked !== seen.asked ? asked?.no : selection?.no;
    // A label of the report that looks like a number and is none is not to unsettle what was chosen.
    const item = form.index.find((candidate) => candidate.item.no === no)?.item;
    const chosenAt = Math.max(pickedAt, asked?.at ?? -Infinity);
    const wasOnItsWay = asked === seen.asked && (selection?.askedAt ?? 0) < chosenAt + wayOfSelection;
    if (item && item.no !== draft.planNo && !wasOnItsWay) change({ planNo: item.no });
  }
  // Not at each key: there may be a hundred thousand to look through.
  const { activities } = tracked;
  const selectedId = selection?.activity;
  const selected = useMemo(() => activities.find(({ id }) => id === selectedId), [activities, selectedId]);

  const submit = () => {
    if (!writable || isBusy(submission)) return;
    if (!entry.ok) {
      // The second half of a double click lands on the emptied form: that is no mistake to point at.
      if (submission.step === 'added' && isUntouched(draft)) return;
      form.pointAtIssues();
      dismiss();
      return;
    }
    void add({ ...entry.entry, enteredBy: author.trim(), enteredOn: today() }, draft, () => {
      replace(nextDraft(draft));
      form.forgetIssues();
      form.focusOn('dates');
      setIsBlock(false);
      onWritten();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };

  return (
    // Ctrl+Enter works from any field of the form; the button does the same for everybody else.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="suivi-form"
      hidden={hidden}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="suivi-fields">
        {selected && (
          <div className="suivi-row-selected">
            <span className="suivi-clamp suivi-small">{words.add.rowSelected({ title: selected.title })}</span>
            <Button size="small" onClick={() => onEdit(selected)}>
              {words.add.edit}
            </Button>
          </div>
        )}
        {restored && <p className="suivi-quiet">{words.add.restored}</p>}
        {isBlock && (
          <p role="status" className="suivi-quiet">
            {words.add.blockRead}
          </p>
        )}
        <ActivityFields
          form={form}
          draft={draft}
          onChange={(changed) => {
            if (changed.planNo !== undefined) setPickedAt(performance.now());
            change(changed);
          }}
          onBlock={() => setIsBlock(true)}
          author={{ name: author, onChange: setAuthor }}
        />
        <details onToggle={(event) => setRecentOpen(event.currentTarget.open)}>
          <Summary>{words.add.recent}</Summary>
          {recentOpen && <RecentActivities activities={tracked.activities} onEdit={onEdit} />}
        </details>
      </div>
      <div className="suivi-footer">
        <SubmissionNotice
          submission={submission}
          onUndo={(undoable) => void undo(undoable, onWritten)}
          onPutBack={(undone) => {
            replace(undone.draft);
            dismiss();
          }}
        />
        {!kept && <p className="suivi-quiet">{words.add.notKept}</p>}
        <div className="suivi-submit">
          <Button
            appearance="primary"
            disabled={!writable}
            disabledFocusable={isBusy(submission)}
            title={words.add.submitKeys}
            aria-keyshortcuts="Control+Enter"
            onClick={submit}
          >
            {submission.step === 'sending' ? words.add.submitting : words.add.submit}
          </Button>
          {!isUntouched(draft) && (
            <Button
              appearance="subtle"
              disabledFocusable={isBusy(submission)}
              onClick={() => {
                form.forgetIssues();
                setIsBlock(false);
                clear();
              }}
            >
              {words.add.clear}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
