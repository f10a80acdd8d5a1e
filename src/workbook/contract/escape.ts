/** The most a cell holds. */
export const longestText = 32_767;

/**
 * Text as it must be sent so that Excel keeps it as it is: an apostrophe before what it, or a program that the
 * sheet is copied to, would take for a formula (actions here are written `- Poursuivre…`; East Asian keyboards
 * have wide signs), for an error, or swallow as a prefix. The cell must have the format `@`, which keeps numbers
 * and dates from being recognised but may not stop a formula.
 */
export function cellText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return risky.test(lines) ? `'${lines}` : lines;
}

/** A sign that begins a formula, after white space and invisible characters too; an error's first letter. */
const risky = /^(?:['\t\n]|[\s\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|#[A-Z])/u;

/**
 * The first character that a file of Excel cannot hold, as Unicode names it (`U+0007`): a control character, half of a
 * surrogate pair, a non-character. Null where there is none.
 */
export function badCharacter(text: string): string | null {
  const [found] = unheld.exec(text) ?? [];
  return found === undefined ? null : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

// With the flag `u` a whole pair is one character: only a half is still a surrogate. Line feeds, carriage returns
// and tabs are text, and so are the controls after U+007F, which files carry.
const unheld = /[\p{Surrogate}\uFFFE\uFFFF]|[^\P{Cc}\t\n\r\u0080-\u009f]/u;
