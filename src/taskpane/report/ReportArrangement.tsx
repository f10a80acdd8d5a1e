import { Checkbox, Field, Select } from '@fluentui/react-components';
import type { ReportArrangement as Arrangement } from '../../commands/build';
import type { Objective } from '../../plan';
import { useScreenWords } from '../screens/words';
import { Summary } from '../components/Summary';

const orders = ['plan', 'date', 'news'] as const;
const layouts = ['columns', 'compact'] as const;

export interface ReportArrangementProps {
  readonly objectives: readonly Objective[];
  /** What the person chose; the order that holds where none was chosen stands beside it. */
  readonly value: Arrangement;
  readonly usualOrder: NonNullable<Arrangement['order']>;
  readonly onChange: (value: Arrangement) => void;
}

/** The choices of the report that most reports leave as they are: folded away. */
export function ReportArrangement({ objectives, value, usualOrder, onChange }: ReportArrangementProps) {
  const words = useScreenWords().report;
  return (
    <details>
      <Summary>{words.arrangement}</Summary>
      <div className="suivi-more">
        <Field label={words.order}>
          <Select
            value={value.order ?? usualOrder}
            onChange={(_event, { value: text }) => {
              onChange({ ...value, order: orders.find((each) => each === text) ?? usualOrder });
            }}
          >
            {orders.map((each) => (
              <option key={each} value={each}>
                {words.orders[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.objective}>
          <Select
            value={value.objective ?? ''}
            onChange={(_event, { value: no }) => {
              const { objective: _former, ...others } = value;
              onChange(no === '' ? others : { ...others, objective: no });
            }}
          >
            <option value="">{words.allObjectives}</option>
            {objectives.map(({ no, title }) => (
              <option key={no} value={no}>
                {`${no} ${title}`}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.layout}>
          <Select
            value={value.layout ?? 'columns'}
            onChange={(_event, { value: text }) => {
              onChange({ ...value, layout: layouts.find((each) => each === text) ?? 'columns' });
            }}
          >
            {layouts.map((each) => (
              <option key={each} value={each}>
                {words.layouts[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Checkbox
          label={words.dateList}
          checked={value.dateList ?? false}
          onChange={(_event, { checked }) => {
            onChange({ ...value, dateList: checked === true });
          }}
        />
      </div>
    </details>
  );
}
