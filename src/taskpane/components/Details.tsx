import type { ReactNode } from 'react';
import { Summary } from './Summary';

/** Technical details, folded away; a click selects them whole, as frames in Excel may not write to the clipboard. */
export function Details({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details>
      <Summary>{label}</Summary>
      <div className="suivi-copyable">{children}</div>
    </details>
  );
}
