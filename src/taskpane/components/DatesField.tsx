import { Field, Input } from '@fluentui/react-components';
import { useId, type Ref } from 'react';
import { useEnvironment, useWords } from '../environment';
import { useSettled } from '../hooks/useSettled';
import { withDay, withOccurrences, type DatesReading } from '../state/dates';
import { CalendarButton } from './CalendarButton';
import { deferred } from './Deferred';

const OccurrenceNotes = deferred(() => import('./OccurrenceNotes'), null);

export interface DatesFieldProps {
  readonly value: string;
  readonly reading: DatesReading;
  readonly issue: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (text: string) => void;
}

/** Dates in words, with what they were read as shown while they are typed. */
export function DatesField({ value, reading, issue, inputRef, onChange }: DatesFieldProps) {
  const { language } = useEnvironment();
  const words = useWords();
  const readingId = useId();
  const settled = useSettled(value, 700);
  const doubts = [...new Set(reading.chips.flatMap((chip) => chip.doubts))];
  const message = settled && reading.problems.length > 0 ? reading.problems.join(' ') : issue;
  return (
    <div>
      <Field label={words.add.dates} required {...(message === undefined ? {} : { validationMessage: message })}>
        <Input
          ref={inputRef}
          value={value}
          placeholder={words.add.datesPlaceholder}
          autoComplete="off"
          aria-describedby={readingId}
          onChange={(_event, { value: text }) => onChange(text)}
          contentAfter={<CalendarButton onPick={(day) => onChange(withDay(value, day, language))} />}
        />
      </Field>
      <div id={readingId} role="status" aria-label={words.add.reading} className="suivi-chips">
        {reading.chips.map((chip, index) => (
          <span key={index} className={chip.inferred || chip.doubts.length > 0 ? 'suivi-chip doubtful' : 'suivi-chip'}>
            {chip.text}
            {chip.inferred && ` · ${words.add.inferred}`}
          </span>
        ))}
        {doubts.map((doubt) => (
          <p key={doubt} className="suivi-quiet">
            {doubt}
          </p>
        ))}
      </div>
      {reading.occurrences.length > 0 && reading.problems.length === 0 && (
        <OccurrenceNotes
          occurrences={reading.occurrences}
          onChange={(occurrences) => onChange(withOccurrences(occurrences, language))}
        />
      )}
    </div>
  );
}
