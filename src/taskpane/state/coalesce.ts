/**
 * Runs a job at most once at a time: calls made while it runs become one more run after it, however many
 * they were. A workbook that changes ten times while it is being read is then read twice, not eleven times.
 */
export function coalesce(job: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  const run = async (): Promise<void> => {
    do {
      again = false;
      await job();
    } while (again as boolean);
  };

  return () => {
    if (running !== null) {
      again = true;
      return running;
    }
    running = run().finally(() => {
      running = null;
    });
    return running;
  };
}
