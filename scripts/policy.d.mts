export const officeCdn: string;
export const contentSecurityPolicy: string;
export function responseHeaders(frames?: readonly string[]): Readonly<Record<string, string>>;
