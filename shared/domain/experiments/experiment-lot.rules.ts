import { seededRandom } from '@shared/domain/insights/ltv/seeded-draw';

/** A group before the lot: people inside, and actions per person lately where they are known. */
export type LotGroup = { id: string; size: number; activity?: number | undefined };

export type LotEntry = {
  groupId: string;
  armKey: string;
  /** `<large|medium|small|all>.<high|low|any>`: the groups among which the lot was drawn. */
  stratum: string;
  size: number;
  activity?: number;
};

const ROUND_STEP = 0x9e3779b9;

/** A round's own seed, so that rounds do not repeat each other. */
const seedOf = (seed: number, round: number) => (seed + Math.imul(round - 1, ROUND_STEP)) >>> 0;

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [here, there] = [mixed[at], mixed[other]];
    if (here === undefined || there === undefined) continue;
    mixed[at] = there;
    mixed[other] = here;
  }
  return mixed;
}

const SIZE_LEVELS = [['all'], ['large', 'small'], ['large', 'medium', 'small']] as const;

/** Groups of a level by size, the larger first; enough in each for every arm to get two. */
function bySize(
  groups: readonly LotGroup[],
  arms: number,
): { level: string; groups: LotGroup[] }[] {
  const sorted = [...groups].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  const isOneSize = sorted[0]?.size === sorted.at(-1)?.size;
  const levels = isOneSize ? 1 : Math.min(3, Math.max(1, Math.floor(groups.length / (2 * arms))));
  return (SIZE_LEVELS[levels - 1] ?? ['all']).map((level, at) => ({
    level,
    groups: sorted.slice(
      Math.round((at * sorted.length) / levels),
      Math.round(((at + 1) * sorted.length) / levels),
    ),
  }));
}

function byActivity(groups: readonly LotGroup[], arms: number) {
  const isKnown = groups.every(({ activity }) => activity !== undefined);
  if (!isKnown || groups.length < 2 * arms) return [{ level: 'any', groups: [...groups] }];
  const sorted = [...groups].sort(
    (a, b) => (b.activity ?? 0) - (a.activity ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const middle = Math.ceil(sorted.length / 2 / arms) * arms;
  const parts = [
    { level: 'high', groups: sorted.slice(0, middle) },
    { level: 'low', groups: sorted.slice(middle) },
  ];
  return parts.filter((part) => part.groups.length > 0);
}

/**
 * Draws every group's arm by lot, within strata of size and of activity and there within blocks of
 * groups of nearly one size, one for each arm (Imai, King & Nall 2009): in each stratum, and over all, the numbers of groups of two arms differ by one at most. The same groups, arms, seed and
 * round always give the same lot, whatever the order of the groups.
 */
export function drawLot(
  groups: readonly LotGroup[],
  armKeys: readonly string[],
  seed: number,
  round = 1,
): LotEntry[] {
  const random = seededRandom(seedOf(seed, round));
  const unique = [...new Map(groups.map((group) => [group.id, group])).values()];
  const counts = new Map(armKeys.map((key) => [key, 0]));
  const entries: LotEntry[] = [];
  for (const size of bySize(unique, armKeys.length)) {
    for (const part of byActivity(size.groups, armKeys.length)) {
      const stratum = `${size.level}.${part.level}`;
      // Neighbours in size make a block, so that no arm gets all the small ones.
      const rest = [...part.groups].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
      while (rest.length > 0) {
        const block = rest.splice(0, armKeys.length);
        // Those with the fewest groups come first, ties by lot: the last block may not hold all arms.
        const turn = shuffled(armKeys, random)
          .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
          .slice(0, block.length);
        for (const [at, armKey] of shuffled(turn, random).entries()) {
          const group = block[at];
          if (!group) continue;
          counts.set(armKey, (counts.get(armKey) ?? 0) + 1);
          entries.push({
            groupId: group.id,
            armKey,
            stratum,
            size: group.size,
            ...(group.activity !== undefined && { activity: group.activity }),
          });
        }
      }
    }
  }
  return entries;
}

/** Draws people one by one into arms of nearly the same size; ids come back sorted. */
export function drawPeople(
  memberIds: readonly string[],
  armKeys: readonly string[],
  seed: number,
  round = 1,
): Map<string, string[]> {
  const random = seededRandom(seedOf(seed, round));
  const mixed = shuffled([...new Set(memberIds)].sort(), random);
  const order = shuffled(armKeys, random);
  const arms = new Map<string, string[]>(armKeys.map((key) => [key, []]));
  for (const [at, id] of mixed.entries()) {
    arms.get(order[at % order.length] ?? '')?.push(id);
  }
  for (const ids of arms.values()) ids.sort();
  return arms;
}

export type ArmBalance = {
  armKey: string;
  groups: number;
  people: number;
  /** Actions per person, over the groups of which it is known. */
  activity?: number;
};

/** What each arm got, in the order of the arms. */
export function balanceOf(
  entries: readonly { armKey: string; size: number; activity?: number | undefined }[],
  armKeys: readonly string[],
): ArmBalance[] {
  return armKeys.map((armKey) => {
    const own = entries.filter((entry) => entry.armKey === armKey);
    const known = own.filter(({ activity, size }) => activity !== undefined && size > 0);
    const people = known.reduce((sum, { size }) => sum + size, 0);
    const actions = known.reduce((sum, { activity = 0, size }) => sum + activity * size, 0);
    return {
      armKey,
      groups: own.length,
      people: own.reduce((sum, { size }) => sum + size, 0),
      ...(people > 0 && { activity: actions / people }),
    };
  });
}
