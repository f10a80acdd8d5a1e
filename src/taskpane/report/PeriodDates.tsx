import { Field, Input } from '@fluentui/react-components';
import { useScreenWords } from '../screens/words';
import type { PeriodChoice } from '../state/period';

/** The two ends of a period; either may stay blank. */
export function PeriodDates({ choice, onChange }: { choice: PeriodChoice; onChange: (choice: PeriodChoice) => void }) {
  const words = useScreenWords().report;
  return (
    <div className="suivi-two">
      <Field label={words.from}>
        <Input type="date" value={choice.from} onChange={(_event, { value }) => onChange({ ...choice, from: value })} />
      </Field>
      <Field label={words.to}>
        <Input type="date" value={choice.to} onChange={(_event, { value }) => onChange({ ...choice, to: value })} />
      </Field>
    </div>
  );
}
