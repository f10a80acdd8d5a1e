import { useLayoutEffect, useState, type RefObject } from 'react';

/** How far an element stands below the top of the page, in pixels, as what is above it grows and shrinks. */
export function useOffset(element: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => setOffset(Math.round(current.getBoundingClientRect().top + window.scrollY));
    // The page is as long as what is on it: folding a part above moves the element and changes its length.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return offset;
}
