import { useLayoutEffect, useRef, type CSSProperties } from 'react';

export type Leave = { readonly by: 'row' | 'column'; readonly step: 1 | -1 } | 'stay';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  readonly mode: 'enter' | 'edit';
  /** Whether the keys go here, or to the formula bar. */
  readonly focused: boolean;
  readonly style: CSSProperties;
  readonly onChange: (text: string) => void;
  /** Accepted, and where to go. */
  readonly onAccept: (leave: Leave) => void;
  readonly onCancel: () => void;
  readonly onMode: (mode: 'enter' | 'edit') => void;
}

const arrows: Readonly<Record<string, Leave>> = {
  ArrowUp: { by: 'column', step: -1 },
  ArrowDown: { by: 'column', step: 1 },
  ArrowLeft: { by: 'row', step: -1 },
  ArrowRight: { by: 'row', step: 1 },
};

/** The field over a cell being edited. Enter, Tab and, when begun by typing, arrows leave it; Alt+Enter breaks the line. */
export function CellEditor({
  label,
  text,
  mode,
  focused,
  style,
  onChange,
  onAccept,
  onCancel,
  onMode,
}: CellEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element || !focused) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [focused]);

  return (
    <textarea
      ref={field}
      className="cell-editor"
      aria-label={label}
      spellCheck={false}
      rows={text.split('\n').length}
      value={text}
      style={style}
      onChange={(event) => onChange(event.target.value)}
      onMouseDown={(event) => {
        event.stopPropagation();
        onMode('edit');
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        const arrow = mode === 'enter' && !event.shiftKey && !event.ctrlKey ? arrows[event.key] : undefined;
        if (event.key === 'Enter' && event.altKey) breakLine(event.currentTarget, onChange);
        else if (event.key === 'Enter') onAccept({ by: 'column', step: event.shiftKey ? -1 : 1 });
        else if (event.key === 'Tab') onAccept({ by: 'row', step: event.shiftKey ? -1 : 1 });
        else if (event.key === 'Escape') onCancel();
        else if (event.key === 'F2') onMode(mode === 'enter' ? 'edit' : 'enter');
        else if (arrow) onAccept(arrow);
        else return;
        event.preventDefault();
      }}
    />
  );
}

/** Puts a line break at the caret of a field. */
export function breakLine(field: HTMLTextAreaElement, onChange: (text: string) => void): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  field.setRangeText('\n', start, end, 'end');
  onChange(`${value.slice(0, start)}\n${value.slice(end)}`);
}
