import type { Direction } from './selection';

/** What a key asks of the grid. */
export type GridCommand =
  | { readonly kind: 'step' | 'edge' | 'page'; readonly direction: Direction; readonly extend: boolean }
  /** First cell of the row; last filled cell of the row; first and last cell of the sheet. */
  | { readonly kind: 'rowStart' | 'rowEnd' | 'sheetStart' | 'sheetEnd'; readonly extend: boolean }
  /** Enter and Tab: within the selection where it has several cells. */
  | { readonly kind: 'next'; readonly by: 'row' | 'column'; readonly step: 1 | -1 }
  | { readonly kind: 'selectAll' | 'selectRow' | 'selectColumn' }
  | { readonly kind: 'clear' | 'edit' | 'undo' | 'redo' | 'follow' | 'cancel' }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'sheet'; readonly step: 1 | -1 };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Excel's keys; null for one that the grid leaves to the browser. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): GridCommand | null {
  const control = ctrlKey || metaKey;
  const direction = arrows[key];
  if (direction && !altKey) return { kind: control ? 'edge' : 'step', direction, extend: shiftKey };
  if (control && !altKey) return withControl(key, shiftKey);
  if (altKey)
    return key === 'PageDown' || key === 'PageUp' ? page(key === 'PageDown' ? 'right' : 'left', shiftKey) : null;
  switch (key) {
    case 'PageDown':
      return page('down', shiftKey);
    case 'PageUp':
      return page('up', shiftKey);
    case 'Home':
      return { kind: 'rowStart', extend: shiftKey };
    case 'End':
      return { kind: 'rowEnd', extend: shiftKey };
    case 'Enter':
      return { kind: 'next', by: 'column', step: shiftKey ? -1 : 1 };
    case 'Tab':
      return { kind: 'next', by: 'row', step: shiftKey ? -1 : 1 };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
      return { kind: 'clear' };
    case 'Backspace':
      return { kind: 'type', text: '' };
    case 'Escape':
      return { kind: 'cancel' };
    case ' ':
      return shiftKey ? { kind: 'selectRow' } : { kind: 'type', text: ' ' };
    default:
      // One character, which may be a pair of code units; the names of other keys are longer words.
      return /^.$/su.test(key) ? { kind: 'type', text: key } : null;
  }
}

function withControl(key: string, shift: boolean): GridCommand | null {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'Home':
      return { kind: 'sheetStart', extend: shift };
    case 'End':
      return { kind: 'sheetEnd', extend: shift };
    case 'PageDown':
      return { kind: 'sheet', step: 1 };
    case 'PageUp':
      return { kind: 'sheet', step: -1 };
    case 'Enter':
      return { kind: 'follow' };
    case ' ':
      return { kind: shift ? 'selectAll' : 'selectColumn' };
    case 'a':
      return { kind: 'selectAll' };
    case 'z':
      return { kind: shift ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    default:
      return null;
  }
}

const page = (direction: Direction, extend: boolean): GridCommand => ({ kind: 'page', direction, extend });
