import type { Level } from '../plan';
import { type TextLine, writtenText } from './blocks';
import type { Collection, EntryLink } from './collect';
import { beginsWithDate, endsWithDate, readEntries } from './entries';
import type { Enumeration, NumberedItem } from './enumeration';
import {
  isRecurringTitle,
  type ItemLabel,
  readHeadingNumber,
  readItemLabel,
  readPeriod,
  readTimeHeading,
} from './labels';
import { markKind } from './marks';

/** Longer than this, a line is prose and no heading. */
const longestHeading = 200;
/** A paragraph that begins with a date and goes on longer than this is prose, outside a plan. */
const longestEntry = 300;

/** « Activités », "Actions:" over a list: names what is in it, as the header of a column does. */
const columnTitle =
  /^(?:objectifs?(?: stratégiques?)?|objectives?|stratégies|strategies|actions|activités|activities|réalisations|achievements)(?:\s+(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d)?\s*:?$/iu;

/** A footnote or a comment, as Word puts them after the text: « [1] … », « [OT2] … ». */
const noteText = /^\[(?:\p{L}{0,3}\d{1,3})\]\s/u;

/** What ends a letter, and says nothing of the activity above. */
const closing =
  /^(?:merci|cordialement|(?:sincères |meilleures )?salutations|bonne (?:journée|semaine)|thanks|thank you|(?:best |kind )?regards|sincerely)\b[^:]{0,30}$/iu;

/** Lines that head an e-mail name no plan. */
const mailHeader = /^(?:de|à|from|to|cc|objet|subject|envoyé|sent)\s*:/iu;

/** A heading that stands above, and what it opened. */
interface OpenHeading {
  readonly heading: number;
  readonly level: Level | null;
}

/** How far a line that only looks like a heading stands below the real ones. */
const boldHeading = 7;
const plainHeading = 8;

/**
 * Reads the lines outside tables: labels and headings to objectives, strategies and actions, lists
 * to actions, sub-items and dated activities, the first lines to the plan's own title.
 */
export class LineReader {
  private pending: TextLine[] = [];
  private readonly open: OpenHeading[] = [];
  /** True where the last list items were activities: one without a date is then one too. */
  private inActivities = false;
  private actionDepth = Infinity;
  /** Depths of the list items that were read as a strategy and as an activity: others at the same depth are alike. */
  private strategyDepth = 0;
  private activityDepth = 0;
  private isStart = true;

  constructor(
    private readonly found: Collection,
    private readonly numbers: Enumeration,
  ) {}

  /** One line, and the one after it: a short text right before a list or a date is its heading. */
  read(line: TextLine, next: TextLine | null): void {
    if (this.readHeading(line, next)) return;
    const { context } = this.found;
    const mayEnd = line.list !== null || (this.found.outline.section !== null && line.text.length <= longestHeading);
    if (noteText.test(line.text) || (line.startsParagraph && closing.test(line.text))) {
      this.flush();
      this.found.unplacedText(writtenText(line), line.place);
      return;
    }
    const dated = beginsWithDate(line, context) || (mayEnd && endsWithDate(line, context));
    const isArrow = line.list !== null && markKind(line.list) === 'arrow';
    if (dated && !isArrow && this.mayBegin(line)) {
      this.flush();
      this.pending = [line];
      this.activityDepth = line.list?.depth ?? 0;
      return;
    }
    if (this.pending.length > 0 && this.belongsToPending(line)) {
      this.pending.push(line);
      return;
    }
    this.flush();
    if (line.list) this.readItem(line, isArrow);
    else this.readParagraph(line);
  }

  /** A heading row of a table, or a line that is one already. */
  heading(line: TextLine): void {
    if (!this.readHeading({ ...line, heading: line.heading || boldHeading, list: null }, null))
      this.readParagraph(line);
  }

  /** Ends the activity that is open. */
  flush(): void {
    const lines = this.pending;
    this.pending = [];
    if (lines.length === 0) return;
    const link: EntryLink = { ...this.found.sectionLink, ...this.ownAction() };
    for (const entry of readEntries(lines, this.found.context)) {
      if (lines[0]?.list || this.open.length > 0 || this.found.outline.section !== null) this.found.structured += 1;
      this.found.add(entry, link);
    }
    this.inActivities = true;
  }

  /** In running text an activity under an action is the action's: nothing stands beside anything there. */
  private ownAction(): Partial<EntryLink> {
    const action = this.found.outline.currentAction;
    return action === null ? {} : { planNo: action, suggestedNo: null };
  }

  private mayBegin(line: TextLine): boolean {
    if (line.text.length <= longestEntry || line.list !== null) return true;
    return this.found.outline.section !== null;
  }

  /** Deeper items and plain lines go on with the activity; a paragraph of prose after a finished one does not. */
  private belongsToPending(line: TextLine): boolean {
    const [first] = this.pending;
    if (!first) return false;
    if (line.list)
      return (first.list === null || line.list.depth > first.list.depth) && markKind(line.list) !== 'arrow';
    return !line.startsParagraph || first.list === null || line.text.length <= longestEntry;
  }

  private readHeading(line: TextLine, next: TextLine | null): boolean {
    const { text } = line;
    if (text.length > longestHeading && line.heading === 0 && !readItemLabel(text)) return false;
    const { outline, context } = this.found;
    const isBold = line.runs.every((run) => run.bold || run.text.trim() === '');
    const standsOut = line.heading > 0 || (isBold && line.list === null && this.mayInterrupt(line));
    const leads = line.list === null && this.leadsList(line, next);
    if ((standsOut || leads) && this.readTime(line)) return true;
    if (beginsWithDate(line, context)) return false;
    const label = readItemLabel(text);
    if (label && this.isLabelHere(label, line, standsOut)) {
      this.flush();
      this.openLabelled(label, line);
      return true;
    }
    const numbered = this.numbers.read(line);
    if (numbered && this.openNumbered(numbered, line)) return true;
    if (isRecurringTitle(text) && (standsOut || leads || this.looksLikeTitle(line))) {
      this.flush();
      outline.openRecurring(text);
      this.opened({ heading: line.heading, level: 'objective' });
      return true;
    }
    if (outline.awaitsTitle && line.list === null) {
      outline.giveTitle(text);
      return true;
    }
    if (!standsOut && !leads) return false;
    this.flush();
    if (columnTitle.test(text)) {
      this.inActivities = /^(?:acti?vit|r[ée]alis|achiev)/i.test(text);
      return true;
    }
    this.openByRank(line, line.heading > 0 ? line.heading : isBold ? boldHeading : plainHeading);
    return true;
  }

  private readTime(line: TextLine): boolean {
    const time = readTimeHeading(line.text, this.found.context.language);
    if (!time) return false;
    this.flush();
    this.found.time = { ...time, year: time.year ?? this.found.time?.year ?? null };
    return true;
  }

  /** A bold line inside an activity is part of it, unless the activity is an item of a list that has ended. */
  private mayInterrupt(line: TextLine): boolean {
    if (!line.startsParagraph || line.text.length > 150) return false;
    return this.pending.length === 0 || this.pending[0]?.list !== null;
  }

  private leadsList(line: TextLine, next: TextLine | null): boolean {
    if (!next || line.text.length > 120 || /[.!?;,]$/.test(line.text) || !line.startsParagraph) return false;
    if (this.pending.length > 0 && this.pending[0]?.list === null) return false;
    if (!/^["«“(]?[\p{Lu}\d]/u.test(line.text)) return false;
    return next.list !== null || beginsWithDate(next, this.found.context);
  }

  /** The title of the recurring section may be plain: short, on its own, and no sentence. */
  private looksLikeTitle(line: TextLine): boolean {
    return line.list === null && this.mayInterrupt(line) && line.text.length <= 80 && !/[.!?;,]$/.test(line.text);
  }

  private isLabelHere(label: ItemLabel, line: TextLine, standsOut: boolean): boolean {
    if (label.word !== '') return line.list === null || label.level !== null || label.no !== '';
    // A number alone heads an item where it stands out or is short: « 1.1 Titre ».
    return standsOut || (line.text.length <= longestHeading && !/[.;]$/.test(line.text));
  }

  private openLabelled(label: ItemLabel, line: TextLine): void {
    const level = label.level ?? this.levelOf(label);
    // An objective's title may stand on the next line.
    const title = label.title === '' && level !== 'objective' ? line.text : label.title;
    if (label.word !== '') this.found.isLabelled = true;
    this.openAt(level, label.no, title, line);
    this.opened({ heading: line.heading || boldHeading, level });
  }

  /** False for what cannot be placed by its number. */
  private openNumbered({ level, no, title }: NumberedItem, line: TextLine): boolean {
    if (level === 'sub') return !this.inActivities && this.pending.length === 0 && this.found.outline.addSubItem(title);
    this.flush();
    this.openAt(level, no, title, line);
    this.opened({ heading: boldHeading, level });
    return true;
  }

  private openAt(level: Level, no: string, title: string, { place }: TextLine): void {
    const { outline } = this.found;
    if (level === 'objective') outline.openObjective(no, title, place);
    else if (level === 'strategy') outline.openStrategy(no, title, place);
    else outline.openAction(no, title, place);
  }

  private readonly words: string[] = [];

  /** « Axe 1 », then « Objectif 1.1 »: of the words that stand at any level, the first met is the highest. */
  private levelOf({ word, no }: ItemLabel): Level {
    if (!this.words.includes(word)) this.words.push(word);
    const parts = no === '' ? 0 : no.split('.').length;
    if (parts >= 2) return parts === 2 ? 'strategy' : 'action';
    const rank = this.words.indexOf(word);
    return rank === 0 ? 'objective' : rank === 1 ? 'strategy' : 'action';
  }

  /** A heading without a label stands one level under the nearest larger one. */
  private openByRank(line: TextLine, rank: number): void {
    const { outline } = this.found;
    const sibling = this.open.findLast(({ heading, level }) => heading === rank && level !== null)?.level;
    while (this.open.length > 0 && this.open.at(-1)!.heading >= rank) this.open.pop();
    const { no, title } = readHeadingNumber(line.text.replace(/\s*:$/, ''));
    const isTitle = this.isStart && this.open.length === 0 && outline.title === '' && no === '';
    if (isTitle && (rank === 1 || looksLikeDocument(line.text) || rank > 6)) {
      this.takeTitle(line.text);
      this.open.push({ heading: rank, level: null });
      return;
    }
    this.isStart = false;
    const above = this.open.findLast(({ level }) => level !== null)?.level ?? null;
    const hasSection = outline.section !== null && rank > 6 && above === null;
    const under: Level =
      above === null && !hasSection ? 'objective' : above === 'objective' || hasSection ? 'strategy' : 'action';
    const level = sibling ?? under;
    this.openAt(level, no, title, line);
    this.opened({ heading: rank, level });
  }

  private opened(heading: OpenHeading): void {
    while (this.open.length > 0 && this.open.at(-1)!.heading >= heading.heading) this.open.pop();
    this.open.push(heading);
    this.inActivities = false;
    this.isStart = false;
    this.actionDepth = Infinity;
    this.strategyDepth = 0;
    if ((this.found.time?.month ?? null) !== null) this.found.time = null;
  }

  /** An item of a list without a date: of the plan, by where it stands. */
  private readItem(line: TextLine, isArrow: boolean): void {
    const { outline } = this.found;
    const { text, place } = line;
    const depth = line.list?.depth ?? 1;
    if (isArrow) this.found.isLabelled = true;
    if (!isArrow && this.inActivities && depth >= this.activityDepth && outline.section !== null) {
      this.pending = [line];
      return;
    }
    if (outline.section === null && !isArrow) {
      this.found.unplacedText(writtenText(line), place);
      return;
    }
    if (!isArrow && (!outline.hasStrategy || depth === this.strategyDepth)) {
      outline.openStrategy('', text, place);
      this.strategyDepth = depth;
      return;
    }
    if (outline.currentAction !== null && !isArrow && depth > this.actionDepth && outline.addSubItem(text)) return;
    if (outline.currentAction !== null && !isArrow && this.actionDepth === Infinity && outline.addSubItem(text)) return;
    const label = readHeadingNumber(text);
    outline.openAction(label.no, label.title, place);
    this.actionDepth = isArrow ? 0 : depth;
  }

  private readParagraph(line: TextLine): void {
    const { outline } = this.found;
    if (outline.awaitsTitle) {
      outline.giveTitle(line.text);
      return;
    }
    const mayName = this.isStart && outline.section === null && !mailHeader.test(line.text);
    if (mayName && line.text.length <= 150 && !/[.;,:]$/.test(line.text)) {
      if (this.takeTitle(line.text)) return;
    }
    this.found.unplacedText(writtenText(line), line.place);
  }

  private takeTitle(text: string): boolean {
    const { outline } = this.found;
    const period = readPeriod(text);
    if (/strat/i.test(text)) outline.strategyPeriod ||= period;
    else outline.actionPeriod ||= period;
    if (outline.organisation === '' && isOrganisation(text)) outline.organisation = text;
    else if (outline.title === '') outline.title = text;
    else return false;
    return true;
  }
}

function looksLikeDocument(text: string): boolean {
  return /\b(?:plan|rapport|report|bilan|reddition|suivi|tableau de bord|planification)\b/i.test(text);
}

function isOrganisation(text: string): boolean {
  const isBody =
    /^(?:(?:l['’]|the\s+)?(?:ordre|association|fédération|conseil|société|corporation|institut|collège|regroupement|fondation|order|federation|society|institute|college|council|foundation))\b/i;
  return isBody.test(text) && !looksLikeDocument(text);
}
