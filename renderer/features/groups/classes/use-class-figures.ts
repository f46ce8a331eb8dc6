import {
  classOf,
  groupsOfClass,
  type SplitSuggestion,
  suggestSplits,
} from '@shared/domain/groups/member-class.rules';
import type { Identity } from '@shared/domain/members/member.schema';
import { useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import type { TraitCount } from '@/workers/groups/group-types';
import type { ClassBook, GroupWithCount } from '../groups.queries';
import { useClassBook, useGroups, useWaitingCounts } from '../use-groups';

export type ClassFigures = {
  book: ClassBook;
  members: ReadonlyMap<string, number>;
  groups: ReadonlyMap<string, number>;
  waiting: ReadonlyMap<string, number>;
  /** People of no class, and those of them whose identity is not known. */
  classless: number;
  unknown: number;
  total: number;
  splits: SplitSuggestion[];
  channels: string[];
  regions: string[];
};

/** How many people and groups each class has, and what the roster suggests. */
export function useClassFigures(): ClassFigures | undefined {
  const book = useClassBook();
  const rows = useGroups();
  const waiting = useWaitingCounts();
  const traits = useAnswer('traits', () => dataWorker().groups.traits());
  return useMemo(() => {
    if (!book || !rows || !traits) return undefined;
    return { book, waiting, ...peopleFigures(traits, book), groups: groupCounts(rows, book) };
  }, [book, rows, waiting, traits]);
}

function peopleFigures(traits: readonly TraitCount[], { classes }: ClassBook) {
  const members = new Map<string, number>();
  const byRegion = new Map<string, { identity: Identity; region: string; count: number }>();
  const channels = new Set<string>();
  const regions = new Set<string>();
  let classless = 0;
  let unknown = 0;
  let total = 0;
  for (const { identity, channel, region, count } of traits) {
    total += count;
    if (channel) channels.add(channel);
    if (region) regions.add(region);
    const person = { identity, channel: channel || undefined, region: region || undefined };
    const { classId } = classOf(person, classes);
    if (classId === undefined) {
      classless += count;
      if (identity === 'unknown') unknown += count;
    } else members.set(classId, (members.get(classId) ?? 0) + count);
    const key = `${identity} ${region}`;
    const known = byRegion.get(key);
    if (known) known.count += count;
    else byRegion.set(key, { identity, region, count });
  }
  const splits = suggestSplits([...byRegion.values()], classes);
  return {
    members,
    classless,
    unknown,
    total,
    splits,
    channels: [...channels],
    regions: [...regions],
  };
}

function groupCounts(rows: readonly GroupWithCount[], { classes }: ClassBook) {
  const groups = rows.map(({ group }) => group);
  return new Map(classes.map((it) => [it.id, groupsOfClass(it, groups, classes).length]));
}
