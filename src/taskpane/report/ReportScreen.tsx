import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import {
  languageFor,
  type BuiltKind,
  type CoverageCounting,
  type ReportArrangement as Arrangement,
} from '../../commands/build';
import { languages, type Language } from '../../i18n';
import type { TrackedPlan } from '../../plan';
import { useEnvironment } from '../environment';
import { useScreenWords } from '../screens/words';
import { readPeriod, type PeriodChoice } from '../state/period';
import { BuildNotice } from './BuildNotice';
import { CoverageChoices } from './CoverageChoices';
import { PeriodField } from './PeriodField';
import { ReportArrangement } from './ReportArrangement';
import { useBuild } from './useBuild';

export interface ReportScreenProps {
  readonly tracked: TrackedPlan;
  readonly writable: boolean;
}

/** Builds the report sheet, the coverage sheet, or both. */
export default function ReportScreen({ tracked, writable }: ReportScreenProps) {
  const { language: interfaceLanguage, today } = useEnvironment();
  const words = useScreenWords().report;
  const [choice, setChoice] = useState<PeriodChoice>({ kind: 'whole', from: '', to: '' });
  const [language, setLanguage] = useState<Language>(() => languageFor(tracked, interfaceLanguage));
  const [onlyUncovered, setOnlyUncovered] = useState(false);
  const [chosen, setChosen] = useState<Arrangement>({});
  const [counting, setCounting] = useState<CoverageCounting>({});
  const { running, outcome, start, cancel } = useBuild();

  const { lastCommittee } = tracked.settings;
  const reading = readPeriod(choice, { today: today(), lastCommittee });
  // Since the committee, what is new comes first until another order is chosen.
  const usualOrder = choice.kind === 'committee' ? 'news' : 'plan';
  const ready = writable && reading.ok && running === null;

  // The button that stops a build is gone with it: the focus goes back to the one that began it.
  const opener = useRef<Element | null>(null);
  const isRunning = running !== null;
  useLayoutEffect(() => {
    if (!isRunning && document.activeElement === document.body && opener.current instanceof HTMLElement) {
      opener.current.focus();
    }
  }, [isRunning]);

  const ask = (...sheets: readonly BuiltKind[]) => {
    if (!ready) return;
    opener.current = document.activeElement;
    void start({
      sheets,
      period: reading.period,
      language,
      interfaceLanguage,
      onlyUncovered,
      arrangement: { order: usualOrder, ...chosen },
      counting,
      today: today(),
    });
  };

  return (
    <div className="suivi-form">
      <div className="suivi-fields">
        <PeriodField choice={choice} reading={reading} lastCommittee={lastCommittee} onChange={setChoice} />
        <Field label={words.language}>
          <Select value={language} onChange={(_event, { value }) => setLanguage(value === 'en' ? 'en' : 'fr')}>
            {languages.map((each) => (
              <option key={each} value={each}>
                {words.languages[each]}
              </option>
            ))}
          </Select>
        </Field>
        <div>
          <Checkbox
            label={words.onlyUncovered}
            checked={onlyUncovered}
            onChange={(_event, { checked }) => setOnlyUncovered(checked === true)}
          />
          <p className="suivi-quiet suivi-hint">{words.onlyUncoveredHint}</p>
        </div>
        <ReportArrangement
          objectives={tracked.plan.objectives}
          value={chosen}
          usualOrder={usualOrder}
          onChange={setChosen}
        />
        <CoverageChoices value={counting} onChange={setCounting} />
      </div>
      <div className="suivi-footer">
        <BuildNotice running={running} outcome={outcome} onCancel={cancel} />
        <div className="suivi-two">
          <Button
            appearance="primary"
            className="suivi-both"
            disabledFocusable={!ready}
            onClick={() => ask('report', 'coverage')}
          >
            {words.buildBoth}
          </Button>
          <Button disabledFocusable={!ready} onClick={() => ask('report')}>
            {words.buildReport}
          </Button>
          <Button disabledFocusable={!ready} onClick={() => ask('coverage')}>
            {words.buildCoverage}
          </Button>
        </div>
      </div>
    </div>
  );
}
