import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { writeDay } from '../../dates';
import type { Day } from '../../plan';
import { useEnvironment } from '../environment';
import { useScreenWords } from '../screens/words';
import { periodKinds, type PeriodChoice, type PeriodKind, type PeriodReading } from '../state/period';
import { PeriodDates } from './PeriodDates';

export interface PeriodFieldProps {
  readonly choice: PeriodChoice;
  readonly reading: PeriodReading;
  readonly lastCommittee: Day | null;
  readonly onChange: (choice: PeriodChoice) => void;
}

/** The period of what is built: all of it, the year, since the committee, or between two days. */
export function PeriodField({ choice, reading, lastCommittee, onChange }: PeriodFieldProps) {
  const { language, today } = useEnvironment();
  const words = useScreenWords().report;
  const labels: Readonly<Record<PeriodKind, string>> = {
    whole: words.periods.whole,
    year: words.periods.year({ year: today().slice(0, 4) }),
    committee:
      lastCommittee === null
        ? words.periods.committeeUnknown
        : words.periods.committee({ date: writeDay(lastCommittee, { language }) }),
    between: words.periods.between,
  };
  return (
    <>
      <Field label={words.period} {...(reading.ok ? {} : { validationMessage: words.periodProblems[reading.problem] })}>
        <RadioGroup
          value={choice.kind}
          onChange={(_event, { value }) => {
            onChange({ ...choice, kind: periodKinds.find((kind) => kind === value) ?? 'whole' });
          }}
        >
          {periodKinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              disabled={kind === 'committee' && lastCommittee === null}
              label={labels[kind]}
            />
          ))}
        </RadioGroup>
      </Field>
      {choice.kind === 'between' && <PeriodDates choice={choice} onChange={onChange} />}
    </>
  );
}
