import { type FigureTable, figuresAt, periodsOfKind } from '@shared/domain/group-life/figure-table';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';

export type GrowthWeek = {
  /** The Monday, `YYYY-MM-DD`. */
  from: string;
  /** Absent where nothing is on record; comings and goings also where nobody looked. */
  members: number | undefined;
  joined: number | undefined;
  left: number | undefined;
  hasList: boolean;
  /** Somebody looked: a list, or a coming or going on record. */
  isKnown: boolean;
};

const FIGURES = ['members', 'joined', 'left'] as const;

/** The weeks of one group, the only one of the table, oldest first. */
export function growthWeeks(
  figures: FigureTable,
  lists: readonly Pick<RosterList, 'day'>[],
): GrowthWeek[] {
  return periodsOfKind(figures, 'week').flatMap((at): GrowthWeek[] => {
    const period = figures.periods[at];
    if (!period) return [];
    const { members, joined, left } = figuresAt(figures, 0, at, FIGURES);
    const hasList = lists.some(({ day }) => day >= period.from && day <= period.to);
    const isKnown = hasList || (joined ?? 0) > 0 || (left ?? 0) > 0;
    const moved = isKnown ? { joined, left } : { joined: undefined, left: undefined };
    return [{ from: period.from, members, ...moved, hasList, isKnown }];
  });
}
