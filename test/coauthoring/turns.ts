import type { Session } from '../../src/host';
import { randomFrom } from '../support/generator';

/** Who is served next: a request of each session waits for its turn. */
export interface Turns {
  /** Makes the requests of a session wait for their turn. */
  share(session: Session): void;
  /** Serves the waiting requests in a random order that the seed settles, until all of `work` is over. */
  serve<T>(work: readonly Promise<T>[]): Promise<readonly T[]>;
}

export function randomTurns(seed: number): Turns {
  const random = randomFrom(seed);
  const waiting: (() => void)[] = [];
  return {
    share(session) {
      const request = session.request.bind(session);
      session.request = async (body, flags) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return request(body, flags);
      };
    },
    async serve(work) {
      const state = { isOver: false };
      const all = Promise.all(work).finally(() => {
        state.isOver = true;
      });
      while (!state.isOver) {
        // Whatever follows from the last answer has asked for its turn by then.
        await new Promise((resolve) => setImmediate(resolve));
        const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
        next?.();
      }
      return all;
    },
  };
}

/**
 * Runs `act` after the answer to a session's request `after`, before the next; 0: before the first. What it gives
 * ends that.
 */
export function actBetween(session: Session, after: number, act: () => Promise<void> | void): () => void {
  const request = session.request.bind(session);
  let answered = 0;
  session.request = async (body, flags) => {
    if (answered === after) {
      answered += 1;
      await act();
    }
    const answer = await request(body, flags);
    answered += 1;
    return answer;
  };
  return () => {
    session.request = request;
  };
}
