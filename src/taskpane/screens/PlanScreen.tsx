import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { writeDay } from '../../dates';
import { uncounted, type TrackedPlan } from '../../plan';
import type { WorkbookError } from '../../workbook';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { PlanTree } from '../components/PlanTree';
import { useEnvironment } from '../environment';
import { isFiltering, noFilter, planView, shownEntries, whichItems, type PlanFilter } from '../state/planView';
import { useScreenWords } from './words';

export interface PlanScreenProps {
  readonly tracked: TrackedPlan;
  readonly writable: boolean;
  readonly onAddTo: (no: string) => void;
}

/** The plan with what each of its items has had: what has nothing, what has been silent, and the way to it. */
export default function PlanScreen({ tracked, writable, onAddTo }: PlanScreenProps) {
  const { gateway, language, today } = useEnvironment();
  const words = useScreenWords().plan;
  const { lastCommittee } = tracked.settings;
  const [filter, setFilter] = useState<PlanFilter>(noFilter);
  const [fromCommittee, setFromCommittee] = useState(false);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [activeNo, setActiveNo] = useState<string | null>(null);
  const [error, setError] = useState<WorkbookError | null>(null);

  const until = filter.which === 'silent' && fromCommittee && lastCommittee !== null ? lastCommittee : today();
  const view = useMemo(() => planView(tracked, until), [tracked, until]);
  const { entries, found } = useMemo(() => shownEntries(view, filter, collapsed), [view, filter, collapsed]);
  const lost = useMemo(() => uncounted(tracked.plan, tracked.activities).length, [tracked]);
  const active = Math.max(
    0,
    entries.findIndex(({ item }) => item.no === activeNo),
  );
  const chosen = entries[active];
  const isFiltered = isFiltering(filter);

  const change = (patch: Partial<PlanFilter>) => setFilter({ ...filter, ...patch });
  const toggle = (no: string) => {
    const next = new Set(collapsed);
    if (!next.delete(no)) next.add(no);
    setCollapsed(next);
  };
  const goTo = async () => {
    if (!chosen) return;
    const result = await gateway.goToItem(chosen.item.no);
    setError(result.ok ? null : result.error);
  };

  return (
    <div className="suivi-plan">
      <div className="suivi-plan-filters">
        <Input
          type="search"
          aria-label={words.search}
          placeholder={words.searchPlaceholder}
          value={filter.text}
          onChange={(_event, { value }) => change({ text: value })}
        />
        <div className={view.owners.length > 0 ? 'suivi-two' : 'suivi-one'}>
          <Select
            aria-label={words.show}
            value={filter.which}
            onChange={(_event, { value }) => change({ which: whichItems.find((which) => which === value) ?? 'all' })}
          >
            {whichItems.map((which) => (
              <option key={which} value={which}>
                {words.which[which]}
              </option>
            ))}
          </Select>
          {view.owners.length > 0 && (
            <Select
              aria-label={words.owner}
              value={filter.owner}
              onChange={(_event, { value }) => change({ owner: value })}
            >
              <option value="">{words.anyOwner}</option>
              {view.owners.map((owner) => (
                <option key={owner}>{owner}</option>
              ))}
            </Select>
          )}
        </div>
        {filter.which === 'silent' && (
          <div className="suivi-two">
            <Field label={words.days}>
              <Input
                type="number"
                min={0}
                step={1}
                value={String(filter.days)}
                onChange={(_event, { value }) => change({ days: Math.max(0, Math.trunc(Number(value)) || 0) })}
              />
            </Field>
            <Field label={words.from}>
              <Select
                value={fromCommittee ? 'committee' : 'today'}
                onChange={(_event, { value }) => setFromCommittee(value === 'committee')}
              >
                <option value="today">{words.fromToday}</option>
                {lastCommittee !== null && (
                  <option value="committee">
                    {words.fromCommittee({ date: writeDay(lastCommittee, { language }) })}
                  </option>
                )}
              </Select>
            </Field>
          </div>
        )}
        <div className="suivi-between">
          <p role="status" className="suivi-quiet">
            {found === 0 ? words.none : words.found({ count: found, total: view.entries.length })}
          </p>
          {isFiltered && (
            <button type="button" className="suivi-link" onClick={() => setFilter({ ...noFilter, days: filter.days })}>
              {words.clear}
            </button>
          )}
        </div>
        {lost > 0 && <p className="suivi-quiet">{words.uncounted({ count: lost })}</p>}
      </div>
      {entries.length > 0 && (
        <PlanTree
          entries={entries}
          active={active}
          collapsed={isFiltered ? null : collapsed}
          onActive={(index) => setActiveNo(entries[index]?.item.no ?? null)}
          onToggle={toggle}
          onOpen={() => void goTo()}
        />
      )}
      {chosen && (
        <div className="suivi-footer">
          <Live>{error && <ErrorNotice title={words.notShown} error={error} />}</Live>
          <p className="suivi-clamp suivi-small">
            <strong className="suivi-strong">{chosen.item.no}</strong> {chosen.item.text}
          </p>
          <div className="suivi-submit suivi-wrap suivi-above">
            <Button appearance="primary" disabled={!writable} onClick={() => onAddTo(chosen.item.no)}>
              {words.add}
            </Button>
            <Button onClick={() => void goTo()}>{words.goTo}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
