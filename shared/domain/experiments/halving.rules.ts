export type HalvingRound = {
  round: number;
  arms: number;
  unitsPerArm: number;
  peoplePerArm: number;
};

/** How many arms stay after a round: the better half, never fewer than two. */
const armsAfter = (arms: number) => Math.max(2, Math.ceil(arms / 2));

/**
 * Successive halving (Karnin, Koren & Somekh 2013): every round shares all groups (or people) among
 * the arms left and drops the weaker half. Earlier rounds only sort out; the last one, with two
 * arms, is judged by its own readings alone, so that one test remains and α needs no correction.
 */
export function halvingRounds(arms: number, units: number, people: number): HalvingRound[] {
  const rounds: HalvingRound[] = [];
  let left = arms;
  for (;;) {
    rounds.push({
      round: rounds.length + 1,
      arms: left,
      unitsPerArm: Math.floor(units / left),
      peoplePerArm: Math.floor(people / left),
    });
    if (left <= 2) return rounds;
    left = armsAfter(left);
  }
}

/**
 * The arms that go on after a round, best first: by score, arms without one last. The first arm has
 * no privilege here; ties keep the order of `armKeys`.
 */
export function armsThatStay(
  armKeys: readonly string[],
  scores: ReadonlyMap<string, number>,
): string[] {
  const worst = Number.NEGATIVE_INFINITY;
  const scoreOf = (key: string) => scores.get(key) ?? worst;
  const ranked = [...armKeys].sort((a, b) => {
    const [first, second] = [scoreOf(a), scoreOf(b)];
    return first === second ? 0 : second - first;
  });
  return ranked.slice(0, armsAfter(armKeys.length));
}
