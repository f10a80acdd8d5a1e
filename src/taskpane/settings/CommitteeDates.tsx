import { Button, Field, Input } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';
import { writeDay } from '../../dates';
import { parseIso, type Day } from '../../plan';
import { useEnvironment } from '../environment';
import { useScreenWords } from '../screens/words';

export interface CommitteeDatesProps {
  readonly dates: readonly Day[];
  readonly onChange: (dates: readonly Day[]) => void;
}

/** When the committee has met and will meet, the latest first; dates are added and taken out one by one. */
export function CommitteeDates({ dates, onChange }: CommitteeDatesProps) {
  const { language, today } = useEnvironment();
  const words = useScreenWords().settings;
  const [adding, setAdding] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const latest = dates.findLast((date) => date <= today());
  const day = parseIso(adding);

  const add = () => {
    if (day === null) return;
    onChange([...new Set([...dates, day])].sort());
    setAdding('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter on a date that is being added adds it: the form is saved by the next one.
    if (event.key !== 'Enter' || day === null) return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset className="suivi-fieldset">
      <legend>{words.committees}</legend>
      <p className="suivi-quiet">{words.committeesHint}</p>
      <ul className="suivi-list">
        {dates.toReversed().map((date) => {
          const text = writeDay(date, { language });
          return (
            <li key={date} className="suivi-between">
              <span>
                {text}
                {date === latest && <span className="suivi-recent">{words.latestCommittee}</span>}
                {date > today() && <span className="suivi-recent">{words.comingCommittee}</span>}
              </span>
              <Button
                size="small"
                appearance="subtle"
                aria-label={words.removeCommittee({ date: text })}
                onClick={() => {
                  onChange(dates.filter((other) => other !== date));
                  field.current?.focus();
                }}
              >
                {words.remove}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="suivi-adding">
        <Field label={words.newCommittee}>
          <Input
            ref={field}
            type="date"
            value={adding}
            onChange={(_event, { value }) => setAdding(value)}
            onKeyDown={onKeyDown}
          />
        </Field>
        <Button disabledFocusable={day === null} onClick={add}>
          {words.addCommittee}
        </Button>
      </div>
    </fieldset>
  );
}
