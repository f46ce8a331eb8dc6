/** How many the walk through the flow brings to each step after the first. */
export const SEEN = 120;
export const VISITS = 100;
export const JUMPED = 80;
export const ANSWERED = 60;
export const APPROVED = 18;
export const INSIDE = 16;

/** What the flow aims at, step by step. */
const TARGETS = [1, 0.6, 0.15, 0.4, 0.7, 0.8, 0.95];

/** The step whose rise to its target brings most people in, worked out from the counts alone. */
export function worstOf(counts: readonly number[]): number {
  const [last = 0] = counts.slice(-1);
  const gains = counts.map((count, index) => {
    const rate = count / (counts[index - 1] ?? count);
    return last * Math.max(0, (TARGETS[index] ?? 0) / rate - 1);
  });
  return gains.indexOf(Math.max(...gains)) + 1;
}
