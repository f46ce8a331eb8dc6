import { ExpectedError } from '@shared/lib/errors';
import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Command } from '@/db/command';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { commitChat, settleQuestion } from '@/features/chat-questions/chat-questions.commands';
import { startRun } from '@/features/flow-runs/start-run.commands';
import { saveGroupDays } from '@/features/group-activity/group-days.commands';
import { addReading, editReading, removeReading } from '@/features/group-life/readings.commands';
import { commitRosterList, settleUnknown } from '@/features/group-lists/group-lists.commands';
import { markNicknameTold, setNicknameTemplate } from '@/features/group-lists/nicknames.commands';
import { archiveGroupRule, saveGroupRule } from '@/features/group-rules/group-rules.commands';
import {
  addRuleEntries,
  appealEntry,
  decideAppeal,
  giveReward,
} from '@/features/group-rules/ledger.commands';
import {
  declinePhase,
  markGroupFull,
  setGroupPhase,
  startFlowsOfGroup,
} from '@/features/group-story/group-story.commands';
import { reopenGroup } from '@/features/group-transfer/dissolve.commands';
import { makeTransferPlan } from '@/features/group-transfer/transfer-plan.commands';
import { decideFate } from '@/features/group-worth/decide.commands';
import {
  addGroupInput,
  editGroupInput,
  removeGroupInput,
  repeatLastWeek,
} from '@/features/group-worth/group-inputs.commands';
import { editGroup, removeMemberFromGroup } from '@/features/groups/groups.commands';
import {
  addFriendAction,
  editFriendAction,
  removeFriendAction,
} from '@/features/koc/friend-actions.commands';
import { addKoc, editKoc } from '@/features/koc/koc.commands';

const GROUP = 'gone';
const DAY = '2026-01-05';
const AT = Date.parse('2026-01-05T04:00:00Z');
const STORES = [
  'groups',
  'members',
  'memberships',
  'groupDays',
  'groupReadings',
  'groupInputs',
  'groupRules',
  'ruleEntries',
  'rosterLists',
  'chatQuestions',
  'friendActions',
  'kocs',
] as const;

let test: Awaited<ReturnType<typeof openTestDoor>>;

beforeEach(async () => {
  test = await openTestDoor();
  await test.door.run(
    commandOf([...STORES], async (tx) => {
      await tx.create('groups', {
        id: GROUP,
        name: '花城旧群',
        openedAt: 0,
        phase: 'dissolved',
        dissolvedAt: AT,
      });
      await tx.create('groups', { id: 'home', name: '花城新群', openedAt: 0, phase: 'middle' });
      for (const id of ['m1', 'm2']) {
        await tx.create('members', { id, name: `陈${id}` });
        await tx.create('memberships', {
          id: joinId(id, GROUP),
          memberId: id,
          groupId: GROUP,
          joinedAt: 1,
          leftAt: AT,
        });
      }
      await tx.create('groupReadings', {
        id: 'reading',
        groupId: GROUP,
        day: DAY,
        kind: 'known',
        n: 40,
        k: 30,
      });
      await tx.create('groupInputs', {
        id: 'input',
        groupId: GROUP,
        day: DAY,
        kind: 'gift',
        amountFen: 100,
      });
      await tx.create('groupRules', {
        id: 'rule',
        groupId: GROUP,
        polarity: 'encouraged',
        text: '多晒单',
        consequence: 'gift',
      });
      const entry = { groupId: GROUP, memberId: 'm1', what: '伞一把', at: AT } as const;
      await tx.create('ruleEntries', { id: 'reward', kind: 'reward', ...entry });
      const appeal = { text: '不是广告', at: AT };
      await tx.create('ruleEntries', { id: 'warning', kind: 'warning', appeal, ...entry });
      await tx.create('rosterLists', {
        id: 'list',
        groupId: GROUP,
        day: DAY,
        at: AT,
        total: 3,
        unknown: ['小山'],
      });
      await tx.create('chatQuestions', {
        id: 'question',
        groupId: GROUP,
        askedAt: AT,
        text: '几点开团？',
        state: 'open',
      });
      await tx.create('friendActions', {
        id: 'friends',
        groupId: GROUP,
        day: DAY,
        kind: 'topic',
        title: '自我介绍',
      });
      await tx.create('kocs', { id: 'm2', since: AT, state: 'candidate' });
    }),
    {},
  );
});

const tried = <N extends string, I extends z.ZodType, R>(
  command: Command<N, I, R>,
  input: z.input<I>,
) => ({ name: command.name, run: () => test.door.run(command, input) });

const groupId = GROUP;
const reading = { day: DAY, kind: 'known', n: 40, k: 20 } as const;
const friend = { groupId, day: DAY, kind: 'publicPraise', title: '夸夸' } as const;
const input = { kind: 'gift', day: DAY, amountFen: 200 } as const;
const rule = {
  groupId,
  polarity: 'encouraged',
  text: '多晒单多夸人',
  consequence: 'gift',
} as const;

const WRITES = [
  tried(commitRosterList, { groupId, day: DAY, total: 1, joined: [], left: [], stayed: [] }),
  tried(settleUnknown, { listId: 'list', name: '小山', memberId: 'm1' }),
  tried(setNicknameTemplate, { groupId, template: '地区-店名-姓名' }),
  tried(markNicknameTold, { listId: 'list', memberIds: ['m1'] }),
  tried(saveGroupDays, { groupId, days: [{ day: DAY, messages: 3 }] }),
  tried(addReading, { groupId, ...reading }),
  tried(editReading, { readingId: 'reading', ...reading }),
  tried(removeReading, { readingId: 'reading' }),
  tried(saveGroupRule, rule),
  tried(saveGroupRule, { ruleId: 'rule', ...rule, groupId: 'home' }),
  tried(archiveGroupRule, { ruleId: 'rule', isArchived: true }),
  tried(addRuleEntries, { groupId, memberIds: ['m1'], kind: 'reward', what: '伞一把' }),
  tried(giveReward, { entryId: 'reward' }),
  tried(appealEntry, { entryId: 'warning', text: '再说一次' }),
  tried(decideAppeal, { entryId: 'warning', outcome: 'withdrawn' }),
  tried(addGroupInput, { groupId, ...input }),
  tried(editGroupInput, { id: 'input', ...input }),
  tried(removeGroupInput, { id: 'input' }),
  tried(repeatLastWeek, { groupId, monday: DAY }),
  tried(addFriendAction, friend),
  tried(editFriendAction, { id: 'friends', ...friend }),
  tried(removeFriendAction, { id: 'friends' }),
  tried(commitChat, { groupId, questions: [], days: [] }),
  tried(settleQuestion, { id: 'question', state: 'ignored' }),
  tried(addKoc, { memberId: 'm1', groupId }),
  tried(editKoc, { memberId: 'm2', groupId }),
  tried(decideFate, { groupId, decision: 'keep', advised: 'keep', reasons: [], figures: {} }),
  tried(makeTransferPlan, { groupId, planned: [] }),
  tried(startRun, { templateKey: 'revive-group', title: '唤醒', groupId }),
  tried(startFlowsOfGroup, { groupId, flows: ['revive-group'] }),
  tried(setGroupPhase, { groupId, to: 'late' }),
  tried(declinePhase, { groupId, to: 'late' }),
  tried(markGroupFull, { groupId, inside: 3 }),
  tried(editGroup, {
    groupId,
    name: '换个名字',
    identity: 'unknown',
    capacity: 500,
  }),
  tried(removeMemberFromGroup, { groupId, memberId: 'm1' }),
];

const stored = async () =>
  JSON.stringify(await Promise.all(STORES.map((store) => allRows(test.db, store))));

describe('a dissolved group is only read', () => {
  it.each(WRITES)('$name is refused and changes nothing', async ({ run }) => {
    const before = await stored();
    const refused = await run().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ExpectedError);
    expect(refused).toMatchObject({ code: 'group-dissolved' });
    expect(await stored()).toBe(before);
  });

  it('takes everything again once it is open', async () => {
    await test.door.run(reopenGroup, { groupId });
    await test.door.run(giveReward, { entryId: 'reward' });
    await test.door.run(saveGroupDays, { groupId, days: [{ day: DAY, messages: 3 }] });
    await test.door.run(removeFriendAction, { id: 'friends' });
    expect(await allRows(test.db, 'friendActions')).toEqual([]);
    expect(await allRows(test.db, 'groupDays')).toMatchObject([{ messages: 3 }]);
  });
});
