import { useRef } from 'react';
import type { Coverage } from '../../plan';
import { ActionPicker } from '../components/ActionPicker';
import type { SearchItem } from '../state/search';

/** Nothing is covered yet in a plan that is not in the workbook. */
const noCoverage: ReadonlyMap<string, Coverage> = new Map();
const noRecent: readonly string[] = [];

export interface ItemChooserProps {
  readonly index: readonly SearchItem[];
  readonly value: string | null;
  readonly onChange: (no: string) => void;
}

/** The pane's picker over the plan as it will be. */
export function ItemChooser({ index, value, onChange }: ItemChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <ActionPicker
      index={index}
      coverage={noCoverage}
      recent={noRecent}
      value={value}
      onChange={onChange}
      issue={undefined}
      inputRef={input}
    />
  );
}
