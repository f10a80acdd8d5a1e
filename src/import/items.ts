import type { Place } from '../plan';
import type { TextLine } from './blocks';
import { readHeadingNumber, readItemLabel } from './labels';
import { type MarkKind, markKind } from './marks';

/** A piece of an actions cell. */
export interface ActionItem {
  /** `more`: goes on with the item before it. */
  readonly kind: 'action' | 'sub' | 'more';
  readonly no: string;
  readonly text: string;
  readonly place: Place;
}

/** How a line of an actions cell is marked. */
type LineKind = MarkKind | 'plain';

/** What leads where several marks are used: an arrow over a number, plain text over bullets. */
const ranks: readonly LineKind[] = ['arrow', 'number', 'plain', 'bullet', 'dash'];

/**
 * Tells actions from sub-items by the marks that a document uses: the highest that it has used so far
 * is that of its actions, and of the same marks the outermost.
 */
export class ActionMarks {
  private main: LineKind | null = null;
  private depth = Infinity;

  /** Learns from the cells of an actions column before they are read. */
  learn(lines: readonly TextLine[]): void {
    lines.forEach((line, at) => {
      const kind = kindOf(line);
      if (kind === 'plain' && at > 0) return;
      const rank = ranks.indexOf(kind);
      if (this.main === null || rank < ranks.indexOf(this.main)) {
        this.main = kind;
        this.depth = depthOf(line);
      } else if (kind === this.main) {
        this.depth = Math.min(this.depth, depthOf(line));
      }
    });
  }

  /** The items of a cell, in order. */
  read(lines: readonly TextLine[]): ActionItem[] {
    return lines.flatMap((line, at) => splitItems(line).map((text, piece) => this.item(line, text, at + piece)));
  }

  private item(line: TextLine, source: string, at: number): ActionItem {
    const kind = kindOf(line);
    const place = line.place;
    if (kind === 'plain' && at > 0 && (this.main !== 'plain' || !line.startsParagraph)) {
      return { kind: 'more', no: '', text: source, place };
    }
    const leads = kind === this.main ? kind === 'arrow' || depthOf(line) <= this.depth : kind === 'plain';
    if (!leads) return { kind: 'sub', no: '', text: source, place };
    const label = readItemLabel(source) ?? { ...readHeadingNumber(source), level: null, word: '' };
    const isOwn = label.title !== '' && (label.level === 'action' || label.word === '');
    return { kind: 'action', no: isOwn ? label.no : '', text: isOwn ? label.title : source, place };
  }
}

function kindOf(line: TextLine): LineKind {
  if (line.list) return line.list.marker === '' ? 'bullet' : markKind(line.list);
  const label = readItemLabel(line.text);
  return label?.level === 'action' || label?.word === '' || readHeadingNumber(line.text).no !== '' ? 'number' : 'plain';
}

function depthOf(line: TextLine): number {
  return line.list?.depth ?? 0;
}

/** « - Poursuivre… emploi. - Clarifier… »: two items of one mark on one line; never `main-d’œuvre` nor « Volet – Suite ». */
function splitItems(line: TextLine): string[] {
  const marker = line.list?.typed ? line.list.marker : '';
  if (marker === '') return [line.text];
  const escaped = marker === '-' ? '-' : marker.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const ends = markKind({ marker }) === 'arrow' ? '\\s' : '(?<=[.;!?)])\\s';
  return line.text.split(new RegExp(`${ends}+${escaped}\\s+(?=\\p{Lu})`, 'u')).map((text) => text.trim());
}
