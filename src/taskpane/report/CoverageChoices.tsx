import { Field, Select } from '@fluentui/react-components';
import type { CoverageCounting } from '../../commands/build';
import { useScreenWords } from '../screens/words';
import { Summary } from '../components/Summary';

const measures = ['activities', 'occurrences'] as const;
const periods = ['auto', 'months', 'quarters'] as const;

export interface CoverageChoicesProps {
  readonly value: CoverageCounting;
  readonly onChange: (value: CoverageCounting) => void;
}

/** What the coverage counts and by which periods, folded away: what is usual does for most. */
export function CoverageChoices({ value, onChange }: CoverageChoicesProps) {
  const words = useScreenWords().report;
  return (
    <details>
      <Summary>{words.counting}</Summary>
      <div className="suivi-more">
        <Field label={words.measure}>
          <Select
            value={value.measure ?? 'activities'}
            onChange={(_event, { value: text }) => {
              onChange({ ...value, measure: measures.find((each) => each === text) ?? 'activities' });
            }}
          >
            {measures.map((each) => (
              <option key={each} value={each}>
                {words.measures[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.across}>
          <Select
            value={value.across ?? 'auto'}
            onChange={(_event, { value: text }) => {
              onChange({ ...value, across: periods.find((each) => each === text) ?? 'auto' });
            }}
          >
            {periods.map((each) => (
              <option key={each} value={each}>
                {words.acrosses[each]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </details>
  );
}
