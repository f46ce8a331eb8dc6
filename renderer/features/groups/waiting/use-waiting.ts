import type { MemberClass, WaitingEntry } from '@shared/domain/groups/member-class.schema';
import { type PlacementPlan, planPlacement } from '@shared/domain/groups/placement-plan.rules';
import type { Member } from '@shared/domain/members/member.schema';
import { useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { readWaiting } from '../groups.queries';
import { useClassBook, useGroups } from '../use-groups';

export type WaitingPerson = { entry: WaitingEntry; member: Member };
export type WaitingClass = { ownClass: MemberClass; people: WaitingPerson[] };
export type WaitingView = { classes: WaitingClass[]; plan: PlacementPlan; total: number };

async function readPeople(): Promise<WaitingPerson[]> {
  const entries = await readWaiting();
  const members = await readDb.pagedGetMany(
    'members',
    entries.map(({ memberId }) => memberId),
  );
  return entries.flatMap((entry, i) => {
    const member = members[i];
    return member ? [{ entry, member }] : [];
  });
}

/** Who waits, by the class that they are of now, and for whom there is room by now. */
export function useWaiting(): WaitingView | undefined {
  const people = useLive(readPeople, []);
  const book = useClassBook();
  const groups = useGroups();
  const ids = people?.map(({ member }) => member.id);
  const groupsOf = useAnswer(ids && `groups of ${ids.join(' ')}`, () =>
    dataWorker().groups.groupsOf(ids ?? []),
  );
  return useMemo(() => {
    if (!people || !book || !groups || !groupsOf) return undefined;
    const candidates = people.map(({ member: { id, identity, channel, region } }) => ({
      memberId: id,
      identity,
      channel,
      region,
      isApproved: true,
      insideGroupIds: groupsOf[id] ?? [],
    }));
    const plan = planPlacement(candidates, { ...book, rooms: groups });
    const classes = book.classes.flatMap((ownClass) => {
      const own = people.filter(({ entry }) => entry.classId === ownClass.id);
      return own.length > 0 ? [{ ownClass, people: own }] : [];
    });
    return { classes, plan, total: people.length };
  }, [people, book, groups, groupsOf]);
}
