import { showDone, showProblem } from '@/app/feedback';

const PER_CENT = 100;

/** A difference of shares in points, one decimal: `2.9`. */
export const points = (share: number): string => (share * PER_CENT).toFixed(1);

/** `+2.9`, `−0.4` */
export const signedPoints = (share: number): string =>
  `${share < 0 ? '−' : '+'}${points(Math.abs(share))}`;

export const decimal = (value: number, digits = 1): string => value.toFixed(digits);

/** `p < 0.001`, `0.034` */
export const shownP = (p: number): string => (p < 0.001 ? '< 0.001' : p.toFixed(3));

/** Runs what a button asks for: says it when it is done, or why not. True when it was. */
export async function say(work: () => Promise<string | undefined>, undo = true): Promise<boolean> {
  try {
    const text = await work();
    if (text !== undefined) showDone(text, { undo });
    return true;
  } catch (error) {
    showProblem(error);
    return false;
  }
}

const SEEDS = 2 ** 31;
export const freshSeed = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS;
