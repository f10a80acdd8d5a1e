import type { XmlElement } from './xml';

/** An XML boolean: `1`, `true`, `on`; absent or empty gives the default. */
export function flag(element: XmlElement | undefined, name: string, otherwise: boolean): boolean {
  const value = element?.get(name);
  return value === undefined || value === '' ? otherwise : value === '1' || value === 'true' || value === 'on';
}

/** A number; absent or unreadable gives the default. */
export function numberOf(element: XmlElement | undefined, name: string, otherwise: number): number {
  const value = Number(element?.get(name) ?? NaN);
  return Number.isFinite(value) ? value : otherwise;
}

/** Sets a boolean that is left out when it is what its absence means. */
export function setFlag(element: XmlElement, name: string, value: boolean, otherwise: boolean): void {
  element.set(name, value === otherwise ? undefined : value);
}
