/** The part of `localStorage` that is used. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A text kept between sessions under one key; `''` is nothing kept. */
export interface KeptText {
  load(): string;
  /** False where it could not be kept. */
  save(text: string): boolean;
}

/** `store` is null where the browser gives frames no storage. Storage that is full or forbidden keeps nothing, and says so. */
export function keptText(store: TextStore | null, key: string): KeptText {
  if (store === null) return { load: () => '', save: (text) => text === '' };
  return {
    load: () => attempt(() => store.getItem(key) ?? '', ''),
    save: (text) =>
      attempt(() => {
        if (text === '') store.removeItem(key);
        else store.setItem(key, text);
        return true;
      }, false),
  };
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch (error) {
    // QuotaExceededError, SecurityError.
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}
