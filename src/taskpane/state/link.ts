const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * A link as it will be written: trimmed, `https://` put before `www.` and `mailto:` before an address.
 * Null for what is not a web or mail address: `javascript:` and `file:` must never be clickable in a report.
 */
export function readLink(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const full = withScheme(trimmed);
  if (/[\s\p{Cc}\p{Cf}]/u.test(full) || !URL.canParse(full)) return null;
  const { protocol, hostname, pathname } = new URL(full);
  if (!allowed.has(protocol)) return null;
  const reachesSomething = protocol === 'mailto:' ? /.@./.test(pathname) : hostname !== '';
  return reachesSomething ? full : null;
}

function withScheme(text: string): string {
  if (/^www\./i.test(text)) return `https://${text}`;
  if (/^[^\s:/@]+@[^\s:/@]+\.[^\s:/@]+$/.test(text)) return `mailto:${text}`;
  return text;
}
