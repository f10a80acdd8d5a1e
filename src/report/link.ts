/** Excel refuses the whole request for a longer one. */
const longestLink = 2_083;

/**
 * The address when it may be made a link on paper that others open: web and mail only, as a cell of a
 * shared workbook can hold anything (`javascript:`, `file:`, a script on somebody's server). Nor one with characters
 * that do not show, which can make it look like another.
 */
export function safeLink(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestLink || !/^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cf}]+$/iu.test(trimmed)) return undefined;
  return URL.canParse(trimmed) ? trimmed : undefined;
}
