import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { writeDay } from '../../dates';
import type { Occurrence } from '../../plan';
import { useEnvironment, useWords } from '../environment';
import { Summary } from './Summary';

export interface OccurrenceNotesProps {
  readonly occurrences: readonly Occurrence[];
  readonly onChange: (occurrences: readonly Occurrence[]) => void;
}

/** A note for each date, folded away: it is written into the field of dates, between parentheses. */
export default function OccurrenceNotes({ occurrences, onChange }: OccurrenceNotesProps) {
  const { language } = useEnvironment();
  const words = useWords();
  /** As it is typed: the field of dates holds it without the space that the next word will follow. */
  const [typing, setTyping] = useState<{ readonly index: number; readonly text: string } | null>(null);

  const change = (index: number, text: string) => {
    setTyping({ index, text });
    // A parenthesis would end the note early.
    const note = text.replace(/[()]/g, '').trim();
    onChange(
      occurrences.map(({ note: old, ...occurrence }, position) => {
        const kept = position === index ? note : old;
        return kept === undefined || kept === '' ? occurrence : { ...occurrence, note: kept };
      }),
    );
  };
  return (
    <details>
      <Summary>{words.add.notes}</Summary>
      <div className="suivi-more">
        {occurrences.map(({ start, note }, index) => (
          <Field key={index} label={words.add.noteOf({ date: writeDay(start, { language }) })}>
            <Input
              value={typing?.index === index ? typing.text : (note ?? '')}
              onChange={(_event, { value }) => change(index, value)}
              onBlur={() => setTyping(null)}
            />
          </Field>
        ))}
      </div>
    </details>
  );
}
