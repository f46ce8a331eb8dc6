import type { TransferWorld } from '@shared/domain/group-life/transfer.rules';
import type { TransferItem } from '@shared/domain/group-life/transfer.schema';
import { NOBODY_INSIDE } from '@shared/domain/groups/entry.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { GroupRoom, PlacementCandidate } from '@shared/domain/groups/placement.rules';
import { useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { useToday } from '@/app/use-today';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import type { TransferPeople, TransferPerson } from '@/workers/group-life/transfer-types';
import { readEntryBook, readTransfer, type TransferRecord } from './transfer.queries';

/** `undefined` while loading, `null` where there is no such group. */
export const useTransfer = (groupId: string): TransferRecord | null | undefined =>
  useLive(() => readTransfer(groupId), [groupId]);

export type EntryWorld = Omit<TransferWorld, 'fromGroupId'> & {
  rooms: readonly GroupRoom[];
  groupOf: (id: string | undefined) => Group | undefined;
  roomOf: (id: string | undefined) => GroupRoom | undefined;
  leaving: ReadonlySet<string>;
};

/** All groups with those inside now, and the rules of entry. */
export function useEntryWorld(): EntryWorld | undefined {
  const book = useLive(readEntryBook, []);
  const inside = useAnswer('inside', () => dataWorker().groups.inside());
  return useMemo(() => {
    if (!book || !inside) return undefined;
    const rooms = book.groups.map((group) => ({
      group,
      inside: inside[group.id] ?? NOBODY_INSIDE,
    }));
    const byId = new Map(rooms.map((room) => [room.group.id, room]));
    const roomOf = (id: string | undefined) => (id === undefined ? undefined : byId.get(id));
    return {
      rooms,
      classes: book.classes,
      rules: book.rules,
      leaving: new Set(book.leaving),
      roomOf,
      groupOf: (id) => roomOf(id)?.group,
    };
  }, [book, inside]);
}

/** Everybody inside the group with what they did in the weeks. */
export function useInsiders(groupId: string, weeks: number): TransferPeople | undefined {
  const today = useToday();
  return useAnswer(`transfer ${groupId} ${weeks} ${today}`, () =>
    dataWorker().transfers.facts({ groupId, weeks, nowMs: Date.now() }),
  );
}

/** The people of a plan, inside or not, by id. */
export function usePlanPeople(
  groupId: string,
  weeks: number,
  items: readonly TransferItem[],
): ReadonlyMap<string, TransferPerson> | undefined {
  const today = useToday();
  const memberIds = items.map(({ memberId }) => memberId).sort();
  const answer = useAnswer(`plan people ${groupId} ${weeks} ${today} ${memberIds.join(' ')}`, () =>
    dataWorker().transfers.facts({ groupId, weeks, nowMs: Date.now(), memberIds }),
  );
  return useMemo(
    () => answer && new Map(answer.people.map((person) => [person.memberId, person])),
    [answer],
  );
}

/** Somebody as the rules of entry see them: who is in the group was approved before. */
export const candidateOf = (person: TransferPerson): PlacementCandidate => ({
  memberId: person.memberId,
  identity: person.identity,
  channel: person.channel,
  region: person.region,
  isApproved: true,
  insideGroupIds: person.insideGroupIds,
});

export const calledOf = (person: TransferPerson): string => person.nickname ?? person.name;
