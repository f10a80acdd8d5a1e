import { parseIso, type Day, type DayRange } from '../../plan';

/** The periods of the Rapport screen. */
export const periodKinds = ['whole', 'year', 'committee', 'between'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** As it stands on the form: `from` and `to` are what the date fields hold, `''` where they are blank. */
export interface PeriodChoice {
  readonly kind: PeriodKind;
  readonly from: string;
  readonly to: string;
}

export type PeriodProblem = 'noCommittee' | 'unreadable' | 'reversed';

export type PeriodReading =
  { readonly ok: true; readonly period: DayRange } | { readonly ok: false; readonly problem: PeriodProblem };

/** What periods are counted from; `lastCommittee` is null where the settings sheet has none. */
export interface PeriodContext {
  readonly today: Day;
  readonly lastCommittee: Day | null;
}

/** The days that the choice stands for. An open side of `between` is open; the year is the calendar's. */
export function readPeriod(choice: PeriodChoice, { today, lastCommittee }: PeriodContext): PeriodReading {
  switch (choice.kind) {
    case 'whole':
      return read(null, null);
    case 'year': {
      const year = today.slice(0, 4);
      return read(parseIso(`${year}-01-01`), parseIso(`${year}-12-31`));
    }
    case 'committee':
      return lastCommittee === null ? { ok: false, problem: 'noCommittee' } : read(lastCommittee, null);
    case 'between': {
      const from = parseIso(choice.from);
      const to = parseIso(choice.to);
      if ((from === null && choice.from !== '') || (to === null && choice.to !== '')) {
        return { ok: false, problem: 'unreadable' };
      }
      return from !== null && to !== null && to < from ? { ok: false, problem: 'reversed' } : read(from, to);
    }
  }
}

function read(from: Day | null, to: Day | null): PeriodReading {
  return { ok: true, period: { from, to } };
}
