import { type DissolveBlocker, dissolveBlockers } from '@shared/domain/group-life/dissolve.rules';
import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import type { TransferItem, TransferPlan } from '@shared/domain/group-life/transfer.schema';
import {
  type TransferProgress,
  transferProgress,
} from '@shared/domain/group-life/transfer-progress.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { classesInUse } from '@shared/domain/groups/member-class.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import {
  PLACEMENT_RULES_ID,
  type PlacementRules,
  readPlacementRules,
} from '@shared/domain/groups/placement-settings.schema';
import { currentLanguage } from '@/app/i18n/i18n';
import { readDb } from '@/db/read';

const isUnderWay = ({ state }: TransferPlan) => state !== 'dropped' && state !== 'dissolved';

export type TransferRecord = {
  group: Group;
  /** The plan under way, or of a dissolved group the one that led to its end. */
  plan: TransferPlan | undefined;
  items: TransferItem[];
  /** Decisions and ends of the group's story, the latest first. */
  story: GroupEvent[];
};

/** A group with its plan; `null` where there is no such group. */
export async function readTransfer(groupId: string): Promise<TransferRecord | null> {
  const [group, plans, story] = await Promise.all([
    readDb.rows('groups').get(groupId),
    readDb.rows('transferPlans').by('fromGroupId', groupId),
    readDb.rows('groupEvents').by('groupId', groupId),
  ]);
  if (!group) return null;
  const ended = plans
    .filter(({ state }) => state === 'dissolved')
    .sort((a, b) => (b.dissolvedAt ?? 0) - (a.dissolvedAt ?? 0));
  const plan = group.phase === 'dissolved' ? ended[0] : plans.find(isUnderWay);
  const items = plan ? await readDb.rows('transferItems').by('planId', plan.id) : [];
  return {
    group,
    plan,
    items,
    story: story
      .filter(({ kind }) => kind === 'decision' || kind === 'dissolved' || kind === 'reopened')
      .sort((a, b) => b.at - a.at),
  };
}

export type EntryBook = {
  groups: Group[];
  classes: MemberClass[];
  rules: PlacementRules;
  /** Groups that have a plan under way themselves: nobody should be sent there. */
  leaving: string[];
};

/** What decides who may enter where, beside who is inside. */
export async function readEntryBook(): Promise<EntryBook> {
  const [groups, stored, settings, plans] = await Promise.all([
    readDb.rows('groups').all(),
    readDb.rows('memberClasses').all(),
    readDb.rows('modelSettings').get(PLACEMENT_RULES_ID),
    readDb.rows('transferPlans').all(),
  ]);
  return {
    groups,
    classes: classesInUse(stored, currentLanguage() === 'en' ? 'en' : 'zh'),
    rules: readPlacementRules(settings?.settings),
    leaving: plans.filter(isUnderWay).map(({ fromGroupId }) => fromGroupId),
  };
}

/** The checklist before a group is dissolved, as it stands. */
export async function readBlockers(groupId: string, today: string): Promise<DissolveBlocker[]> {
  const record = await readTransfer(groupId);
  if (!record?.plan) return [];
  const [groups, classes, questions, entries, waiting, content, runs] = await Promise.all([
    readDb.rows('groups').all(),
    readDb.rows('memberClasses').all(),
    readDb.rows('chatQuestions').by('groupId', groupId),
    readDb.rows('ruleEntries').by('groupId', groupId),
    readDb.rows('waitingEntries').all(),
    readDb.rows('contentItems').between('date', today, '9999-12-31'),
    readDb.rows('sopRuns').by('status', 'running'),
  ]);
  return dissolveBlockers({
    group: record.group,
    groups,
    classes: classesInUse(classes, 'zh'),
    plan: record.plan,
    items: record.items,
    questions,
    entries,
    waiting,
    content,
    runs,
    today,
  });
}

/** Content still to come and flows under way that name a group which is over. */
export async function readNaming(
  groupId: string,
  today: string,
): Promise<{ items: number; flows: number }> {
  const [content, runs] = await Promise.all([
    readDb.rows('contentItems').between('date', today, '9999-12-31'),
    readDb.rows('sopRuns').by('status', 'running'),
  ]);
  const toCome = content.filter(({ status }) => status !== 'sent' && status !== 'measured');
  return {
    items: toCome.filter(({ groupIds }) => groupIds.includes(groupId)).length,
    flows: runs.filter((run) => run.groupId === groupId).length,
  };
}

export type OpenPlan = { plan: TransferPlan; groupName: string; progress: TransferProgress };

/** Transfer plans under way with how far each got, the one that ends first on top. */
export async function readOpenPlans(): Promise<OpenPlan[]> {
  const [plans, groups] = await Promise.all([
    readDb.rows('transferPlans').all(),
    readDb.rows('groups').all(),
  ]);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const open = plans.filter(isUnderWay);
  const items = await readDb.rows('transferItems').byAny(
    'planId',
    open.map(({ id }) => id),
  );
  return open
    .map((plan) => ({
      plan,
      groupName: names.get(plan.fromGroupId) ?? '',
      progress: transferProgress(items.filter(({ planId }) => planId === plan.id)),
    }))
    .sort(
      (a, b) =>
        (a.plan.untilDay ?? '9').localeCompare(b.plan.untilDay ?? '9') ||
        a.plan.createdAt - b.plan.createdAt,
    );
}
