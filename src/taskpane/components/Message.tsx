import type { ReactNode } from 'react';

/** A state of the whole pane: what is the matter, and what can be done about it. */
export function Message({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="suivi-message">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  );
}
