import type { ReactNode } from 'react';

/** The line that opens what is folded away. */
export function Summary({ children }: { children: ReactNode }) {
  // In a browser office.js moves Tab by a list of its own, which a summary is in by its tabindex only.
  return (
    <summary className="suivi-summary" tabIndex={0}>
      {children}
    </summary>
  );
}
