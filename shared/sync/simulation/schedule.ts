import { Random } from './random';

/** What may happen, and how often among all that may. */
const KINDS = {
  command: 30,
  burst: 6,
  sync: 22,
  syncMany: 12,
  time: 4,
  cut: 4,
  mend: 5,
  clock: 5,
  backup: 2,
  restore: 1.5,
  wipe: 0.7,
  clone: 0.7,
  sendState: 2,
  late: 3,
  hubRestart: 1.5,
  hubBackup: 0.5,
  hubRewind: 0.3,
} as const;
type StepKind = keyof typeof KINDS;

/** One thing that happens to one laptop; `seed` decides all the rest of it. */
export type Step = { kind: StepKind; laptop: number; seed: number };

export type Schedule = {
  seed: number;
  laptops: number;
  /** How likely each thing goes wrong at each request or commit. */
  faults: { lostRequest: number; lostAnswer: number; twice: number; late: number; crash: number };
  steps: Step[];
};

const MIN_STEPS = 25;
const MORE_STEPS = 50;

/** The schedule of this number: always the same, step for step. */
export function scheduleOf(seed: number): Schedule {
  const random = new Random(seed * 7919 + 17);
  const laptops = 3 + random.int(6);
  const rate = (most: number) => (random.chance(0.4) ? 0 : random.next() * most);
  const faults = {
    lostRequest: rate(0.1),
    lostAnswer: rate(0.15),
    twice: rate(0.1),
    late: rate(0.1),
    crash: rate(0.05),
  };
  const steps = Array.from({ length: MIN_STEPS + random.int(MORE_STEPS) }, () => ({
    kind: random.weighted(KINDS),
    laptop: random.int(laptops),
    seed: random.int(1 << 30),
  }));
  return { seed, laptops, faults, steps };
}

export function printSchedule({ seed, laptops, faults, steps }: Schedule): string {
  const rates = Object.entries(faults).map(([name, rate]) => `${name} ${rate.toFixed(3)}`);
  return [
    `schedule ${seed}: ${laptops} laptops, ${rates.join(', ')}`,
    ...steps.map(({ kind, laptop, seed: n }, place) => `${place}. ${kind} laptop ${laptop} (${n})`),
  ].join('\n');
}
