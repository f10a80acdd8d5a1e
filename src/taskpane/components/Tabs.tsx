import { useRef, type ComponentType, type KeyboardEvent } from 'react';

export interface TabsProps<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly selected: Name;
  readonly text: (name: Name) => string;
  readonly icon: (name: Name) => ComponentType<{ readonly 'aria-hidden': true }>;
  readonly onSelect: (name: Name) => void;
}

/** The id of a tab, and of the panel that it shows. */
export const tabId = (name: string) => `tab-${name}`;
export const panelId = (name: string) => `panel-${name}`;

/**
 * A bar of tabs, each an icon over its name so that six fit in the narrowest pane: arrows, Home and End move and select, Tab goes on to the panel.
 * Fluent's own TabList weighs 20 KB gzip, most of it a keyboard manager that five tabs in a row do not need.
 */
export function Tabs<Name extends string>({ label, names, selected, text, icon, onSelect }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = names.at(positionAfter(event.key, names.indexOf(selected), names.length));
    if (next === undefined || next === selected) return;
    event.preventDefault();
    onSelect(next);
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  };

  return (
    <div ref={list} role="tablist" aria-label={label} className="suivi-tabs">
      {names.map((name) => {
        const Icon = icon(name);
        return (
          <button
            key={name}
            type="button"
            role="tab"
            id={tabId(name)}
            aria-controls={panelId(name)}
            aria-selected={name === selected}
            tabIndex={name === selected ? 0 : -1}
            className="suivi-tab"
            onClick={() => onSelect(name)}
            onKeyDown={onKeyDown}
          >
            <Icon aria-hidden />
            <span data-text={text(name)}>{text(name)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Where a key leads from a tab, round the ends; the same place for any other key. */
function positionAfter(key: string, position: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (position + 1) % count;
    case 'ArrowLeft':
      return (position - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return position;
  }
}
