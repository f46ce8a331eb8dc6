import { seeded } from './random';
import type { Outcome } from './scenario';
import {
  databaseKilled,
  diskFull,
  embeddedKilled,
  hubKilled,
  oneOfTwoKilled,
  type Rig,
} from './scenarios';

type Wish = { root: string; rig: Rig; seed: number; isShort: boolean; only?: string };

/** How often what is killed: enough to be believed, or few enough for every run of the tests. */
const TIMES = {
  long: { hub: 50, database: 5, one: 20, pushers: 6 },
  short: { hub: 4, database: 1, one: 2, pushers: 3 },
} as const;

/** Every scenario, one after another; `onOutcome` hears of each as it ends. */
export async function runHubFaults(
  { root, rig, seed, isShort, only }: Wish,
  onOutcome: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const times = isShort ? TIMES.short : TIMES.long;
  const world = { root, pushers: times.pushers, random: seeded(seed) };
  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  const scenarios: Record<string, () => Promise<Outcome>> = {
    embedded: () => embeddedKilled(world, times.hub),
    hub: () => hubKilled(world, rig, times.hub),
    database: () => databaseKilled(world, rig, times.database),
    'two-hubs': () => oneOfTwoKilled(world, rig, times.one),
    ...(canMount ? { disk: () => diskFull(world) } : {}),
  };
  const outcomes: Outcome[] = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (only !== undefined && name !== only) continue;
    const outcome = await scenario().catch((error: unknown) => ({
      name,
      faults: [error instanceof Error ? error.message : String(error)],
      figures: {},
    }));
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return outcomes;
}
