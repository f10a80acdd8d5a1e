import { useMemo, useRef, useState } from 'react';
import { build, type BuildOutcome, type BuildRequest, type BuildStep } from '../../commands/build';
import type { BuildProgress } from '../../workbook';
import { useEnvironment } from '../environment';
import { once } from '../state/once';

/** A build under way: `progress` is that of the sheet being written, null until its first request is answered. */
export interface RunningBuild {
  readonly step: BuildStep;
  readonly progress: BuildProgress | null;
  readonly isCancelling: boolean;
}

/** Builds the sheets that are asked for, one build at a time; it can be followed and stopped. */
export function useBuild() {
  const { gateway } = useEnvironment();
  const [running, setRunning] = useState<RunningBuild | null>(null);
  const [outcome, setOutcome] = useState<BuildOutcome | null>(null);
  const alone = useMemo(() => once(), []);
  const controller = useRef<AbortController | null>(null);

  const start = (request: BuildRequest) =>
    alone(async () => {
      const own = new AbortController();
      controller.current = own;
      setOutcome(null);
      const show = (step: BuildStep, progress: BuildProgress | null) =>
        setRunning({ step, progress, isCancelling: own.signal.aborted });
      let current: BuildStep = 'reading';
      try {
        setOutcome(
          await build(gateway, request, {
            signal: own.signal,
            onStep: (step) => {
              current = step;
              show(step, null);
            },
            onProgress: (progress) => show(current, progress),
          }),
        );
      } finally {
        setRunning(null);
        controller.current = null;
      }
    });

  return {
    running,
    outcome,
    start,
    cancel: () => {
      controller.current?.abort();
      setRunning((now) => now && { ...now, isCancelling: true });
    },
  };
}
