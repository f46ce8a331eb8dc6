import type { Group } from '@shared/domain/groups/group.schema';
import { activityOf, type Trend, trendOf } from './activity.rules';
import { economyOf } from './economy.rules';
import { type FigureTable, figuresAt, periodsOfKind, sumFigures } from './figure-table';
import type { GroupFigures } from './figures.types';
import { type DueInput, type DueThing, dueThings, type Health, healthOf } from './health.rules';
import type { ActivityPart, GroupLifeSettings } from './life-settings.schema';
import { type PhaseClock, type PhaseProposal, phaseClock, proposePhase } from './phase.rules';
import { type Quietness, quietnessOf, type SevenDays, seasonOf } from './quiet.rules';
import { trustOf } from './trust.rules';
import type { Score } from './weighted-score.rules';

/** Since when a group is as quiet as it is: the first day of that stretch, or longer than can be seen. */
export type QuietSince = { day: string; isLonger: boolean };

/** How one group stands today, judged from its figures. */
export type Standing = {
  groupId: string;
  phase: Group['phase'];
  clock: PhaseClock;
  /** People inside now. */
  members?: number;
  /** Over the last seven whole days. */
  activity: Score<ActivityPart>;
  /** Activity of the whole weeks, oldest first; absent where nothing is known. */
  weeks: (number | undefined)[];
  trend?: Trend;
  quiet: Quietness;
  /** Only for a group that is drowsy or asleep. */
  quietSince?: QuietSince;
  health: Health;
  /** Trust index of the last whole week, and how much of its weight has data (0–1). */
  trust?: number;
  trustCoverage: number;
  proposal?: PhaseProposal;
  /** Soonest first. */
  due: DueThing[];
};

type LastDays = Omit<DueInput, 'group' | 'clock' | 'today'>;

export type StandingsInput = {
  table: FigureTable;
  groups: readonly Group[];
  settings: GroupLifeSettings;
  /** The last days of lists, readings and inputs, by group. */
  lastDays: ReadonlyMap<string, LastDays>;
  today: string;
  zone: string;
};

/** Stretches that a group's own usual week is taken from, with the one that is judged. */
const STRETCHES = 5;

/**
 * All groups judged from one table: activity and wakefulness of the last seven whole days, weekly
 * scores and their direction over the whole weeks, the light, the phase the figures speak for (with
 * ROI over the same `phase.weeks` weeks) and what is due. A group that is not in the table is left out.
 */
export function standingsOf(input: StandingsInput): Standing[] {
  const { table, groups, settings } = input;
  const places = new Map(table.groupIds.map((id, at) => [id, at]));
  const periods = {
    weeks: periodsOfKind(table, 'week').filter((at) => table.periods[at]?.days === 7),
    sevens: periodsOfKind(table, 'seven'),
    now: periodsOfKind(table, 'week').at(-1) ?? 0,
  };
  const known = groups.flatMap((group): Known[] => {
    const at = places.get(group.id);
    if (at === undefined) return [];
    const signs = (period: number) => figuresAt(table, at, period, SIGNS_OF_LIFE);
    const wholeFrom = periods.weeks.length - Math.max(1, settings.phase.weeks);
    return [
      {
        group,
        weeks: periods.weeks.map((period, week) =>
          week < wholeFrom ? signs(period) : figuresAt(table, at, period),
        ),
        sevens: periods.sevens.map(signs),
        members: signs(periods.now).members,
      },
    ];
  });
  const nights = nightsOf(known, table, periods.weeks, settings);
  const alive = known.filter(({ group }) => group.phase !== 'dissolved');
  const season = seasonOf(
    alive.map(({ sevens }) => sevens),
    settings.quiet,
  );
  const sevenFrom = table.periods[periods.sevens[0] ?? 0]?.from ?? input.today;
  return known.map((it, at) => {
    const quiet = quietnessOf(it.sevens, settings.quiet, season);
    const since = sinceOf(quiet, sevenFrom, nights[at] ?? []);
    return { ...judge(it, quiet, input), ...(since && { quietSince: since }) };
  });
}

/** What activity and wakefulness rest on; five hundred groups have too many cells to read them whole. */
const SIGNS_OF_LIFE = [
  'members',
  'present',
  'active',
  'messages',
  'messageDays',
  'speakers',
  'speakerDays',
  'orders',
] as const;

type Known = {
  group: Group;
  /** Whole weeks, oldest first: signs of life in all of them, every figure in the last few. */
  weeks: GroupFigures[];
  sevens: GroupFigures[];
  members: number | undefined;
};

function judge({ group, weeks, sevens, members }: Known, quiet: Quietness, input: StandingsInput) {
  const { settings, today, zone, lastDays } = input;
  const { activity: rules, phase, economy, trust } = settings;
  const activity = activityOf(sevens[0] ?? {}, rules);
  const scores = weeks.map((figures) => activityOf(figures, rules).score);
  const trend = trendOf(scores);
  const clock = phaseClock(group, today, zone, phase);
  const { roi } = economyOf(sumFigures(weeks.slice(-phase.weeks)), economy, group.classId);
  const latestFirst = [...scores].reverse();
  const proposal = proposePhase({ group, activity: latestFirst, roi, today, zone }, settings);
  const { index, coverage } = trustOf(weeks.at(-1) ?? {}, trust);
  const last = lastDays.get(group.id) ?? {};
  const health = { phase: group.phase, state: quiet.state, activity: activity.score };
  return {
    groupId: group.id,
    phase: group.phase,
    clock,
    ...(members !== undefined && { members }),
    activity,
    weeks: scores,
    ...(trend && { trend }),
    quiet,
    health: healthOf(health, settings.health),
    ...(index !== undefined && { trust: index }),
    trustCoverage: coverage,
    ...(proposal && { proposal }),
    due: dueThings({ group, clock, today, ...last }),
  };
}

/** A whole week as it was judged: its first day and the state. */
type Night = { from: string; state: Quietness['state'] };

/** How each group was judged at the end of every whole week that has weeks to compare with, latest first. */
function nightsOf(
  known: readonly Known[],
  table: FigureTable,
  weeks: readonly number[],
  { quiet }: GroupLifeSettings,
): Night[][] {
  const nights: Night[][] = known.map(() => []);
  for (let week = weeks.length - 1; week >= STRETCHES - 1; week -= 1) {
    const stretches = known.map(
      (it): SevenDays => it.weeks.slice(week - STRETCHES + 1, week + 1).reverse(),
    );
    const season = seasonOf(
      stretches.filter((_, at) => known[at]?.group.phase !== 'dissolved'),
      quiet,
    );
    const from = table.periods[weeks[week] ?? 0]?.from ?? '';
    for (const [at, own] of stretches.entries()) {
      nights[at]?.push({ from, state: quietnessOf(own, quiet, season).state });
    }
  }
  return nights;
}

/** The first day of the weeks in a row in which the group was in the state in which it is now. */
function sinceOf(
  { state }: Quietness,
  sevenFrom: string,
  nights: readonly Night[],
): QuietSince | undefined {
  if (state !== 'asleep' && state !== 'drowsy') return undefined;
  const other = nights.findIndex((night) => night.state !== state);
  const run = other < 0 ? nights : nights.slice(0, other);
  const day = run.at(-1)?.from ?? sevenFrom;
  return { day, isLonger: other < 0 && run.length > 0 };
}

/** What a group asks of its leader today; counts of groups. */
export type Attention = { groups: number; asleep: number; due: number; phase: number };

const OWN_DAYS: ReadonlySet<DueThing['what']> = new Set([
  'earlyEnds',
  'qrCode',
  'transferEnds',
  'askAgain',
]);

/**
 * Whether a thing asks for somebody now: overdue, or a day of its own that has come. A round that
 * never began (no member list yet) does not press, it is only offered.
 */
export const isPressing = ({ what, day, isOverdue }: DueThing, today: string): boolean =>
  isOverdue || (day === today && OWN_DAYS.has(what));

/** How many groups sleep, have something pressing, or wait for a word on their phase; and how many any. */
export function attentionOf(standings: readonly Standing[], today: string): Attention {
  const sum = { groups: 0, asleep: 0, due: 0, phase: 0 };
  for (const it of standings) {
    const isAsleep = it.phase !== 'dissolved' && it.quiet.state === 'asleep';
    const isDue = it.due.some((thing) => isPressing(thing, today));
    const isProposed = it.proposal !== undefined;
    sum.asleep += Number(isAsleep);
    sum.due += Number(isDue);
    sum.phase += Number(isProposed);
    sum.groups += Number(isAsleep || isDue || isProposed);
  }
  return sum;
}
