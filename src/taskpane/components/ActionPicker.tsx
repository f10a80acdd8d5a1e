import { Field, Input } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { Coverage, PlanItem } from '../../plan';
import { useWords } from '../environment';
import { useActiveOption } from '../hooks/useActiveOption';
import { searchItems, type SearchItem } from '../state/search';
import { CoverageMark } from './CoverageMark';

/** More options than this are not read by anybody: one more word narrows them. */
const shownAtOnce = 100;

export interface ActionPickerProps {
  readonly index: readonly SearchItem[];
  readonly coverage: ReadonlyMap<string, Coverage>;
  /** Numbers of the items of the last activities, the last first. */
  readonly recent: readonly string[];
  readonly value: string | null;
  readonly onChange: (no: string) => void;
  readonly issue: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** A combobox over the plan: search by number, text, strategy or sub-item, with what each has had beside it. */
export function ActionPicker({ index, coverage, recent, value, onChange, issue, inputRef }: ActionPickerProps) {
  const words = useWords();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  /** What is being typed; null while the list is closed. */
  const [query, setQuery] = useState<string | null>(null);
  const open = query !== null;

  // What is typed is shown before what it finds: a long list takes longer to draw than a key to press.
  const listed = useDeferredValue(query);
  const found = useMemo(
    () => (open && listed !== null ? searchItems(index, listed, recent) : []),
    [index, recent, open, listed],
  );
  const shown = found.slice(0, shownAtOnce);
  const { active, setActive, move } = useActiveOption(shown.length, list);
  const chosen = value === null ? undefined : index.find((candidate) => candidate.item.no === value)?.item;

  const show = (text: string) => {
    setQuery(text);
    setActive(
      text === ''
        ? Math.max(
            0,
            searchItems(index, '', recent).findIndex((item) => item.no === value),
          )
        : 0,
    );
  };
  const choose = (item: PlanItem) => {
    onChange(item.no);
    setQuery(null);
  };
  const chooseActive = () => {
    // The list may still be that of a key before.
    const item = listed === query ? shown[active] : searchItems(index, query ?? '', recent)[0];
    if (item) choose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (open) move(event.key === 'ArrowDown' ? 1 : -1);
        else show('');
        break;
      case 'Enter':
        if (!open || event.ctrlKey || event.metaKey) return;
        chooseActive();
        break;
      case 'Escape':
        if (!open) return;
        setQuery(null);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <Field label={words.picker.label} required {...(issue === undefined ? {} : { validationMessage: issue })}>
      <div className="suivi-picker">
        <Input
          ref={inputRef}
          className="suivi-picker-input"
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(open && shown.length > 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
          aria-describedby={`${listId}-chosen`}
          aria-label={words.picker.label}
          placeholder={words.picker.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query ?? chosen?.label ?? ''}
          contentAfter={<ChevronDownRegular aria-hidden />}
          onChange={(_event, { value: text }) => show(text)}
          onFocus={(event) => event.target.select()}
          onClick={() => {
            if (!open) show('');
          }}
          onBlur={() => setQuery(null)}
          onKeyDown={onKeyDown}
        />
        {open && (
          <div className="suivi-picker-list">
            <div
              ref={list}
              id={listId}
              role="listbox"
              className="suivi-picker-options"
              aria-label={words.picker.listLabel}
            >
              {shown.map((item, position) => (
                // The keyboard drives options from the input (aria-activedescendant): they take no focus themselves.
                // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={item.no}
                  id={`${listId}-${position}`}
                  role="option"
                  aria-selected={item.no === value}
                  className={`suivi-option ${item.level}${position === active ? ' active' : ''}`}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(item)}
                >
                  <span className="suivi-option-no">{item.no}</span>
                  <span className="suivi-clamp">
                    {item.text}
                    {recent.includes(item.no) && <span className="suivi-recent">{words.picker.recent}</span>}
                  </span>
                  <CoverageMark coverage={coverage.get(item.no)} />
                </div>
              ))}
            </div>
            {listed !== null && shown.length === 0 && <div className="suivi-picker-note">{words.picker.none}</div>}
            {found.length > shown.length && (
              <div className="suivi-picker-note">{words.picker.more({ count: found.length - shown.length })}</div>
            )}
          </div>
        )}
        <div id={`${listId}-chosen`}>
          {chosen && !open && (
            <div className="suivi-chosen">
              <span className="suivi-clamp four">{chosen.text}</span>
              <span className="suivi-quiet">
                <ChosenContext item={chosen} coverage={coverage.get(chosen.no)} />
              </span>
            </div>
          )}
          {value !== null && !chosen && <p className="suivi-small">{words.picker.gone({ no: value })}</p>}
        </div>
      </div>
    </Field>
  );
}

function ChosenContext({ item, coverage }: { item: PlanItem; coverage: Coverage | undefined }) {
  const words = useWords();
  const said = coverage ? words.picker.activities({ count: coverage.activities }) : '';
  const strategy = item.action && item.strategy ? words.picker.under({ text: item.strategy.title }) : '';
  return <>{[said, strategy].filter((part) => part !== '').join(' · ')}</>;
}
