/**
 * Runs a job only when none is running: a double click, Ctrl+Enter held down, or a click on a slow
 * machine then starts one. Answers whether this call was the one that ran.
 */
export function once(): (job: () => Promise<void>) => Promise<boolean> {
  let running = false;
  return async (job) => {
    if (running) return false;
    running = true;
    try {
      await job();
      return true;
    } finally {
      running = false;
    }
  };
}
