/** Seconds of the processor that a job takes, whatever else the machine does meanwhile. */
export function processorSeconds(job: () => unknown): number {
  const before = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
