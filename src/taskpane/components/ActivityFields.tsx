import { Field, Input } from '@fluentui/react-components';
import { useId, type ClipboardEvent } from 'react';
import { useEnvironment, useWords } from '../environment';
import type { ActivityForm } from '../hooks/useActivityForm';
import type { Draft } from '../state/draft';
import { withOccurrences } from '../state/dates';
import { completions } from '../state/earlier';
import { fetched } from '../../commands/fetched';
import { ActionPicker } from './ActionPicker';
import { DatesField } from './DatesField';
import { deferred } from './Deferred';
import { MoreFields } from './MoreFields';

/** Without it everything can be entered all the same: the notes are in the field of dates too. */
export const OccurrenceNotes = deferred(() => import('./OccurrenceNotes'), null, null);

export interface ActivityFieldsProps {
  readonly form: ActivityForm;
  readonly draft: Draft;
  readonly onChange: (patch: Partial<Draft>) => void;
  readonly author?: { readonly name: string; readonly onChange: (name: string) => void };
  /** A whole activity was pasted and put in its fields. */
  readonly onBlock?: () => void;
}

/** The fields of an activity, new or one that exists. */
export function ActivityFields({ form, draft, onChange, author, onBlock }: ActivityFieldsProps) {
  const { language, today } = useEnvironment();
  const words = useWords();
  const peopleId = useId();
  const { issues, planNoRef, datesRef, titleRef, linkRef } = form;

  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    // One line is for the field that it is pasted in.
    if (!/\S[^\S\n]*\r?\n\s*\S/.test(text)) return;
    event.preventDefault();
    const { target } = event;
    void fetched(import('../state/block')).then((reader) => {
      const block = reader?.readBlock(text, language, today()) ?? null;
      if (block === null) insertText(target, text);
      else {
        onChange(block);
        onBlock?.();
      }
    });
  };

  return (
    <>
      <ActionPicker
        index={form.index}
        coverage={form.covered}
        recent={form.recent}
        value={draft.planNo}
        onChange={(planNo) => onChange({ planNo })}
        issue={issues.planNo && (issues.planNo === 'gone' ? words.add.issues.goneNo : words.add.issues.planNo)}
        inputRef={planNoRef}
      />
      <div className="suivi-fields-inner" onPaste={onPaste}>
        <DatesField
          value={draft.dates}
          reading={form.dates}
          issue={issues.dates && words.add.issues.dates}
          inputRef={datesRef}
          onChange={(text) => onChange({ dates: text })}
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
            onChange={(_event, { value }) => onChange({ title: value })}
          />
        </Field>
      </div>
      <Field label={words.add.details}>
        {(control) => (
          <textarea
            {...control}
            className="suivi-textarea"
            rows={2}
            value={draft.details}
            onChange={({ target }) => onChange({ details: target.value })}
          />
        )}
      </Field>
      <Field label={words.add.participants}>
        <Input
          list={peopleId}
          autoComplete="off"
          value={draft.participants}
          placeholder={words.add.participantsPlaceholder}
          onChange={(_event, { value }) => onChange({ participants: value })}
        />
      </Field>
      <datalist id={peopleId}>
        {completions(draft.participants, form.people).map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      {form.dates.occurrences.length > 0 && form.dates.problems.length === 0 && (
        <OccurrenceNotes
          occurrences={form.dates.occurrences}
          onChange={(occurrences) => onChange({ dates: withOccurrences(occurrences, language) })}
        />
      )}
      <MoreFields
        draft={draft}
        author={author}
        kinds={form.kinds}
        linkIssue={issues.link && words.add.issues.link}
        linkRef={linkRef}
        onChange={onChange}
      />
    </>
  );
}

/** What the browser would have done: a field of one line takes the lines as one. */
function insertText(target: EventTarget, text: string): void {
  if (!(target instanceof HTMLInputElement)) return;
  const { value, selectionStart, selectionEnd } = target;
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  target.setRangeText(line, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  target.dispatchEvent(new Event('input', { bubbles: true }));
}
