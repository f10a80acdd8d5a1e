/**
 * The address when it may be made a link on paper that others open: web and mail only, as a cell of a
 * shared workbook can hold anything (`javascript:`, `file:`, a script on somebody's server).
 */
export function safeLink(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^(?:https?:\/\/|mailto:)[^\s]+$/i.test(trimmed)) return undefined;
  return URL.canParse(trimmed) ? trimmed : undefined;
}
