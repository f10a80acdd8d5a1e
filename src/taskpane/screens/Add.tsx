import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { coverage, type Coverage, type Day, type TrackedPlan } from '../../plan';
import { ActionPicker } from '../components/ActionPicker';
import { DatesField } from '../components/DatesField';
import { MoreFields } from '../components/MoreFields';
import { SubmissionNotice } from '../components/SubmissionNotice';
import { useEnvironment, useWords } from '../environment';
import { useAuthor } from '../hooks/useAuthor';
import { useDraft } from '../hooks/useDraft';
import { useSubmission } from '../hooks/useSubmission';
import { readDatesField } from '../state/dates';
import { isUntouched, nextDraft } from '../state/draft';
import { fieldOrder, readEntry, type EntryIssues } from '../state/entry';
import { searchIndex } from '../state/search';
import { isBusy } from '../state/submission';

export interface AddProps {
  readonly tracked: TrackedPlan;
  readonly writable: boolean;
  readonly selection: { readonly no: string } | null;
  readonly onWritten: () => void;
}

/** The ten-second append. */
export function Add({ tracked, writable, selection, onWritten }: AddProps) {
  const { gateway, language, today } = useEnvironment();
  const words = useWords();
  const { draft, restored, kept, change, replace, clear } = useDraft();
  const { submission, add, undo, dismiss } = useSubmission(gateway);
  const [author, setAuthor] = useAuthor();
  const [tried, setTried] = useState(false);

  const index = useMemo(() => searchIndex(tracked.plan), [tracked.plan]);
  const covered = useMemo(() => coverageByNo(tracked, today()), [tracked, today]);
  const kinds = useMemo(() => [...new Set(tracked.activities.map(({ kind }) => kind))].filter(Boolean), [tracked]);
  const dates = useMemo(() => readDatesField(draft.dates, language, today()), [draft.dates, language, today]);
  const entry = readEntry(draft, dates);
  const issues: EntryIssues = tried && !entry.ok ? entry.issues : {};

  const [seen, setSeen] = useState(selection);
  if (selection !== seen) {
    setSeen(selection);
    if (selection !== null && selection.no !== draft.planNo) change({ planNo: selection.no });
  }

  const planNoRef = useRef<HTMLInputElement>(null);
  const datesRef = useRef<HTMLInputElement>(null);
  const titleRef = useRef<HTMLInputElement>(null);
  const linkRef = useRef<HTMLInputElement>(null);
  const toFocus = useRef<keyof EntryIssues | null>(null);
  const inputs = { planNo: planNoRef, dates: datesRef, title: titleRef, link: linkRef };
  useEffect(() => {
    // After the render that shows the issue, or opens the part of the form that it is in.
    if (toFocus.current === null) return;
    inputs[toFocus.current].current?.focus();
    toFocus.current = null;
  });

  const submit = () => {
    if (!writable || isBusy(submission)) return;
    if (!entry.ok) {
      // The second half of a double click lands on the emptied form: that is no mistake to point at.
      if (submission.step === 'added' && isUntouched(draft)) return;
      toFocus.current = fieldOrder.find((field) => entry.issues[field] !== undefined) ?? null;
      setTried(true);
      dismiss();
      return;
    }
    void add({ ...entry.entry, enteredBy: author.trim(), enteredOn: today() }, draft, () => {
      replace(nextDraft(draft));
      setTried(false);
      toFocus.current = 'dates';
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
    <form className="suivi-form" noValidate onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <div className="suivi-fields">
        {restored && <p className="suivi-quiet">{words.add.restored}</p>}
        <ActionPicker
          index={index}
          coverage={covered}
          value={draft.planNo}
          onChange={(planNo) => change({ planNo })}
          issue={issues.planNo && words.add.issues.planNo}
          inputRef={planNoRef}
        />
        <DatesField
          value={draft.dates}
          reading={dates}
          issue={issues.dates && words.add.issues.dates}
          inputRef={datesRef}
          onChange={(text) => change({ dates: text })}
        />
        <Field
          label={words.add.title}
          required
          {...(issues.title === undefined ? {} : { validationMessage: words.add.issues.title })}
        >
          <Input
            ref={titleRef}
            value={draft.title}
            placeholder={words.add.titlePlaceholder}
            onChange={(_event, { value }) => change({ title: value })}
          />
        </Field>
        <Field label={words.add.details}>
          <Textarea
            resize="vertical"
            rows={2}
            value={draft.details}
            onChange={(_event, { value }) => change({ details: value })}
          />
        </Field>
        <Field label={words.add.participants}>
          <Input
            value={draft.participants}
            placeholder={words.add.participantsPlaceholder}
            onChange={(_event, { value }) => change({ participants: value })}
          />
        </Field>
        <MoreFields
          draft={draft}
          author={author}
          kinds={kinds}
          linkIssue={issues.link && words.add.issues.link}
          linkRef={linkRef}
          onChange={change}
          onAuthor={setAuthor}
        />
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
                setTried(false);
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

function coverageByNo({ plan, activities }: TrackedPlan, today: Day): ReadonlyMap<string, Coverage> {
  return new Map(coverage(plan, activities, { from: null, to: null }, today).map((item) => [item.no, item]));
}
