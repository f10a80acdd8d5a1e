import type { Host } from '../../host';
import { connectFrame } from '../../host/wire/frame';

/** How long the page may take to load, and its function to complete: Excel gives up after five minutes. */
const loadsWithin = 30_000;
const completesWithin = 300_000;
const askEvery = 50;

/**
 * Runs a function of the ribbon as Excel does without a shared runtime: in a page of its own, with a session of its
 * own, gone once the function has called `event.completed`. Whether it did so in time.
 */
export async function runCommand(host: Host, page: string, functionName: string, control: string): Promise<boolean> {
  const session = host.openSession({ name: 'command' });
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = functionName;
  document.body.append(frame);
  let completed: () => void = () => undefined;
  const completion = new Promise<void>((resolve) => {
    completed = resolve;
  });
  const connection = connectFrame(frame, {
    url: page,
    session,
    sharedRuntime: false,
    onCommandCompleted: () => completed(),
  });
  try {
    const listening = await until(() => connection.invokeCommand(functionName, control), loadsWithin);
    return listening && (await within(completion, completesWithin));
  } finally {
    connection.disconnect();
    host.closeSession(session);
    frame.remove();
  }
}

async function until(condition: () => boolean, limit: number): Promise<boolean> {
  const end = performance.now() + limit;
  while (!condition()) {
    if (performance.now() > end) return false;
    await pause(askEvery);
  }
  return true;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function within(event: Promise<void>, limit: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limit);
  });
  const happened = await Promise.race([event.then(() => true), late]);
  clearTimeout(timer);
  return happened;
}
