/** Runs `work` once the present turn is over. By a promise and not a timer: a test's fake clock does not stop it. */
export function soon(work: () => void): void {
  void Promise.resolve().then(work);
}
