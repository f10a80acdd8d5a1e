import type { Plan } from './model';
import { nextNo, parentNo, parseNo, type Level } from './numbering';

/** What a number should be written as, and whether that is beyond doubt. */
export interface NoReading {
  readonly no: string;
  readonly sure: boolean;
}

/**
 * The spelling that a number typed as text should have; null where it has it, or where it is no number of the
 * plan. Spreadsheets compare cells as they are spelt.
 */
export function tidyNo(text: string): string | null {
  const no = parseNo(text)?.no ?? null;
  return no === text ? null : no;
}

/**
 * What a number of the plan was meant as that a cell elsewhere holds as a number. A spreadsheet makes 1.1 of 1.10:
 * the text shown decides where it still has the zero, `isKnown` otherwise. Null for what cannot be one (a day: 44593).
 */
export function readNumericNo(value: number, shown: string, isKnown: (no: string) => boolean): NoReading | null {
  const spellings = spellingsOf(value, shown);
  if (spellings === null) return null;
  const { asShown, asHeld, withZero } = spellings;
  if (asShown !== asHeld) return { no: asShown, sure: isKnown(asShown) && !isKnown(asHeld) };
  if (withZero === null || !isKnown(withZero)) return { no: asHeld, sure: true };
  return { no: isKnown(asHeld) ? asHeld : withZero, sure: false };
}

/** The same for the number of an item in the plan itself, where `isTaken` says which numbers other items have. */
export function readOwnNumericNo(value: number, shown: string, isTaken: (no: string) => boolean): NoReading | null {
  const spellings = spellingsOf(value, shown);
  if (spellings === null) return null;
  const { asShown, asHeld, withZero } = spellings;
  if (asShown !== asHeld) return { no: asShown, sure: isTaken(asHeld) && !isTaken(asShown) };
  const lostZero = withZero !== null && isTaken(asHeld) && !isTaken(withZero);
  return lostZero ? { no: withZero, sure: false } : { no: asHeld, sure: true };
}

interface Spellings {
  readonly asShown: string;
  readonly asHeld: string;
  /** With the zero that the spreadsheet may have dropped; null for a whole number. */
  readonly withZero: string | null;
}

function spellingsOf(value: number, shown: string): Spellings | null {
  const asShown = parseNo(shown)?.no;
  const asHeld = parseNo(String(value))?.no;
  if (asShown === undefined || asHeld === undefined) return null;
  const withZero = asHeld.includes('.') ? `${asHeld}0` : null;
  return asShown === asHeld || asShown === withZero ? { asShown, asHeld, withZero } : null;
}

/** What of a row of the plan tells where it stands: its own texts, blank where they continue those above. */
export interface NumberlessRow {
  readonly objective: string;
  readonly strategy: string;
  readonly action: string;
}

/** Gives out numbers that nobody has had, each once. */
export class FreeNumbers {
  private readonly taken: Set<string>;

  constructor(
    private readonly plan: Plan,
    taken: Iterable<string>,
  ) {
    this.taken = new Set(taken);
  }

  /** For another item beside `no`; null for an objective, which others stand under. */
  beside(no: string): string | null {
    const parent = parentNo(no);
    return parent === null ? null : this.under(parent);
  }

  /** For a row without a number, by the titles above it; null where they name no one item. */
  forRow({ objective, strategy, action }: NumberlessRow): string | null {
    const level: Level = action !== '' ? 'action' : strategy !== '' ? 'strategy' : 'objective';
    if (level === 'objective') return null;
    const objectives = this.plan.objectives.filter(({ title }) => objective === '' || says(objective, title));
    const parents =
      level === 'strategy'
        ? objectives
        : objectives.flatMap(({ strategies }) => strategies.filter(({ title }) => says(strategy, title)));
    const [parent, ...others] = parents;
    return parent === undefined || others.length > 0 ? null : this.under(parent.no);
  }

  private under(parent: string): string | null {
    const no = nextNo(parent, this.taken);
    if (no !== null) this.taken.add(no);
    return no;
  }
}

/** True where a cell holds a title, with or without its number and label before it. */
function says(cell: string, title: string): boolean {
  return title !== '' && oneLine(cell).endsWith(oneLine(title));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
