import { Field, Input } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { DraftActivity } from '../../import';
import { writeOccurrences } from '../../dates';
import { useEnvironment } from '../environment';
import { readDatesField } from '../state/dates';
import { DateChips } from './DateChips';
import { chosenDates, type Choices, type Settling } from './choices';
import { useImporterWords } from './words';

export interface DatesEditorProps {
  readonly activity: DraftActivity;
  readonly choices: Choices;
  readonly settling: Settling;
  readonly label: string;
  readonly onChange: (text: string) => void;
}

/** All the dates of an activity in words, what could not be read among them, read again as one types. */
export function DatesEditor({ activity, choices, settling, label, onChange }: DatesEditorProps) {
  const words = useImporterWords();
  const readingId = useId();
  const { language: said } = useEnvironment();
  const { language, today } = settling;
  const value = choices.dates[activity.id] ?? written(activity, choices, settling);
  const reading = useMemo(() => readDatesField(value, language, today, said), [value, language, today, said]);
  return (
    <div>
      <Field
        label={label}
        {...(reading.problems.length === 0 ? {} : { validationMessage: reading.problems.join(' ') })}
      >
        <Input
          value={value}
          autoComplete="off"
          aria-describedby={readingId}
          onChange={(_event, { value: text }) => onChange(text)}
        />
      </Field>
      <div id={readingId} role="status" aria-label={words.list.reading} className="suivi-chips">
        <DateChips chips={reading.chips} />
      </div>
    </div>
  );
}

function written(activity: DraftActivity, choices: Choices, settling: Settling): string {
  const read = writeOccurrences(chosenDates(activity, choices, settling), {
    language: settling.language,
    plainSpaces: true,
  });
  return [read, ...activity.unreadDates.map(({ text }) => text)].filter((text) => text !== '').join('; ');
}
