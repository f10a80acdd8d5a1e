/** The address of a link that a person may follow: web and mail only; null for any other (a script, a file). */
export function followableAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:' ? href : null;
}
