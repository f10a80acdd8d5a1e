import { refuse } from './result';

/** How a long piece of work is followed and stopped. */
export interface BuildOptions {
  /** Stops between two requests: the error is `cancelled`, and the workbook is as it was before. */
  readonly signal?: AbortSignal;
  /** Called after each request that wrote rows. */
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** Rows written so far, of all. */
export interface BuildProgress {
  readonly done: number;
  readonly total: number;
}

/** Refuses (`cancelled`) where the work is to stop. */
export function stopIfAsked({ signal }: BuildOptions): void {
  if (signal?.aborted) throw refuse('cancelled', {});
}

/**
 * Between two requests: tells how far the work is, lets the page draw and hear the person, and refuses
 * (`cancelled`) where it is to stop. Excel stops an add-in that does not answer for five seconds.
 */
export async function pause(options: BuildOptions, progress: BuildProgress): Promise<void> {
  options.onProgress?.(progress);
  await new Promise((resolve) => setTimeout(resolve));
  stopIfAsked(options);
}
