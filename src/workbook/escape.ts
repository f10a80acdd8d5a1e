/** The most a cell holds. */
export const longestText = 32_767;

/**
 * Text as it must be sent so that Excel keeps it as it is: an apostrophe before what it would take for
 * a formula (actions here are written `- Poursuivre…`) or swallow as a prefix. The cell must have the
 * format `@`, which keeps numbers and dates from being recognised but may not stop a formula.
 */
export function cellText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return /^[=+\-@'\t\n]/.test(lines) ? `'${lines}` : lines;
}

/** True where a file of Excel cannot hold the text: control characters and halves of surrogate pairs. */
export function hasBadCharacter(text: string): boolean {
  // With the flag `u` a whole pair is one character: only a half is still a surrogate.
  return /[\p{Surrogate}\uFFFE\uFFFF]/u.test(text) || controls.test(text);
}

// Line feeds, carriage returns and tabs are text.
const controls = /[^\P{Cc}\t\n\r\u0080-\u009f]/u;
