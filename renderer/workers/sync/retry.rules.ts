const FIRST_MS = 1_000;
const LONGEST_MS = 2 * 60_000;

/** Nobody has to do anything about these: they pass. */
const PASSING: ReadonlySet<string> = new Set(['hub-unreachable', 'busy', 'rate-limited']);

/** Whether a round that failed with this code is only waited out, or needs somebody to look at it. */
export const isPassing = (code: string): boolean => PASSING.has(code);

/** Until the next try after so many failures in a row (ms): 1 s, twice as long each time, 2 min at most. */
export function retryDelayMs(failures: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  // Laptops that lost the hub at the same moment shall not all come back at the same moment.
  return full * (0.5 + random() / 2);
}
