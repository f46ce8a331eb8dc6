import { countFutureOrders } from '@shared/domain/insights/buyer-columns';
import { cohortFigures } from '@shared/domain/insights/cohorts/cohort-figures.rules';
import type { findCohorts } from '@shared/domain/insights/cohorts/cohorts.rules';
import type { PersonaCube } from '@shared/domain/insights/persona/persona-cube.rules';
import {
  quadrantFigures,
  quadrantPoints,
} from '@shared/domain/insights/quadrants/quadrant-figures.rules';
import { placeInQuadrants, quadrantFacts } from '@shared/domain/insights/quadrants/quadrants.rules';
import {
  endOfLastMonth,
  rfmGrid,
  rfmGroups,
  rfmMovement,
  rfmState,
} from '@shared/domain/insights/rfm/rfm-figures.rules';
import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { dayOfNumber } from '@shared/lib/time';
import type {
  CohortAnswer,
  InsightNote,
  LtvFit,
  PeopleCell,
  QuadrantAnswer,
  RfmAnswer,
} from './insights-types';
import type { World } from './model-world';
import type { KeptFit, ValuedPeople } from './value-desk';

export function countHere({ n, isHere }: PeopleColumns): number {
  let here = 0;
  for (let row = 0; row < n; row += 1) here += isHere[row] ?? 0;
  return here;
}

/** What every reader of figures about orders should know. */
export function notesOf({ columns, today }: World, buyers: number): InsightNote[] {
  const future = countFutureOrders(columns, today);
  return [
    ...(future > 0 ? [{ code: 'future-orders', data: { n: future } } as const] : []),
    ...(buyers === 0 ? [{ code: 'no-buyers' } as const] : []),
  ];
}

export function rfmStates({ columns, settings, today }: World) {
  const now = rfmState(columns, today, settings.rfm);
  const since = endOfLastMonth(today);
  return { now, before: rfmState(columns, since, settings.rfm), since };
}
export type RfmStates = ReturnType<typeof rfmStates>;

export function rfmAnswer(world: World, states: () => RfmStates): RfmAnswer {
  const startedAt = performance.now();
  const { now, before, since } = states();
  return {
    today: dayOfNumber(world.today),
    buyers: now.values.buyers,
    members: countHere(world.columns),
    cuts: now.scores.cuts,
    grid: rfmGrid(now),
    groups: rfmGroups(now, world.settings.rfm),
    movement: rfmMovement(before, now),
    movementSince: dayOfNumber(since),
    notes: notesOf(world, now.values.buyers),
    tookMs: performance.now() - startedAt,
  };
}

export function cohortAnswer(
  world: World,
  found: () => ReturnType<typeof findCohorts>,
): CohortAnswer {
  const startedAt = performance.now();
  const cohorts = found();
  return {
    today: dayOfNumber(world.today),
    ...cohortFigures(cohorts),
    notes: notesOf(world, cohorts.buyers),
    tookMs: performance.now() - startedAt,
  };
}

/** Everybody's quadrant with what it stands on. */
export function quadrantPlaces({ columns, settings, today }: World, { values }: ValuedPeople) {
  const facts = quadrantFacts(columns, today, settings.quadrants.arpuDays, values);
  return { facts, placed: placeInQuadrants(facts, values, settings.quadrants) };
}
export type QuadrantPlaces = ReturnType<typeof quadrantPlaces>;

const NO_ORDERS: Rule = { kind: 'times', event: { of: 'order' }, times: { max: 0 } };

export function quadrantAnswer(
  world: World,
  valued: () => ValuedPeople,
  places: () => QuadrantPlaces,
): QuadrantAnswer {
  const startedAt = performance.now();
  const { columns, settings, today } = world;
  const { values, by, notes } = valued();
  const { facts, placed } = places();
  const members = countHere(columns);
  const own = notesOf(world, facts.buyers).filter(({ code }) => code !== 'no-buyers');
  return {
    today: dayOfNumber(today),
    members,
    buyers: facts.buyers,
    withoutOrders: { n: members - facts.buyers, netFen: 0, rule: NO_ORDERS },
    ltvBy: by,
    notes: [...notes, ...own],
    horizonDays: settings.ltv.horizonDays,
    arpuDays: settings.quadrants.arpuDays,
    medianArpuFen: facts.medianArpuFen,
    medianLtvFen: facts.medianLtvFen,
    quadrants: quadrantFigures(facts, values, placed, settings.quadrants),
    points: quadrantPoints(facts, values, placed).map(({ row, ...point }) => ({
      memberId: columns.idOf(row),
      ...point,
    })),
    tookMs: performance.now() - startedAt,
  };
}

export function fitAnswer({ settings }: World, fit: KeptFit, valued: ValuedPeople): LtvFit {
  const { fitted, holdout } = fit;
  const { bgnbd, gammaGamma } = fitted;
  return {
    today: dayOfNumber(fit.day),
    by: valued.by,
    notes: valued.notes,
    customers: fitted.customers,
    repeatCustomers: fitted.repeatCustomers,
    fittedOn: fitted.fittedOn,
    ...(bgnbd ? { bgnbd } : {}),
    ...(gammaGamma ? { gammaGamma } : {}),
    frequencies: fit.frequencies,
    ...(holdout ? { holdout: { ...holdout, from: dayOfNumber(fit.day - holdout.days) } } : {}),
    horizonDays: settings.ltv.horizonDays,
    tookMs: fit.tookMs,
  };
}

/** Money within the cube's window of people named by their ids. */
function moneyOf(columns: PeopleColumns, cube: PersonaCube, ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + (cube.netFen[columns.rowOf(id)] ?? 0), 0);
}

export const cellOf = (
  columns: PeopleColumns,
  cube: PersonaCube,
  ids: readonly string[],
  rule: Rule,
): PeopleCell => ({ n: ids.length, netFen: moneyOf(columns, cube, ids), rule });
