import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { coverage, type Coverage, type Day, type TrackedPlan } from '../../plan';
import { useEnvironment } from '../environment';
import { readDatesField } from '../state/dates';
import type { Draft } from '../state/draft';
import { fieldOrder, readEntry, type EntryIssues, type EntryReading } from '../state/entry';
import { kindsOf, peopleOf, recentItems } from '../state/earlier';
import { searchIndex } from '../state/search';

/**
 * What the fields of an activity are filled in with, read as and refused for; new or one that exists. `keptNo` is a number
 * that it had before, and may keep although the plan has it no more.
 */
export function useActivityForm(tracked: TrackedPlan, draft: Draft, keptNo: string | null = null) {
  const { language, today } = useEnvironment();
  const [tried, setTried] = useState(false);
  const { plan, activities } = tracked;

  const index = useMemo(() => searchIndex(plan), [plan]);
  const covered = useMemo(() => coverageByNo(tracked, today()), [tracked, today]);
  const kinds = useMemo(() => kindsOf(activities), [activities]);
  const people = useMemo(() => peopleOf(activities), [activities]);
  const recent = useMemo(() => recentItems(activities), [activities]);
  const dates = useMemo(() => readDatesField(draft.dates, language, today()), [draft.dates, language, today]);
  const { planNo } = draft;
  const isGone = planNo !== null && planNo !== keptNo && !index.some(({ item }) => item.no === planNo);
  const entry = checkNo(readEntry(draft, dates), isGone);
  const issues: EntryIssues = tried && !entry.ok ? entry.issues : {};

  const planNoRef = useRef<HTMLInputElement>(null);
  const datesRef = useRef<HTMLInputElement>(null);
  const titleRef = useRef<HTMLInputElement>(null);
  const linkRef = useRef<HTMLInputElement>(null);
  const inputs = { planNo: planNoRef, dates: datesRef, title: titleRef, link: linkRef };
  const toFocus = useRef<keyof EntryIssues | null>(null);
  useLayoutEffect(() => {
    // With the render that shows the issue, or opens the part of the form that it is in.
    if (toFocus.current === null) return;
    inputs[toFocus.current].current?.focus();
    toFocus.current = null;
  });

  return {
    index,
    covered,
    kinds,
    people,
    recent,
    dates,
    entry,
    issues,
    planNoRef,
    datesRef,
    titleRef,
    linkRef,
    /** Says what is missing at its field, and goes to the first. */
    pointAtIssues: () => {
      if (entry.ok) return;
      toFocus.current = fieldOrder.find((field) => entry.issues[field] !== undefined) ?? null;
      setTried(true);
    },
    forgetIssues: () => setTried(false),
    /** After the next render. */
    focusOn: (field: keyof EntryIssues) => {
      toFocus.current = field;
    },
  };
}

export type ActivityForm = ReturnType<typeof useActivityForm>;

/** Somebody may have taken the item out of the plan since it was chosen. */
function checkNo(entry: EntryReading, isGone: boolean): EntryReading {
  if (!isGone) return entry;
  return { ok: false, issues: { ...(entry.ok ? {} : entry.issues), planNo: 'gone' } };
}

function coverageByNo({ plan, activities }: TrackedPlan, today: Day): ReadonlyMap<string, Coverage> {
  return new Map(coverage(plan, activities, { from: null, to: null }, today).map((item) => [item.no, item]));
}
