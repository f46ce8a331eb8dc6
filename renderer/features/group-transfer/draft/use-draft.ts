import type { ActiveRule } from '@shared/domain/group-life/transfer-people.rules';
import { DEFAULT_ACTIVE_RULE } from '@shared/domain/group-life/transfer-people.rules';
import { useMemo, useState } from 'react';
import { type EntryWorld, useInsiders } from '../use-transfer';
import { makeDraft } from './draft';

export const WEEK_CHOICES = [4, 8, 12, 26] as const;

import { FIRST_WEEKS } from '../words/use-invitation';

export const TARGET_SCOPES = ['lively', 'all', 'these'] as const;
export type TargetScope = (typeof TARGET_SCOPES)[number];

/** The choices before there is a plan, and what they come to. `known`: who is in the plan already. */
export function useDraft(groupId: string, world: EntryWorld, known: ReadonlySet<string>) {
  const [weeks, setWeeks] = useState<number>(FIRST_WEEKS);
  const [rule, setRule] = useState<ActiveRule>(DEFAULT_ACTIVE_RULE);
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [scope, setScope] = useState<TargetScope>('lively');
  const [these, setThese] = useState<string[]>([]);
  const facts = useInsiders(groupId, weeks);
  const offered = useMemo(
    () =>
      world.rooms.filter(
        ({ group }) =>
          group.id !== groupId && group.phase !== 'dissolved' && !world.leaving.has(group.id),
      ),
    [world, groupId],
  );
  const rooms = useMemo(() => {
    if (scope === 'these') return offered.filter(({ group }) => these.includes(group.id));
    return scope === 'all' ? offered : offered.filter(({ group }) => group.phase !== 'late');
  }, [offered, scope, these]);
  const draft = useMemo(() => {
    if (!facts) return undefined;
    const people = facts.people.filter(({ memberId }) => !known.has(memberId));
    return makeDraft(people, rule, byHand, { ...world, fromGroupId: groupId, rooms });
  }, [facts, known, rule, byHand, world, groupId, rooms]);
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setByHand((before) => new Map([...before, ...ids.map((id) => [id, isChosen] as const)]));
  return {
    weeks,
    setWeeks,
    rule,
    setRule,
    scope,
    setScope,
    these,
    setThese,
    offered,
    rooms,
    facts,
    draft,
    choose,
    forget: () => setByHand(new Map()),
  };
}

export type DraftState = ReturnType<typeof useDraft>;
