import { planTransfer } from '@shared/domain/group-life/transfer.rules';
import { assertNever, ExpectedError } from '@shared/lib/errors';
import { joinId } from '@shared/lib/record-ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf } from '@/db/test-db';
import { candidatesOf, placingWorld } from '@/features/group-rooms/index';
import { dissolveGroup, reopenGroup } from './dissolve.commands';
import { everything, judge, key, look } from './transfer-judge.testing';
import { dropTransferPlan, makeTransferPlan, tickDissolveCheck } from './transfer-plan.commands';
import { declineMove, inviteToMove, moveByPlan, redirectMove } from './transfer-steps.commands';
import {
  type Desk,
  groupId,
  memberId,
  OLD,
  type Situation,
  settle,
  situation,
} from './transfer-world.testing';

const RUNS = 300;

/** The plan as the leader makes it; `undefined` where there is one under way already. */
async function makePlan(desk: Desk, { people, groups, byHand }: Situation) {
  const inOld = people.flatMap(({ isInOld }, at) => (isInOld ? [memberId(at)] : []));
  const proposal = await desk.door.run(
    commandOf(
      ['members', 'groups', 'memberships', 'memberClasses', 'modelSettings'],
      async (tx) => {
        const world = await placingWorld(tx, new Set(groups.map((_, at) => groupId(at))));
        const crowd = await candidatesOf(tx, inOld, world.groupsOf, async () => true);
        return planTransfer([...crowd.values()], {
          fromGroupId: OLD,
          rooms: [...world.rooms.values()],
          classes: world.classes,
          rules: world.rules,
        });
      },
    ),
    {},
  );
  const planned = byHand
    ? inOld.map((it, at) => ({ memberId: it, toGroupId: groupId(byHand[at] ?? 0) }))
    : proposal.planned.map((it) => ({ memberId: it.memberId, toGroupId: it.toGroupId }));
  const refused = byHand
    ? []
    : proposal.refused.map(({ memberId: it, reason }) => ({ memberId: it, reason }));
  const { planId } = await desk.door.run(makeTransferPlan, { groupId: OLD, planned, refused });
  return planId;
}

type Step = Situation['steps'][number];
type MoveStep = Extract<Step, { do: 'move' | 'join' }>;

/** By another door and past all rules, as an import brings people; whether it changed anything. */
const joinAnyhow = (member: string, group: string) =>
  commandOf(['memberships', 'groups'], async (tx) => {
    if (!(await tx.get('groups', group))) return false;
    const id = joinId(member, group);
    const row = await tx.get('memberships', id);
    if (row && row.leftAt === undefined) return false;
    if (row) await tx.update('memberships', id, { leftAt: undefined });
    else await tx.create('memberships', { id, memberId: member, groupId: group, joinedAt: 2 });
    return true;
  });

const shrink = (group: string) =>
  commandOf(['groups'], async (tx) => {
    if (await tx.get('groups', group)) await tx.update('groups', group, { capacity: 1 });
  });

/** What a user is told is an answer; anything else is a bug. */
async function answered<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}

const told = { moved: 0, refused: 0, undone: 0, joined: 0 };

/** A move, perhaps with somebody coming in at the same moment, judged and sometimes taken back. */
async function moveAndJudge(desk: Desk, planId: string, one: MoveStep, rules: Situation['rules']) {
  const before = await look(desk);
  const rows = one.do === 'move' ? await everything(desk) : [];
  const planned = new Set(
    [...before.items.values()].flatMap((it) => (it.planId === planId ? [it.memberId] : [])),
  );
  const input = { planId, memberIds: one.who.map(memberId) };
  const newcomer =
    one.do === 'join' ? { memberId: memberId(one.at), groupId: groupId(one.where) } : undefined;
  const isFirst = one.do === 'join' && one.at % 2 === 0;
  const join = () => newcomer && desk.door.run(joinAnyhow(newcomer.memberId, newcomer.groupId), {});
  // Neither waits for the other: the door puts them one behind the other.
  const early = isFirst ? join() : undefined;
  const move = answered(desk.door.run(moveByPlan, input));
  const late = isFirst ? undefined : join();
  const [hasJoinedFirst, moved, hasJoinedLast] = await Promise.all([early, move, late]);
  const after = await look(desk);
  const isOther = (it: { memberId: string; groupId: string }) =>
    !newcomer || key(it) !== key(newcomer);
  const around = after.stays.find((it) => !isOther(it));
  judge(
    hasJoinedFirst && around ? { ...before, stays: [...before.stays, around] } : before,
    hasJoinedLast ? { ...after, stays: after.stays.filter(isOther) } : after,
    rules,
    planned,
  );
  told.joined += Number(hasJoinedFirst === true || hasJoinedLast === true);
  for (const { state } of moved?.outcomes ?? []) told[state] += 1;
  if (one.do !== 'move' || !moved) return;
  const now = await everything(desk);
  if (JSON.stringify(now) === JSON.stringify(rows)) return;
  await desk.door.undo();
  expect(await everything(desk)).toEqual(rows);
  await desk.door.redo();
  expect(await everything(desk)).toEqual(now);
  told.undone += 1;
}

/** Any other step: nobody's place changes, except by undo, redo and groups opened again. */
async function take(desk: Desk, planId: string, one: Exclude<Step, MoveStep>): Promise<void> {
  const ids = 'who' in one ? one.who.map(memberId) : [];
  const { door } = desk;
  switch (one.do) {
    case 'invite':
      await answered(door.run(inviteToMove, { planId, memberIds: ids }));
      return;
    case 'decline':
      await answered(door.run(declineMove, { planId, memberIds: ids }));
      return;
    case 'redirect': {
      const to = { toGroupId: groupId(one.where) };
      await answered(door.run(redirectMove, { planId, memberIds: ids, ...to }));
      return;
    }
    case 'shrink':
      await door.run(shrink(groupId(one.where)), {});
      return;
    case 'dissolve':
      for (const it of ['unanswered', 'notInvited']) {
        await answered(door.run(tickDissolveCheck, { planId, key: it, isTicked: true }));
      }
      if (await answered(door.run(dissolveGroup, { planId }))) {
        expect((await look(desk)).stays.some((it) => it.groupId === OLD)).toBe(false);
        await door.run(reopenGroup, { groupId: OLD });
      }
      return;
    case 'planAgain':
      await answered(door.run(dropTransferPlan, { planId }));
      return;
    case 'undo':
      await answered(door.undo());
      return;
    case 'redo':
      await answered(door.redo());
      return;
    default:
      assertNever(one, 'take');
  }
}

const CHANGES_PLACES = new Set<Step['do']>(['undo', 'redo']);

describe('whatever the plan, through the real door', () => {
  it('a transfer never breaks class, pair or capacity rules', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        const desk = await settle(given);
        try {
          let planId = await makePlan(desk, given);
          for (const one of given.steps) {
            if (one.do === 'move' || one.do === 'join') {
              await moveAndJudge(desk, planId, one, given.rules);
              continue;
            }
            const before = (await look(desk)).stays.map(key).sort();
            await take(desk, planId, one);
            if (one.do === 'planAgain') {
              planId = (await answered(makePlan(desk, given))) ?? planId;
            }
            if (CHANGES_PLACES.has(one.do)) continue;
            expect((await look(desk)).stays.map(key).sort()).toEqual(before);
          }
        } finally {
          await desk.db.delete();
        }
      }),
      { numRuns: RUNS },
    );
    // A test in which nobody moves or nobody is refused would prove nothing.
    for (const count of Object.values(told)) expect(count).toBeGreaterThan(RUNS / 3);
  });
});
