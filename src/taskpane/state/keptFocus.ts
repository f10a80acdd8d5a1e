const focusable = 'button, input, select, textarea, summary, [tabindex="0"]';
const unseen = '[hidden], :disabled, details:not([open]) > :not(summary)';

/**
 * Keeps the keyboard where it is. Where what has the focus goes, as a button does with what it was for, the focus would
 * be nowhere, and the next Tab at the top: it comes to what is left around that place, the nearest first. Whoever gives
 * the focus to something else as it goes comes before. Gives what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  /** What has the focus and all that is around it, from the inside out; nothing where the person left it. */
  let places: readonly Element[] = [];
  const isThere = ([focused]: readonly Element[]) => focused?.isConnected === true && focused.closest(unseen) === null;

  const remember = ({ target }: FocusEvent) => {
    const around: Element[] = [];
    for (let at = target; at instanceof Element && at !== root.parentElement; at = at.parentElement) around.push(at);
    places = around;
  };
  // Browsers tell that the focus leaves what is about to be taken away while it is still there.
  const forget = () => {
    const left = places;
    queueMicrotask(() => {
      if (places === left && document.hasFocus() && isThere(left)) places = [];
    });
  };
  const mend = () => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (places.length === 0 || isThere(places) || !isNowhere || !document.hasFocus()) return;
    for (const place of places.filter(({ isConnected }) => isConnected)) {
      const next = [...place.querySelectorAll<HTMLElement>(focusable)].find((each) => each.closest(unseen) === null);
      next?.focus();
      if (next) return;
    }
  };

  root.addEventListener('focusin', remember);
  root.addEventListener('focusout', forget);
  const observer = new MutationObserver(mend);
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['hidden', 'disabled'] });
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', remember);
    root.removeEventListener('focusout', forget);
  };
}
