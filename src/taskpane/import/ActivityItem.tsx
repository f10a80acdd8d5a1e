import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { writeOccurrences } from '../../dates';
import type { DraftActivity } from '../../import';
import type { ItemFinder } from '../../plan';
import { useEnvironment } from '../environment';
import type { SearchItem } from '../state/search';
import { areDatesRead, chosenDates, chosenNo, type Choices, type Settling } from './choices';
import { DateChips } from './DateChips';
import { DatesEditor } from './DatesEditor';
import { ItemChooser } from './ItemChooser';
import { useImporterWords } from './words';

export interface ActivityItemProps {
  readonly activity: DraftActivity;
  /** Filed under the action of its row, which may stand there by chance. */
  readonly isToConfirm: boolean;
  readonly choices: Choices;
  readonly settling: Settling;
  readonly finder: ItemFinder;
  readonly index: readonly SearchItem[];
  readonly onChoices: (choices: Choices) => void;
}

/** One activity as it would be written, beside the text it was read from. */
export function ActivityItem({
  activity,
  isToConfirm,
  choices,
  settling,
  finder,
  index,
  onChoices,
}: ActivityItemProps) {
  const words = useImporterWords();
  const [isOpen, setIsOpen] = useState(false);
  const { id, details, participants, candidates, source } = activity;
  const title = activity.title === '' ? words.list.noTitle : activity.title;
  const isLeft = choices.left[id] === true;
  return (
    <div className={isLeft ? 'suivi-import-item left' : 'suivi-import-item'}>
      <div className="suivi-import-reading">
        <Checkbox
          className="suivi-import-check"
          checked={!isLeft}
          aria-label={words.list.include({ title })}
          label={<span className="suivi-strong suivi-clamp">{title}</span>}
          onChange={() => onChoices({ ...choices, left: { ...choices.left, [id]: !isLeft } })}
        />
        <Dates activity={activity} choices={choices} settling={settling} />
        {details.length > 0 && <p className="suivi-small suivi-clamp">{details.join(' · ')}</p>}
        {participants.length > 0 && (
          <p className="suivi-small suivi-clamp">{words.list.with({ names: participants.join('; ') })}</p>
        )}
        <Place
          no={chosenNo(activity, choices)}
          isToConfirm={isToConfirm && choices.items[id] === undefined}
          finder={finder}
        />
        {isOpen && (
          <div className="suivi-import-editor">
            {candidates.length > 1 && (
              <p className="suivi-quiet">{words.list.candidates({ candidates: candidates.join(', ') })}</p>
            )}
            <DatesEditor
              activity={activity}
              choices={choices}
              settling={settling}
              label={words.doubts.datesField}
              onChange={(text) => onChoices({ ...choices, dates: { ...choices.dates, [id]: text } })}
            />
            <ItemChooser
              index={index}
              value={chosenNo(activity, choices)}
              onChange={(no) => onChoices({ ...choices, items: { ...choices.items, [id]: no } })}
            />
          </div>
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          aria-label={isOpen ? words.list.done : words.list.editLabel({ title })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? words.list.done : words.list.edit}
        </Button>
      </div>
      <blockquote className="suivi-import-source suivi-small" aria-label={words.list.source}>
        {source}
      </blockquote>
    </div>
  );
}

function Dates({ activity, choices, settling }: Pick<ActivityItemProps, 'activity' | 'choices' | 'settling'>) {
  const { language } = useEnvironment();
  const words = useImporterWords();
  const dates = chosenDates(activity, choices, settling);
  const isInferred = choices.year === null;
  return (
    <div className="suivi-chips">
      <DateChips
        chips={dates.map((occurrence) => ({
          text: writeOccurrences([occurrence], { language }),
          inferred: isInferred && occurrence.inferred === true,
          doubts: [],
        }))}
      />
      {!areDatesRead(activity, choices, settling) &&
        activity.unreadDates.map(({ text }) => (
          <span key={text} className="suivi-chip doubtful">
            {words.list.unread({ text })}
          </span>
        ))}
      {dates.length === 0 && activity.unreadDates.length === 0 && (
        <span className="suivi-chip doubtful">{words.list.noDate}</span>
      )}
    </div>
  );
}

function Place({ no, isToConfirm, finder }: { no: string | null; isToConfirm: boolean; finder: ItemFinder }) {
  const words = useImporterWords();
  return (
    <p className="suivi-small suivi-clamp">
      {isToConfirm && <span className="suivi-import-mark first">{words.list.confirm}</span>}
      {no === null ? words.list.nowhere : words.list.under({ label: finder.find(no)?.label ?? no })}
    </p>
  );
}
