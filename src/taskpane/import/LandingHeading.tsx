import { useLayoutEffect, useRef } from 'react';

export interface LandingHeadingProps {
  readonly id: string;
  readonly text: string;
  /** The focus comes again when it changes. */
  readonly on?: string;
}

/** The heading where the keyboard and a screen reader go on once what had the focus is gone. */
export function LandingHeading({ id, text, on }: LandingHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), [on]);
  return (
    // office.js moves Tab by a list of its own, which leaves out a tabindex of -1: from there Tab would go nowhere.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <h2 id={id} ref={heading} tabIndex={0} className="suivi-import-title">
      {text}
    </h2>
  );
}
