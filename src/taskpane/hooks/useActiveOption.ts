import { useLayoutEffect, useState, type RefObject } from 'react';

/** Which option of a listbox the arrow keys are on; kept inside the list and scrolled into view. */
export function useActiveOption(count: number, list: RefObject<HTMLElement | null>) {
  const [active, setActive] = useState(0);
  const inside = Math.min(active, Math.max(0, count - 1));

  useLayoutEffect(() => {
    list.current?.children[inside]?.scrollIntoView({ block: 'nearest' });
  }, [inside, count, list]);

  return {
    active: inside,
    setActive,
    move: (step: 1 | -1) => setActive(count === 0 ? 0 : (inside + step + count) % count),
  };
}
