import { normalizeNo, parseNo } from './numbering';
import { fold } from './text';

/** What a label of an objective says: `Objectif stratégique 1 | Titre` is number `1` and `Titre`. */
export interface ObjectiveLabel {
  readonly no: string | null;
  readonly title: string;
  readonly recurring: boolean;
}

const objectiveWord = String.raw`(?:objectif|objective|orientation|axe|axis|enjeu|goal|priorité|priorite|priority|but)`;
const separator = String.raw`\s*[|:–—\-.)]\s*`;
const worded = new RegExp(
  String.raw`^(?:strategic\s+)?${objectiveWord}(?:\s+stratégique|\s+strategique)?\s*(?:n[o°º]\.?\s*|#\s*)?(\d{1,3})(?:${separator}|\s*$)`,
  'iu',
);
/** A bare number needs a separator and a space after it: `1. Titre`, and never `24/7` or `2020-2023`. */
const bare = /^(\d{1,3})\s*[|:–—\-.)]\s+(?=\S)/u;
const recurring = /\b(recurrente?s?|recurring)\b/;

/** Takes an objective's cell apart; the title is the text after its number and label, as it was typed. */
export function readObjectiveLabel(text: string): ObjectiveLabel {
  const trimmed = text.trim();
  const match = worded.exec(trimmed) ?? bare.exec(trimmed);
  const title = match ? trimmed.slice(match[0].length).trim() : trimmed;
  return { no: match ? normalizeNo(match[1]!) : null, title, recurring: recurring.test(fold(trimmed)) };
}

/** A strategy's or an action's own text: without its own number and the word before it (`1.1 Titre`, `Stratégie 1.1 : Titre`). */
export function stripOwnNo(text: string, no: string): string {
  const trimmed = text.trim();
  const match = /^(?:(?:stratégie|strategie|strategy|action)\s+)?(r?[\d.]+)\s*[|:–—\-.)]?\s+(?=\S)/iu.exec(trimmed);
  return match && parseNo(match[1]!)?.no === no ? trimmed.slice(match[0].length) : trimmed;
}

/** An action's cell: its text, and the lines under it. */
export interface ActionText {
  readonly text: string;
  readonly subItems: readonly string[];
}

/**
 * Takes an action's cell apart: `> text`, then a sub-item for each line that begins with a dash or a
 * bullet. A line without a mark continues the one above it (people break long lines by hand); a
 * second `>` cannot be another action, as the row has one number: it is kept as a sub-item.
 */
export function readActionText(cell: string, no: string): ActionText {
  const lines = cell.split(/\r\n?|\n/).map((line) => line.trim());
  const items: string[] = [];
  for (const line of lines) {
    if (line === '') continue;
    const mark = /^(?:[>•·▪◦‣]\s*|[-–—*]\s+)/u.exec(line);
    const last = items.length - 1;
    if (mark ?? last < 0) items.push(mark ? line.slice(mark[0].length) : line);
    else items[last] = `${items[last]!} ${line}`;
  }
  const [text = '', ...subItems] = items;
  return { text: stripOwnNo(text, no), subItems };
}

/** The inverse of `readActionText`: `> text` and a `- ` line for each sub-item. */
export function writeActionText(action: ActionText): string {
  return [`> ${action.text}`, ...action.subItems.map((line) => `- ${line}`)].join('\n');
}
