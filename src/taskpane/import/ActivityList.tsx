import { Checkbox } from '@fluentui/react-components';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { DraftActivity } from '../../import';
import type { ItemFinder } from '../../plan';
import type { SearchItem } from '../state/search';
import { ActivityItem } from './ActivityItem';
import type { Choices, Settling } from './choices';
import type { Doubts } from './doubts';
import { useOffset } from './useOffset';
import { useImporterWords } from './words';

/** Pixels of a row before it is measured. */
const usualHeight = 150;

export interface ActivityListProps {
  readonly activities: readonly DraftActivity[];
  readonly doubts: Doubts;
  readonly choices: Choices;
  readonly settling: Settling;
  readonly finder: ItemFinder;
  readonly index: readonly SearchItem[];
  readonly onChoices: (choices: Choices) => void;
}

/**
 * The activities of the document, each with the text it was read from. Only those in sight are in the
 * page; the arrows, Page Up and Down, Home and End go from one to the next wherever it is.
 */
export function ActivityList({ activities, doubts, choices, settling, finder, index, onChoices }: ActivityListProps) {
  const words = useImporterWords();
  const [onlyDoubts, setOnlyDoubts] = useState(false);
  const doubtful = useMemo(() => doubtfulIds(doubts), [doubts]);
  const confirm = useMemo(() => new Set(doubts.fromRow.map(({ id }) => id)), [doubts]);
  const shown = useMemo(
    () => (onlyDoubts ? activities.filter(({ id }) => doubtful.has(id)) : activities),
    [activities, doubtful, onlyDoubts],
  );
  const list = useRef<HTMLUListElement>(null);
  const margin = useOffset(list);
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: shown.length,
    estimateSize: () => usualHeight,
    getItemKey: (position) => shown[position]?.id ?? position,
    overscan: 4,
    scrollMargin: margin,
  });

  const toFocus = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (toFocus.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${toFocus.current}"] input[type="checkbox"]`);
    if (!row) return;
    toFocus.current = null;
    row.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
    const from = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index);
    const to = positionAfter(event.key, from, shown.length);
    if (to === null) return;
    event.preventDefault();
    toFocus.current = to;
    virtualizer.scrollToIndex(to, { align: 'auto' });
    list.current?.querySelector<HTMLElement>(`[data-index="${to}"] input[type="checkbox"]`)?.focus();
  };

  return (
    <section className="suivi-import" aria-labelledby="import-activities">
      <h3 id="import-activities" className="suivi-import-title">
        {words.list.title}
      </h3>
      {doubtful.size > 0 && (
        <Checkbox
          label={words.list.onlyDoubts}
          checked={onlyDoubts}
          onChange={(_event, { checked }) => setOnlyDoubts(checked === true)}
        />
      )}
      {onlyDoubts && shown.length === 0 && <p className="suivi-quiet">{words.list.none}</p>}
      {/* The arrows go between the checkboxes of its rows, which take the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        ref={list}
        aria-label={words.list.label}
        className="suivi-import-list"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index: position, key, start }) => {
          const activity = shown[position];
          if (!activity) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={position}
              aria-setsize={shown.length}
              aria-posinset={position + 1}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              <ActivityItem
                activity={activity}
                isToConfirm={confirm.has(activity.id)}
                choices={choices}
                settling={settling}
                finder={finder}
                index={index}
                onChoices={onChoices}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function doubtfulIds({ inferred, unread, blocks, fromRow }: Doubts): ReadonlySet<string> {
  const all = [inferred, unread, fromRow, ...blocks.map(({ activities }) => activities)];
  return new Set(all.flatMap((activities) => activities.map(({ id }) => id)));
}

const page = 10;

/** Where a key leads from a row; null for any other key. */
function positionAfter(key: string, from: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}
