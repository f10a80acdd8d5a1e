import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { languages } from '../../i18n';
import type { TrackedPlan } from '../../plan';
import type { SettingsReceipt, WorkbookError } from '../../workbook';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Notice } from '../components/Notice';
import { useEnvironment } from '../environment';
import { once } from '../state/once';
import { CommitteeDates } from './CommitteeDates';
import { changedSettings, isSame, settingLanguages, settingsForm, type SettingsForm } from './settingsForm';
import { useScreenWords } from '../screens/words';

export interface SettingsPanelProps {
  readonly tracked: TrackedPlan;
  readonly writable: boolean;
  readonly onWritten: () => Promise<void>;
  readonly hidden: boolean;
  readonly onDiagnose: () => void;
  /** Grows each time that somebody is sent here to complete what is blank. */
  readonly completing: number;
}

type Outcome =
  | { readonly step: 'idle' | 'saving' | 'undoing' | 'undone' }
  | { readonly step: 'saved'; readonly receipt: SettingsReceipt }
  | { readonly step: 'failed'; readonly what: 'save' | 'undo'; readonly error: WorkbookError };

const texts = ['organisation', 'title', 'strategyPeriod', 'actionPeriod'] as const;

/** What the settings sheet says, to be changed. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { tracked, writable, onWritten, hidden, onDiagnose, completing } = props;
  const { gateway, chosenLanguage, chooseLanguage } = useEnvironment();
  const words = useScreenWords().settings;
  const stated = useMemo(() => settingsForm(tracked), [tracked]);
  /** What the changes on the form start from; null while there are none. */
  const [edit, setEdit] = useState<{ readonly from: SettingsForm; readonly to: SettingsForm } | null>(null);
  const [outcome, setOutcome] = useState<Outcome>({ step: 'idle' });
  const alone = useMemo(() => once(), []);

  const form = edit?.to ?? stated;
  const changed = edit ? changedSettings(edit.from, edit.to) : {};
  const isChanged = edit !== null && !isSame(edit.from, edit.to);
  const isRunning = outcome.step === 'saving' || outcome.step === 'undoing';
  const ready = writable && isChanged && !isRunning;
  const change = (patch: Partial<SettingsForm>) => {
    setEdit({ from: edit?.from ?? stated, to: { ...form, ...patch } });
    if (outcome.step !== 'saving') setOutcome({ step: 'idle' });
  };

  // Back where the person was before the diagnostic.
  const opener = useRef<HTMLButtonElement>(null);
  const wasHidden = useRef(hidden);
  useLayoutEffect(() => {
    if (wasHidden.current && !hidden) opener.current?.focus();
    wasHidden.current = hidden;
  }, [hidden]);

  const root = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (completing > 0) root.current?.querySelector<HTMLElement>('input[value=""]')?.focus();
  }, [completing]);

  const save = () => {
    if (!ready) return;
    void alone(async () => {
      setOutcome({ step: 'saving' });
      const result = await gateway.writeSettings(changed);
      if (result.ok) {
        await onWritten();
        setEdit(null);
      }
      setOutcome(
        result.ok ? { step: 'saved', receipt: result.value } : { step: 'failed', what: 'save', error: result.error },
      );
    });
  };
  const undo = (receipt: SettingsReceipt) =>
    void alone(async () => {
      setOutcome({ step: 'undoing' });
      const result = await gateway.undoSettings(receipt);
      if (result.ok) await onWritten();
      setOutcome(result.ok ? { step: 'undone' } : { step: 'failed', what: 'undo', error: result.error });
    });

  return (
    <form
      ref={root}
      className="suivi-form"
      hidden={hidden}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="suivi-fields">
        <p className="suivi-quiet">{words.intro}</p>
        {texts.map((name) => (
          <Field key={name} label={words[name]}>
            <Input
              value={form[name]}
              {...(name.endsWith('Period') ? { placeholder: words.periodPlaceholder } : {})}
              onChange={(_event, { value }) => change({ [name]: value })}
            />
          </Field>
        ))}
        <Field label={words.language}>
          <Select
            value={form.language}
            onChange={(_event, { value }) =>
              change({ language: settingLanguages.find((language) => language === value) ?? 'fr-CA' })
            }
          >
            {settingLanguages.map((language) => (
              <option key={language} value={language}>
                {words.languages[language]}
              </option>
            ))}
          </Select>
        </Field>
        <CommitteeDates dates={form.committeeDates} onChange={(committeeDates) => change({ committeeDates })} />
        <h2 className="suivi-heading">{words.pane}</h2>
        <Field label={words.paneLanguage} hint={words.paneLanguageHint}>
          <Select
            value={chosenLanguage ?? ''}
            onChange={(_event, { value }) => chooseLanguage(languages.find((each) => each === value) ?? null)}
          >
            <option value="">{words.sameAsExcel}</option>
            {languages.map((each) => (
              <option key={each} value={each} lang={each}>
                {words.paneLanguages[each]}
              </option>
            ))}
          </Select>
        </Field>
        <h2 className="suivi-heading">{words.diagnostic}</h2>
        <p className="suivi-quiet">{words.diagnosticHint}</p>
        <div>
          <Button ref={opener} size="small" onClick={onDiagnose}>
            {words.openDiagnostic}
          </Button>
        </div>
      </div>
      <div className="suivi-footer">
        <Live>
          {edit && !isSame(edit.from, stated) && !isRunning && <Notice tone="warning">{words.changedElsewhere}</Notice>}
          {outcome.step === 'saved' && (
            <Notice tone="success" title={words.saved}>
              <div>
                <Button size="small" onClick={() => undo(outcome.receipt)}>
                  {words.undo}
                </Button>
              </div>
            </Notice>
          )}
          {outcome.step === 'undone' && <Notice tone="info">{words.undone}</Notice>}
          {outcome.step === 'failed' && <ErrorNotice title={words.failed[outcome.what]} error={outcome.error} />}
        </Live>
        {!isChanged && outcome.step === 'idle' && <p className="suivi-quiet suivi-above">{words.unchanged}</p>}
        <div className="suivi-submit suivi-wrap">
          <Button appearance="primary" type="submit" disabledFocusable={!ready}>
            {outcome.step === 'saving' ? words.saving : outcome.step === 'undoing' ? words.undoing : words.save}
          </Button>
          {edit && (
            <Button appearance="subtle" disabledFocusable={isRunning} onClick={() => setEdit(null)}>
              {words.reset}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
