import type { DueThing, HealthLight } from '@shared/domain/group-life/health.rules';
import type { Wakefulness } from '@shared/domain/group-life/quiet.rules';
import { isPressing, type Standing } from '@shared/domain/group-life/standing.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { GroupSection } from '@/features/group-life';

/** One group on the board: what it is, its class, and how it stands. */
export type BoardRow = {
  group: Group;
  classId: string | undefined;
  className: string | undefined;
  standing: Standing;
};

export const BOARD_SORTS = [
  'health',
  'name',
  'phase',
  'wake',
  'activity',
  'trust',
  'people',
  'due',
] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

export type BoardFilter = {
  text: string;
  phases: readonly string[];
  classIds: readonly string[];
  lights: readonly string[];
  states: readonly string[];
  /** Only groups with a change of phase proposed. */
  isUndecided: boolean;
  /** Only groups with something pressing today. */
  isDue: boolean;
};

export const NO_FILTER: BoardFilter = {
  text: '',
  phases: [],
  classIds: [],
  lights: [],
  states: [],
  isUndecided: false,
  isDue: false,
};

/** Stands for groups without a class among the chosen ones. */
export const NO_CLASS = '';

const isAmong = (chosen: readonly string[], value: string) =>
  chosen.length === 0 || chosen.includes(value);

/** What pressed longest first, then what is next, then what was never begun. */
export function leadingThing(due: readonly DueThing[], today: string): DueThing | undefined {
  return (
    due.find((thing) => isPressing(thing, today)) ?? due.find(({ isFirst }) => !isFirst) ?? due[0]
  );
}

/** The page of the group on which a thing is done. */
export const SECTION_OF_DUE = {
  earlyEnds: 'overview',
  memberList: 'lists',
  qrCode: 'people',
  knownReading: 'trust',
  inputs: 'worth',
  transferEnds: 'transfer',
  askAgain: 'worth',
} as const satisfies Record<DueThing['what'], GroupSection>;

/** The rows that fit the filter. */
export function filterRows(
  rows: readonly BoardRow[],
  filter: BoardFilter,
  today: string,
): BoardRow[] {
  const text = filter.text.trim().toLowerCase();
  return rows.filter(({ group, classId, className = '', standing }) => {
    const { health, quiet, due, proposal } = standing;
    const said = `${group.name} ${className} ${group.region ?? ''} ${group.ownerName ?? ''}`;
    return (
      (text === '' || said.toLowerCase().includes(text)) &&
      isAmong(filter.phases, group.phase) &&
      isAmong(filter.classIds, classId ?? NO_CLASS) &&
      isAmong(filter.lights, health.light) &&
      isAmong(filter.states, quiet.state) &&
      (!filter.isUndecided || proposal !== undefined) &&
      (!filter.isDue || due.some((thing) => isPressing(thing, today)))
    );
  });
}

const LIGHT_RANK: Record<HealthLight, number> = { red: 0, yellow: 1, grey: 2, green: 3 };
const STATE_RANK: Record<Wakefulness, number> = { asleep: 0, drowsy: 1, awake: 2, noData: 3 };
const PHASE_RANK: Record<Group['phase'], number> = { early: 0, middle: 1, late: 2, dissolved: 3 };

type SortKey = number | string | undefined;

/** What a column sorts by, smallest first; unknown is last in either direction. */
function keyOf({ group, standing }: BoardRow, sort: BoardSort, today: string): SortKey {
  switch (sort) {
    case 'health':
      return LIGHT_RANK[standing.health.light];
    case 'name':
      return group.name;
    case 'phase':
      return PHASE_RANK[group.phase];
    case 'wake':
      return standing.quiet.state === 'noData' ? undefined : STATE_RANK[standing.quiet.state];
    case 'activity':
      return standing.activity.score;
    case 'trust':
      return standing.trust;
    case 'people':
      return standing.members;
    case 'due': {
      const thing = leadingThing(standing.due, today);
      return thing?.isFirst ? undefined : thing?.day;
    }
  }
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

function compare(a: SortKey, b: SortKey): number {
  if (typeof a === 'string' && typeof b === 'string') return byName.compare(a, b);
  return Number(a) - Number(b);
}

/**
 * Sorted rows; dissolved groups are always last. Among equals the one that needs somebody more is
 * first: asleep before awake, pressing before not, less lively before livelier.
 */
export function sortRows(
  rows: readonly BoardRow[],
  sort: BoardSort,
  direction: 'asc' | 'desc',
  today: string,
): BoardRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  const ranked = rows.map((row) => ({
    row,
    isGone: row.group.phase === 'dissolved',
    key: keyOf(row, sort, today),
    state: STATE_RANK[row.standing.quiet.state],
    pressing: row.standing.due.filter((thing) => isPressing(thing, today)).length,
    activity: row.standing.activity.score ?? Number.POSITIVE_INFINITY,
  }));
  ranked.sort((a, b) => {
    if (a.isGone !== b.isGone) return a.isGone ? 1 : -1;
    if ((a.key === undefined) !== (b.key === undefined)) return a.key === undefined ? 1 : -1;
    const byKey = a.key === undefined ? 0 : sign * compare(a.key, b.key);
    if (byKey !== 0) return byKey;
    if (a.state !== b.state) return a.state - b.state;
    if (a.pressing !== b.pressing) return b.pressing - a.pressing;
    if (a.activity !== b.activity) return a.activity < b.activity ? -1 : 1;
    return byName.compare(a.row.group.name, b.row.group.name);
  });
  return ranked.map(({ row }) => row);
}
