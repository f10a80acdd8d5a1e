/** Milliseconds: against what never comes, not against a machine that is busy. */
const patience = 90_000;

/**
 * Tries a check again and again until it passes, for what comes in its own time, and gives what it gives. Where it
 * never passes, fails as the check did.
 */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
