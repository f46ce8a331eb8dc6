import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { groupsOfClass } from '@shared/domain/groups/member-class.rules';
import type { MemberClass, WaitingEntry } from '@shared/domain/groups/member-class.schema';
import type { ChatQuestion } from '@shared/domain/replies/reply.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import type { RuleEntry } from './group-rule.schema';
import type { TransferItem, TransferPlan } from './transfer.schema';

export const DISSOLVE_CHECKS = [
  'openQuestions',
  'pendingRewards',
  'openAppeals',
  'waitingEntries',
  'futureItems',
  'runningFlows',
  'unanswered',
  'notInvited',
] as const;
export type DissolveCheck = (typeof DISSOLVE_CHECKS)[number];

/** One line of the checklist: how many things stand in the way, and the first of them by id. */
export type DissolveBlocker = {
  key: DissolveCheck;
  count: number;
  refIds: string[];
  /** Somebody looked at it and said that the group may go all the same. */
  isTicked: boolean;
};

export type DissolveWorld = {
  group: Group;
  groups: readonly Group[];
  classes: readonly MemberClass[];
  plan: Pick<TransferPlan, 'ticks'>;
  items: readonly TransferItem[];
  questions: readonly ChatQuestion[];
  entries: readonly RuleEntry[];
  waiting: readonly WaitingEntry[];
  content: readonly ContentItem[];
  runs: readonly SopRun[];
  /** `YYYY-MM-DD` in the workspace's zone. */
  today: string;
};

const SHOWN = 20;

/**
 * What has to be seen to before a group is dissolved; lines with nothing in them are left out. Rows of
 * other groups may be among the world's, they are passed over. People on the waiting list of the
 * group's class count only when no other group of the class is left, and content only when it is meant
 * for this group by name (what is for all groups goes on without it).
 */
export function dissolveBlockers(world: DissolveWorld): DissolveBlocker[] {
  const { group, items, questions, entries, content, runs, today, plan } = world;
  const mine = <R extends { groupId?: string | undefined }>(rows: readonly R[]) =>
    rows.filter(({ groupId }) => groupId === group.id);
  const found: Record<DissolveCheck, { id: string }[]> = {
    openQuestions: mine(questions).filter(({ state }) => state === 'open'),
    pendingRewards: mine(entries).filter(
      ({ kind, givenAt, appeal }) =>
        kind === 'reward' && givenAt === undefined && appeal?.outcome !== 'withdrawn',
    ),
    openAppeals: mine(entries).filter(({ appeal }) => appeal && !appeal.outcome),
    waitingEntries: waitingForNothing(world),
    futureItems: content.filter(
      ({ groupIds, date, status }) =>
        groupIds.includes(group.id) && date >= today && status !== 'sent' && status !== 'measured',
    ),
    runningFlows: mine(runs).filter(({ status }) => status === 'running'),
    unanswered: items.filter(({ state }) => state === 'invited'),
    notInvited: items.filter(({ state }) => state === 'planned'),
  };
  return DISSOLVE_CHECKS.flatMap((key) => {
    const rows = found[key];
    if (rows.length === 0) return [];
    const refIds = rows.slice(0, SHOWN).map(({ id }) => id);
    return [{ key, count: rows.length, refIds, isTicked: plan.ticks[key] !== undefined }];
  });
}

function waitingForNothing({ group, groups, classes, waiting }: DissolveWorld): WaitingEntry[] {
  const others = groups.filter(({ id }) => id !== group.id);
  const lost = classes.filter(
    (it) =>
      groupsOfClass(it, [group], classes).length > 0 &&
      groupsOfClass(it, others, classes).length === 0,
  );
  const lostIds = new Set(lost.map(({ id }) => id));
  return waiting.filter(({ classId }) => lostIds.has(classId));
}
