export const localBase: string;
export function baseOf(text: string): string;
export function manifestFor(xml: string, base: string): string;
export function idWithin(namespace: string, name: string): string;
