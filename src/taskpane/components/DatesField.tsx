import { Field, Input } from '@fluentui/react-components';
import { useId, useRef, type KeyboardEvent, type Ref } from 'react';
import { useEnvironment, useWords } from '../environment';
import { useSettled } from '../hooks/useSettled';
import { withDay, type DatesReading } from '../state/dates';
import { CalendarButton, openCalendar } from './CalendarButton';

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
  const keysId = useId();
  const calendarRef = useRef<HTMLInputElement>(null);
  const settled = useSettled(value, 700);
  const doubts = [...new Set(reading.chips.flatMap((chip) => chip.doubts))];
  const message = settled && reading.problems.length > 0 ? reading.problems.join(' ') : issue;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F4' && !(event.key === 'ArrowDown' && event.altKey)) return;
    event.preventDefault();
    openCalendar(calendarRef.current);
  };
  return (
    <div>
      <Field label={words.add.dates} required {...(message === undefined ? {} : { validationMessage: message })}>
        <Input
          ref={inputRef}
          value={value}
          placeholder={words.add.datesPlaceholder}
          autoComplete="off"
          aria-describedby={`${keysId} ${readingId}`}
          onKeyDown={onKeyDown}
          onChange={(_event, { value: text }) => onChange(text)}
          contentAfter={
            <CalendarButton calendarRef={calendarRef} onPick={(day) => onChange(withDay(value, day, language))} />
          }
        />
      </Field>
      <span id={keysId} hidden>
        {words.add.calendarKeys}
      </span>
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
    </div>
  );
}
