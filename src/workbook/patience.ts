import { run, runQuietly } from './run';

/** Milliseconds that a call may go unanswered before Excel is asked why. */
const patience = 700;

/** The two ways to run a job in Excel. */
export interface Runners {
  readonly run: typeof run;
  readonly runQuietly: typeof runQuietly;
}

/**
 * Runs that tell when they wait for the person to leave the cell that is being edited (true), and when they go on
 * (false). Excel keeps such a call until then without a word, and has no event for it: only a call that may not
 * wait is refused.
 */
export function patientRunners(tell: (isWaiting: boolean) => void): Runners {
  let calls = 0;
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (isWaiting: boolean) => {
    if (isWaiting !== isTold) tell(isWaiting);
    isTold = isWaiting;
  };
  const look = async () => {
    const isEdited = await isCellEdited();
    if (calls === 0) return;
    say(isEdited);
    timer = setTimeout(() => void look(), patience);
  };
  const watch = async <T>(call: Promise<T>): Promise<T> => {
    calls += 1;
    if (calls === 1) timer = setTimeout(() => void look(), patience);
    try {
      return await call;
    } finally {
      calls -= 1;
      if (calls === 0) {
        clearTimeout(timer);
        say(false);
      }
    }
  };
  return {
    run: (job, errorContext) => watch(run(job, errorContext)),
    runQuietly: (job, errorContext) => watch(runQuietly(job, errorContext)),
  };
}

/** One sync that does not wait. */
async function isCellEdited(): Promise<boolean> {
  try {
    await Excel.run((context) => {
      context.workbook.load('readOnly');
      return context.sync();
    });
    return false;
  } catch (error) {
    // Any other refusal will be that of the call itself.
    return error instanceof OfficeExtension.Error && error.code === 'InvalidOperationInCellEditMode';
  }
}
