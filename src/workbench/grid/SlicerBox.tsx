import { FilterDismissRegular, MultiselectLtrRegular } from '@fluentui/react-icons';
import { useState, type MouseEvent } from 'react';
import type { Slicer, SlicerItem } from '../../host/model';
import type { GridWords } from '../words';
import { pixels } from './axis';

interface SlicerBoxProps {
  readonly slicer: Slicer;
  readonly left: number;
  readonly top: number;
  readonly words: GridWords;
  /** With all that is to be shown; with nothing, all is. */
  readonly onSelect: (labels: readonly string[]) => void;
}

/** The buttons of a slicer: one shows its item alone; with Ctrl, or where several are chosen, it comes or goes. */
export function SlicerBox({ slicer, left, top, words, onSelect }: SlicerBoxProps) {
  const { definition, items } = slicer;
  const [several, setSeveral] = useState(false);
  const isFiltered = items.some(({ selected }) => !selected);
  return (
    <div
      role="group"
      aria-label={words.slicer.label({ caption: definition.caption })}
      className="slicer"
      style={{ left, top, width: pixels(definition.width), height: pixels(definition.height) }}
      {...keptFromGrid}
    >
      <div className="slicer-head">
        <span className="slicer-caption">{definition.caption}</span>
        <button
          type="button"
          aria-pressed={several}
          aria-label={words.slicer.several}
          title={words.slicer.several}
          onClick={() => setSeveral(!several)}
        >
          <MultiselectLtrRegular aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={words.slicer.clear}
          title={words.slicer.clear}
          disabled={!isFiltered}
          onClick={() => onSelect([])}
        >
          <FilterDismissRegular aria-hidden="true" />
        </button>
      </div>
      <div className="slicer-items">
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            aria-pressed={item.selected}
            className="slicer-item"
            title={item.label}
            onClick={(event) => onSelect(chosen(items, item, several || event.ctrlKey || event.metaKey))}
          >
            {item.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What is shown once a button was pressed. */
function chosen(items: readonly SlicerItem[], pressed: SlicerItem, isAdded: boolean): readonly string[] {
  if (!isAdded) return [pressed.label];
  return items.filter((item) => (item === pressed ? !item.selected : item.selected)).map(({ label }) => label);
}

/** The grid is around it: the mouse would select the cells under it. */
const keep = (event: MouseEvent) => event.stopPropagation();
const keptFromGrid = { onPointerDown: keep, onPointerMove: keep, onDoubleClick: keep };
