import type { ReactNode } from 'react';

/** A region whose changes a screen reader says when it has finished its sentence. It must stay in the page while empty. */
export function Live({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div role="status" aria-live="polite" className={className}>
      {children}
    </div>
  );
}
