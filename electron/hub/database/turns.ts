import { ExpectedError } from '@shared/lib/errors';

/** How many may wait for their turn before the next is sent away. */
const MAX_WAITING = 1000;

export type Turns = {
  /** Resolves when it is the caller's turn; what it answers ends the turn. */
  take(): Promise<() => void>;
  run<T>(work: () => Promise<T>): Promise<T>;
};

/** One at a time, in the order of asking; `busy` when too many wait. */
export function createTurns(maxWaiting = MAX_WAITING): Turns {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  const endTurn = () => {
    let hasEnded = false;
    return () => {
      if (hasEnded) return;
      hasEnded = true;
      const next = waiting.shift();
      if (next) next();
      else isTaken = false;
    };
  };
  const take = async () => {
    if (isTaken) {
      if (waiting.length >= maxWaiting) throw new ExpectedError('busy');
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    isTaken = true;
    return endTurn();
  };
  return {
    take,
    run: async (work) => {
      const end = await take();
      try {
        return await work();
      } finally {
        end();
      }
    },
  };
}
