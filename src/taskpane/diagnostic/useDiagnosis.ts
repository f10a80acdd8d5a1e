import { useMemo, useRef, useState } from 'react';
import type { BuildProgress, Diagnosis, WorkbookError } from '../../workbook';
import { useEnvironment } from '../environment';
import { once } from '../state/once';

export type DiagnosisState =
  | { readonly step: 'idle' | 'stopped' }
  | { readonly step: 'running'; readonly progress: BuildProgress | null; readonly isStopping: boolean }
  | { readonly step: 'done'; readonly diagnosis: Diagnosis }
  | { readonly step: 'failed'; readonly error: WorkbookError };

/** The diagnostic, one at a time; it can be followed and stopped. */
export function useDiagnosis() {
  const { gateway } = useEnvironment();
  const [state, setState] = useState<DiagnosisState>({ step: 'idle' });
  const alone = useMemo(() => once(), []);
  const controller = useRef<AbortController | null>(null);

  const start = () =>
    alone(async () => {
      const own = new AbortController();
      controller.current = own;
      const show = (progress: BuildProgress | null) =>
        setState({ step: 'running', progress, isStopping: own.signal.aborted });
      show(null);
      const result = await gateway.diagnose({ signal: own.signal, onProgress: show });
      controller.current = null;
      if (result.ok) setState({ step: 'done', diagnosis: result.value });
      else setState(result.error.code === 'cancelled' ? { step: 'stopped' } : { step: 'failed', error: result.error });
    });

  return {
    state,
    start,
    stop: () => {
      controller.current?.abort();
      setState((now) => (now.step === 'running' ? { ...now, isStopping: true } : now));
    },
  };
}
