import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Result, WorkbookError } from '../../workbook';
import { ErrorNotice } from '../components/ErrorNotice';
import { Live } from '../components/Live';
import { Message } from '../components/Message';
import { useEnvironment, useWords } from '../environment';
import { emptyPlan } from '../state/emptyPlan';

export interface SetUpProps {
  readonly kind: 'blank' | 'foreign';
  readonly writable: boolean;
  readonly onChanged: () => Promise<void>;
  readonly onImport: () => void;
}

/** A workbook that Suivi does not keep: a blank one can become one that it does, somebody's own is left alone. */
export function SetUp({ kind, writable, onChanged, onImport }: SetUpProps) {
  const { gateway, language } = useEnvironment();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WorkbookError | null>(null);

  const run = async (job: () => Promise<Result<void>>) => {
    setBusy(true);
    const result = await job();
    setError(result.ok ? null : result.error);
    await onChanged();
    setBusy(false);
  };

  return (
    <Message title={words[kind].title} text={words[kind].text}>
      <Button appearance="primary" disabled={!writable} disabledFocusable={busy} onClick={onImport}>
        {words[kind].fromDocument}
      </Button>
      {kind === 'blank' ? (
        <Button
          disabled={!writable}
          disabledFocusable={busy}
          onClick={() => void run(() => gateway.createTrackingWorkbook({ plan: emptyPlan, activities: [], language }))}
        >
          {busy ? words.blank.creating : words.blank.create}
        </Button>
      ) : (
        <Button
          disabledFocusable={busy}
          onClick={() => void run(() => Promise.resolve({ ok: true, value: undefined }))}
        >
          {words.foreign.recheck}
        </Button>
      )}
      {!writable && words.readOnly}
      <Live>{error && <ErrorNotice title={words.failed.create} error={error} />}</Live>
    </Message>
  );
}
