import { useEffect, useRef, type KeyboardEvent } from 'react';
import { AddRegular } from '@fluentui/react-icons';
import type { Sheet } from '../host/model';
import type { Words } from './words';

interface SheetTabsProps {
  readonly words: Words;
  readonly sheets: readonly Sheet[];
  readonly active: Sheet;
  readonly onActivate: (sheet: Sheet) => void;
  readonly onAdd: () => void;
}

const keys: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  ArrowRight: (index, count) => (index + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The tabs of the sheets that are not hidden, with the colours given to them. */
export function SheetTabs({ words, sheets, active, onActivate, onAdd }: SheetTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const shown = sheets.filter((sheet) => sheet.visibility === 'Visible');

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = shown[keys[event.key]?.(shown.indexOf(active), shown.length) ?? -1];
    if (!target) return;
    event.preventDefault();
    onActivate(target);
    list.current?.querySelector<HTMLElement>(`[data-sheet="${CSS.escape(target.id)}"]`)?.focus();
  };

  return (
    <div className="tabs">
      <div
        ref={list}
        role="tablist"
        tabIndex={-1}
        aria-label={words.tabs.label}
        className="tab-list"
        onKeyDown={onKeyDown}
      >
        {shown.map((sheet) => (
          <button
            key={sheet.id}
            type="button"
            role="tab"
            data-sheet={sheet.id}
            aria-selected={sheet === active}
            tabIndex={sheet === active ? 0 : -1}
            className="tab"
            onClick={(event) => {
              // After a click on a tab, keys go to the sheet; one reached by keys keeps them.
              if (event.detail > 0) event.currentTarget.blur();
              onActivate(sheet);
            }}
          >
            {sheet.name}
            {sheet.view.tabColor !== '' && (
              <i aria-hidden="true" className="tab-color" style={{ background: sheet.view.tabColor }} />
            )}
          </button>
        ))}
      </div>
      <button type="button" className="add-sheet" title={words.tabs.add} aria-label={words.tabs.add} onClick={onAdd}>
        <AddRegular aria-hidden="true" />
      </button>
    </div>
  );
}
