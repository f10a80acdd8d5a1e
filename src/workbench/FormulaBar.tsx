import { useLayoutEffect, useRef, useState } from 'react';
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons';
import type { Editing } from './editing';
import { breakLine, type Leave } from './grid/CellEditor';
import type { Words } from './words';

interface FormulaBarProps {
  readonly words: Words;
  /** What is selected, as the name box shows it. */
  readonly address: string;
  /** The active cell's own text. */
  readonly text: string;
  readonly editing: Editing | null;
  readonly onGoTo: (text: string) => boolean;
  readonly onStart: () => void;
  readonly onChange: (text: string) => void;
  readonly onAccept: (leave: Leave) => void;
  readonly onCancel: () => void;
}

/** The name box and the formula bar. */
export function FormulaBar(props: FormulaBarProps) {
  const { words, text, editing } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = editing?.text ?? text;

  // As tall as what it holds, to a point: long texts are read here.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, editing ? 130 : 22)}px`;
  }, [shown, editing]);

  return (
    <div role="group" aria-label={words.formulaBar.label} className="formula-bar">
      <NameBox key={props.address} label={words.formulaBar.nameBox} address={props.address} onGoTo={props.onGoTo} />
      <div className="formula-buttons">
        <button
          type="button"
          disabled={!editing}
          title={words.formulaBar.cancel}
          aria-label={words.formulaBar.cancel}
          onClick={props.onCancel}
        >
          <DismissRegular aria-hidden="true" />
        </button>
        <button
          type="button"
          disabled={!editing}
          title={words.formulaBar.accept}
          aria-label={words.formulaBar.accept}
          onClick={() => props.onAccept('stay')}
        >
          <CheckmarkRegular aria-hidden="true" />
        </button>
        <span aria-hidden="true" className="function-mark">
          fx
        </span>
      </div>
      <textarea
        ref={field}
        className="formula-field"
        aria-label={words.formulaBar.label}
        spellCheck={false}
        rows={1}
        value={shown}
        onFocus={() => {
          if (!editing) props.onStart();
        }}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && event.altKey) breakLine(event.currentTarget, props.onChange);
          else if (event.key === 'Enter') props.onAccept({ by: 'column', step: event.shiftKey ? -1 : 1 });
          else if (event.key === 'Tab') props.onAccept({ by: 'row', step: event.shiftKey ? -1 : 1 });
          else if (event.key === 'Escape') props.onCancel();
          else return;
          event.preventDefault();
        }}
      />
    </div>
  );
}

interface NameBoxProps {
  readonly label: string;
  readonly address: string;
  readonly onGoTo: (text: string) => boolean;
}

function NameBox({ label, address, onGoTo }: NameBoxProps) {
  const [text, setText] = useState(address);
  return (
    <input
      className="name-box"
      aria-label={label}
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setText(address)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && onGoTo(text)) document.querySelector<HTMLElement>('[role=grid]')?.focus();
        else if (event.key === 'Escape') document.querySelector<HTMLElement>('[role=grid]')?.focus();
      }}
    />
  );
}
