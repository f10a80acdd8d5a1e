import { Button } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import type { NewWorkbook, Result, WorkbookError } from '../../workbook';
import { Busy } from '../components/Busy';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Message } from '../components/Message';
import { useEnvironment, useWords } from '../environment';
import { useScreenWords } from '../screens/words';
import { emptyPlan } from '../state/emptyPlan';
import { fetched } from '../../commands/fetched';
import { once } from '../state/once';

export interface SetUpProps {
  readonly kind: 'blank' | 'foreign';
  readonly writable: boolean;
  readonly onChanged: () => Promise<void>;
  readonly onImport: () => void;
}

type Contents = Omit<NewWorkbook, 'language'>;

const nothing: Contents = { plan: emptyPlan, activities: [] };

const notLoaded: Result<void> = { ok: false, error: { code: 'notLoaded', params: {} } };

/** A workbook that Suivi does not keep: it can become one that it does, and nothing that is in it is touched. */
export default function SetUp({ kind, writable, onChanged, onImport }: SetUpProps) {
  const { gateway, language } = useEnvironment();
  const words = useScreenWords().setUp;
  const paneWords = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WorkbookError | null>(null);
  const alone = useMemo(() => once(), []);

  const create = (contents: () => Promise<Contents | null>) =>
    void alone(async () => {
      setBusy(true);
      const loaded = await contents();
      const result = loaded === null ? notLoaded : await gateway.createTrackingWorkbook({ ...loaded, language });
      setError(result.ok ? null : result.error);
      await onChanged();
      setBusy(false);
    });
  const example = async (): Promise<Contents | null> => {
    const module = await fetched(import('./example'));
    if (module === null) return null;
    const { plan, activities, settings } = module.examplePlan(language);
    return { plan, activities, committeeDates: settings.committeeDates };
  };

  const choice = (text: { readonly text: string; readonly hint: string }, onClick: () => void, isFirst = false) => (
    <Choice hint={text.hint}>
      <Button
        appearance={isFirst ? 'primary' : 'secondary'}
        disabled={!writable}
        disabledFocusable={busy}
        onClick={onClick}
      >
        {text.text}
      </Button>
    </Choice>
  );
  return (
    <Message title={words[kind].title} text={words[kind].text}>
      <ul className="suivi-choices">
        {choice(words.choices.document, onImport, true)}
        {kind === 'blank' ? (
          <>
            {choice(words.choices.example, () => create(example))}
            {choice(words.choices.empty, () => create(() => Promise.resolve(nothing)))}
          </>
        ) : (
          choice(words.beside, () => create(() => Promise.resolve({ ...nothing, beside: true })))
        )}
      </ul>
      {kind === 'foreign' && (
        <Button appearance="subtle" disabledFocusable={busy} onClick={() => void onChanged()}>
          {words.recheck}
        </Button>
      )}
      {!writable && paneWords.readOnly}
      <Live>
        {busy && <Busy label={words.creating} />}
        {error && <ErrorNotice title={paneWords.failed.create} error={error} />}
      </Live>
    </Message>
  );
}

function Choice({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <li>
      {children}
      <p className="suivi-quiet">{hint}</p>
    </li>
  );
}
