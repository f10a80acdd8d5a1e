import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { describeImportProblem, type DraftActivity, type ImportProblem, type ImportProblemCode } from '../../import';
import type { ItemFinder } from '../../plan';
import { Notice } from '../components/Notice';
import { Summary } from '../components/Summary';
import { useEnvironment } from '../environment';
import type { SearchItem } from '../state/search';
import type { Choices, Settling } from './choices';
import { DatesEditor } from './DatesEditor';

import { inferredYear, type Block, type Doubts as DoubtsOf } from './doubts';
import { ItemChooser } from './ItemChooser';
import { useImporterWords } from './words';

/** More than these are settled in the list, one by one. */
const shownAtOnce = 20;

export interface DoubtsProps {
  readonly doubts: DoubtsOf;
  readonly problems: readonly ImportProblem[];
  readonly choices: Choices;
  readonly settling: Settling;
  readonly finder: ItemFinder;
  readonly index: readonly SearchItem[];
  readonly onChoices: (choices: Choices) => void;
}

/** What the document leaves open, to be settled once for all where it can be. */
export function Doubts({ doubts, problems, choices, settling, finder, index, onChoices }: DoubtsProps) {
  const words = useImporterWords();
  const remarks = problems.filter(({ code }) => !askedApart.has(code));
  const { inferred, unread, blocks, fromRow } = doubts;
  const isNone = inferred.length + unread.length + blocks.length + fromRow.length + remarks.length === 0;
  return (
    <section className="suivi-import" aria-labelledby="import-doubts">
      <h3 id="import-doubts" className="suivi-import-title">
        {words.doubts.title}
      </h3>
      {isNone && <p className="suivi-quiet">{words.doubts.none}</p>}
      {unread.slice(0, shownAtOnce).map((activity) => (
        <UnreadDates
          key={activity.id}
          activity={activity}
          choices={choices}
          settling={settling}
          onChoices={onChoices}
        />
      ))}
      {unread.length > shownAtOnce && (
        <p className="suivi-quiet">{words.doubts.more({ count: unread.length - shownAtOnce })}</p>
      )}
      {inferred.length > 0 && <InferredYear activities={inferred} choices={choices} onChoices={onChoices} />}
      {blocks.slice(0, shownAtOnce).map((block) => (
        <BlockChoice
          key={block.key}
          block={block}
          choices={choices}
          finder={finder}
          index={index}
          onChoices={onChoices}
        />
      ))}
      {blocks.length > shownAtOnce && (
        <p className="suivi-quiet">{words.doubts.more({ count: blocks.length - shownAtOnce })}</p>
      )}
      {fromRow.length > 0 && <p>{words.doubts.row({ count: fromRow.length })}</p>}
      {remarks.length > 0 && <Remarks problems={remarks} />}
    </section>
  );
}

/** Those that are asked about, or marked in the list: the rest is only told. */
const askedApart: ReadonlySet<ImportProblemCode> = new Set([
  'unreadableDate',
  'inferredYear',
  'rowAction',
  'severalActions',
  'noAction',
  'noPlanItem',
]);

interface UnreadDatesProps {
  readonly activity: DraftActivity;
  readonly choices: Choices;
  readonly settling: Settling;
  readonly onChoices: (choices: Choices) => void;
}

function UnreadDates({ activity, choices, settling, onChoices }: UnreadDatesProps) {
  const words = useImporterWords();
  return (
    <Notice
      tone="warning"
      title={words.doubts.dates({ text: activity.unreadDates.map(({ text }) => text).join('; ') })}
    >
      <p className="suivi-clamp">{activity.title}</p>
      <DatesEditor
        activity={activity}
        choices={choices}
        settling={settling}
        label={words.doubts.datesField}
        onChange={(text) => onChoices({ ...choices, dates: { ...choices.dates, [activity.id]: text } })}
      />
    </Notice>
  );
}

interface InferredYearProps {
  readonly activities: readonly DraftActivity[];
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

/** One year for all: such dates come from one page of one document. */
function InferredYear({ activities, choices, onChoices }: InferredYearProps) {
  const words = useImporterWords();
  const [typed, setTyped] = useState(() => String(choices.year ?? inferredYear(activities) ?? ''));
  const isYear = /^(?:19|20|21)\d\d$/.test(typed.trim());
  return (
    <Notice tone="info" title={words.doubts.years({ count: activities.length })}>
      <Field
        label={words.doubts.year({ count: activities.length })}
        {...(isYear ? {} : { validationMessage: words.doubts.yearWrong })}
      >
        <Input
          inputMode="numeric"
          value={typed}
          onChange={(_event, { value }) => {
            setTyped(value);
            if (/^(?:19|20|21)\d\d$/.test(value.trim())) onChoices({ ...choices, year: Number(value) });
          }}
        />
      </Field>
      <Which activities={activities} />
    </Notice>
  );
}

interface BlockChoiceProps {
  readonly block: Block;
  readonly choices: Choices;
  readonly finder: ItemFinder;
  readonly index: readonly SearchItem[];
  readonly onChoices: (choices: Choices) => void;
}

/** Activities without an action beside them: left on their strategy, put under the action above, or under another item. */
function BlockChoice({ block, choices, finder, index, onChoices }: BlockChoiceProps) {
  const words = useImporterWords();
  const { key, planNo, suggestedNo, activities } = block;
  const chosen = choices.blocks[key] ?? null;
  const [isChoosing, setIsChoosing] = useState(chosen !== null && chosen !== suggestedNo);
  const labelOf = (no: string) => finder.find(no)?.label ?? no;
  const choose = (no: string | null) => onChoices({ ...choices, blocks: { ...choices.blocks, [key]: no } });
  const title =
    planNo === null
      ? words.doubts.noItem({ count: activities.length })
      : words.doubts.block({ count: activities.length, under: planNo });
  return (
    <Notice tone="info" title={title}>
      <RadioGroup
        aria-label={title}
        value={isChoosing ? 'choose' : chosen === null ? 'keep' : 'suggested'}
        onChange={(_event, { value }) => {
          setIsChoosing(value === 'choose');
          choose(value === 'suggested' ? suggestedNo : null);
        }}
      >
        <Radio
          value="keep"
          label={planNo === null ? words.doubts.keepNone : words.doubts.keep({ label: labelOf(planNo) })}
        />
        {suggestedNo !== null && (
          <Radio value="suggested" label={words.doubts.suggested({ label: labelOf(suggestedNo) })} />
        )}
        <Radio value="choose" label={words.doubts.choose} />
      </RadioGroup>
      {isChoosing && <ItemChooser index={index} value={chosen} onChange={choose} />}
      <Which activities={activities} />
    </Notice>
  );
}

function Which({ activities }: { activities: readonly DraftActivity[] }) {
  const words = useImporterWords();
  return (
    <details>
      <Summary>{words.doubts.which({ count: activities.length })}</Summary>
      <ul className="suivi-import-names suivi-small">
        {activities.slice(0, shownAtOnce).map(({ id, title }) => (
          <li key={id}>{title === '' ? words.list.noTitle : title}</li>
        ))}
        {activities.length > shownAtOnce && <li>{words.doubts.more({ count: activities.length - shownAtOnce })}</li>}
      </ul>
    </details>
  );
}

function Remarks({ problems }: { problems: readonly ImportProblem[] }) {
  const { language } = useEnvironment();
  const words = useImporterWords();
  return (
    <details>
      <Summary>{words.doubts.remarks({ count: problems.length })}</Summary>
      <ul className="suivi-import-names suivi-small">
        {problems.slice(0, shownAtOnce).map((problem, position) => (
          <li key={position}>{describeImportProblem(language, problem)}</li>
        ))}
        {problems.length > shownAtOnce && <li>{words.doubts.more({ count: problems.length - shownAtOnce })}</li>}
      </ul>
    </details>
  );
}
