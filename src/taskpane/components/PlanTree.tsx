import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, type KeyboardEvent } from 'react';
import { writeDay } from '../../dates';
import type { Language } from '../../i18n';
import { useEnvironment } from '../environment';
import { useScreenWords, type ScreenWords } from '../screens/words';
import type { PlanEntry } from '../state/planView';
import { CoverageMark } from './CoverageMark';

/** Pixels of a row before it is measured. */
const usualHeight = 60;

export interface PlanTreeProps {
  readonly entries: readonly PlanEntry[];
  readonly active: number;
  /** Null where a filter decides what is shown: nothing can then be collapsed. */
  readonly collapsed: ReadonlySet<string> | null;
  readonly onActive: (index: number) => void;
  readonly onToggle: (no: string) => void;
  readonly onOpen: () => void;
}

/**
 * The plan as a tree of which only what is in sight is drawn. One stop of the Tab key: arrows move, Left and
 * Right close and open, Enter shows the row in the workbook.
 */
export function PlanTree({ entries, active, collapsed, onActive, onToggle, onOpen }: PlanTreeProps) {
  const words = useScreenWords().plan;
  const { language } = useEnvironment();
  const treeId = useId();
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used where they are made, and kept nowhere
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => entries[index]?.item.no ?? index,
    overscan: 8,
  });

  const move = (index: number) => {
    const inside = Math.max(0, Math.min(entries.length - 1, index));
    onActive(inside);
    virtual.scrollToIndex(inside);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const entry = entries[active];
    if (!entry) return;
    const isOpen = !entry.item.leaf && collapsed?.has(entry.item.no) !== true;
    switch (event.key) {
      case 'ArrowDown':
        move(active + 1);
        break;
      case 'ArrowUp':
        move(active - 1);
        break;
      case 'Home':
        move(0);
        break;
      case 'End':
        move(entries.length - 1);
        break;
      case 'ArrowRight':
        if (isOpen) move(active + 1);
        else if (collapsed && !entry.item.leaf) onToggle(entry.item.no);
        break;
      case 'ArrowLeft':
        if (isOpen && collapsed) onToggle(entry.item.no);
        else move(entries.findIndex(({ item }) => item === entry.item.parents.at(-1)));
        break;
      case 'Enter':
        onOpen();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const drawn = virtual.getVirtualItems();
  const isDrawn = drawn.some(({ index }) => index === active);
  return (
    <div
      ref={box}
      role="tree"
      aria-label={words.tree}
      tabIndex={0}
      className="suivi-tree"
      {...(isDrawn ? { 'aria-activedescendant': `${treeId}-${active}` } : {})}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="suivi-tree-whole" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const entry = entries[index];
          if (!entry) return null;
          const { item } = entry;
          const isCollapsed = collapsed?.has(item.no) === true;
          const Chevron = isCollapsed ? ChevronRightRegular : ChevronDownRegular;
          return (
            // The tree has the focus and the keyboard (aria-activedescendant): rows take none themselves.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              id={`${treeId}-${index}`}
              role="treeitem"
              aria-level={item.parents.length + 1}
              aria-selected={index === active}
              {...(item.leaf ? {} : { 'aria-expanded': !isCollapsed })}
              className={`suivi-tree-row ${item.level}${index === active ? ' active' : ''}`}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onActive(index)}
            >
              <span
                className="suivi-tree-chevron"
                {...(item.leaf || !collapsed
                  ? {}
                  : {
                      onClick: () => {
                        onToggle(item.no);
                      },
                    })}
              >
                {!item.leaf && collapsed && <Chevron aria-hidden />}
              </span>
              <span className="suivi-option-no">{item.no}</span>
              <span className="suivi-tree-text">
                <span className="suivi-clamp">{item.text}</span>
                {entry.actions > 0 && <CoverageBar entry={entry} />}
                <span className="suivi-quiet">{coverageInWords(entry, words, language)}</span>
              </span>
              <CoverageMark coverage={entry.coverage} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The part of the actions that have had activity; the same is said in words beside it. */
function CoverageBar({ entry: { actions, actionsCovered } }: { entry: PlanEntry }) {
  return (
    <span className="suivi-bar" aria-hidden>
      <span style={{ width: `${(100 * actionsCovered) / actions}%` }} />
    </span>
  );
}

/** « 2 sur 3 actions avec activité · dernière le 2 juin 2021, il y a 30 jours ». */
function coverageInWords(
  { coverage: { activities, last, daysSinceLast }, actions, actionsCovered }: PlanEntry,
  words: ScreenWords['plan'],
  language: Language,
): string {
  const what =
    actions > 0 ? words.covered({ covered: actionsCovered, total: actions }) : words.activities({ count: activities });
  if (last === null || daysSinceLast === null) return what;
  const ago = daysSinceLast < 0 ? words.toCome : words.silentFor({ days: daysSinceLast });
  return `${what} · ${words.last({ date: writeDay(last, { language }) })}, ${ago}`;
}
