import { Button, Checkbox, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { writeDay } from '../../dates';
import { languages, type Language } from '../../i18n';
import type { TrackedPlan } from '../../plan';
import { BuildNotice } from '../components/BuildNotice';
import { PeriodDates } from '../components/PeriodDates';
import { ReportArrangement } from '../components/ReportArrangement';
import { useEnvironment, useWords } from '../environment';
import {
  build,
  languageFor,
  type BuildOutcome,
  type BuildStep,
  type BuiltKind,
  type ReportArrangement as Arrangement,
} from '../../commands/build';
import { once } from '../state/once';
import { periodKinds, readPeriod, type PeriodChoice, type PeriodKind } from '../state/period';

export interface ReportScreenProps {
  readonly tracked: TrackedPlan;
  readonly writable: boolean;
}

/** Builds the report sheet, the coverage sheet, or both. */
export default function ReportScreen({ tracked, writable }: ReportScreenProps) {
  const { gateway, language: interfaceLanguage, today } = useEnvironment();
  const words = useWords();
  const [choice, setChoice] = useState<PeriodChoice>({ kind: 'whole', from: '', to: '' });
  const [language, setLanguage] = useState<Language>(() => languageFor(tracked, interfaceLanguage));
  const [onlyUncovered, setOnlyUncovered] = useState(false);
  const [chosen, setChosen] = useState<Arrangement>({});
  const [step, setStep] = useState<BuildStep | null>(null);
  const [outcome, setOutcome] = useState<BuildOutcome | null>(null);
  const alone = useMemo(() => once(), []);

  const { lastCommittee } = tracked.settings;
  const reading = readPeriod(choice, { today: today(), lastCommittee });
  // Since the committee, what is new comes first until another order is chosen.
  const usualOrder = choice.kind === 'committee' ? 'news' : 'plan';
  const arrangement: Arrangement = { order: usualOrder, ...chosen };
  const ready = writable && reading.ok && step === null;

  const start = (...sheets: readonly BuiltKind[]) => {
    if (!ready) return;
    void alone(async () => {
      setOutcome(null);
      const request = {
        sheets,
        period: reading.period,
        language,
        interfaceLanguage,
        onlyUncovered,
        arrangement,
        today: today(),
      };
      setOutcome(await build(gateway, request, setStep));
      setStep(null);
    });
  };

  return (
    <div className="suivi-report">
      <Field
        label={words.report.period}
        {...(reading.ok ? {} : { validationMessage: words.report.periodProblems[reading.problem] })}
      >
        <RadioGroup value={choice.kind} onChange={(_event, { value }) => setChoice({ ...choice, kind: asKind(value) })}>
          {periodKinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              disabled={kind === 'committee' && lastCommittee === null}
              label={
                {
                  whole: words.report.periods.whole,
                  year: words.report.periods.year({ year: today().slice(0, 4) }),
                  committee:
                    lastCommittee === null
                      ? words.report.periods.committeeUnknown
                      : words.report.periods.committee({
                          date: writeDay(lastCommittee, { language: interfaceLanguage }),
                        }),
                  between: words.report.periods.between,
                }[kind]
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {choice.kind === 'between' && <PeriodDates choice={choice} onChange={setChoice} />}
      <Field label={words.report.language}>
        <Select value={language} onChange={(_event, { value }) => setLanguage(value === 'en' ? 'en' : 'fr')}>
          {languages.map((each) => (
            <option key={each} value={each}>
              {words.report.languages[each]}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Checkbox
          label={words.report.onlyUncovered}
          checked={onlyUncovered}
          onChange={(_event, { checked }) => setOnlyUncovered(checked === true)}
        />
        <p className="suivi-quiet suivi-hint">{words.report.onlyUncoveredHint}</p>
      </div>
      <ReportArrangement
        objectives={tracked.plan.objectives}
        value={chosen}
        usualOrder={usualOrder}
        onChange={setChosen}
      />
      <div className="suivi-two">
        <Button
          appearance="primary"
          className="suivi-both"
          disabledFocusable={!ready}
          onClick={() => start('report', 'coverage')}
        >
          {words.report.buildBoth}
        </Button>
        <Button disabledFocusable={!ready} onClick={() => start('report')}>
          {words.report.buildReport}
        </Button>
        <Button disabledFocusable={!ready} onClick={() => start('coverage')}>
          {words.report.buildCoverage}
        </Button>
      </div>
      <BuildNotice step={step} outcome={outcome} />
    </div>
  );
}

function asKind(value: string): PeriodKind {
  return periodKinds.find((kind) => kind === value) ?? 'whole';
}
