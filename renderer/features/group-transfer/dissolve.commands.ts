import type { DissolveBlocker } from '@shared/domain/group-life/dissolve.rules';
import { dissolveBlockers } from '@shared/domain/group-life/dissolve.rules';
import type { TransferPlan } from '@shared/domain/group-life/transfer.schema';
import { classesInUse } from '@shared/domain/groups/member-class.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { dayOf } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { openPlan } from './transfer-plan.commands';

const CHECKED = [
  'transferPlans',
  'transferItems',
  'groups',
  'memberClasses',
  'chatQuestions',
  'ruleEntries',
  'waitingEntries',
  'contentItems',
  'sopRuns',
  'workspace',
] as const;

/** The checklist as of this transaction. */
async function blockersNow(tx: Tx, plan: TransferPlan): Promise<DissolveBlocker[]> {
  const group = await tx.get('groups', plan.fromGroupId);
  if (!group) throw new ExpectedError('group-not-found');
  const zone = (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE;
  return dissolveBlockers({
    group,
    groups: await tx.all('groups'),
    classes: classesInUse(await tx.all('memberClasses'), 'zh'),
    plan,
    items: await tx.findBy('transferItems', 'planId', plan.id),
    questions: await tx.findBy('chatQuestions', 'groupId', group.id),
    entries: await tx.findBy('ruleEntries', 'groupId', group.id),
    waiting: await tx.all('waitingEntries'),
    content: await tx.all('contentItems'),
    runs: await tx.findBy('sopRuns', 'status', 'running'),
    today: dayOf(tx.now, zone),
  });
}

/**
 * The end of a group: everybody who is still inside is out, the group is put away with its story.
 * Refused while the checklist has a line that is neither empty nor ticked.
 */
export const dissolveGroup = defineCommand({
  name: 'groupTransfer.dissolve',
  input: z.object({ planId: idSchema, note: z.string().trim().max(1000).optional() }),
  entities: [...CHECKED, 'memberships', 'groupEvents'],
  label: () => ({ zh: '解散社群', en: 'Dissolve a group' }),
  run: async (tx, { planId, note }) => {
    const plan = await openPlan(tx, planId);
    const groupId = plan.fromGroupId;
    const group = await tx.get('groups', groupId);
    if (!group) throw new ExpectedError('group-not-found');
    if (group.phase === 'dissolved') throw new ExpectedError('group-dissolved');
    const open = (await blockersNow(tx, plan)).filter(({ isTicked }) => !isTicked);
    if (open.length > 0) {
      throw new ExpectedError('dissolve-blocked', { name: group.name, count: open.length });
    }
    const leaving: string[] = [];
    await tx.scan('memberships', ['id', 'groupId', 'leftAt'], (row) => {
      if (row.groupId === groupId && row.leftAt === undefined) leaving.push(row.id);
    });
    leaving.sort();
    await tx.bulkUpdate(
      'memberships',
      leaving.map((id) => ({ id, patch: { leftAt: tx.now } })),
    );
    await tx.update('groups', groupId, {
      phase: 'dissolved',
      phaseSince: tx.now,
      dissolvedAt: tx.now,
    });
    await tx.update('transferPlans', planId, { state: 'dissolved', dissolvedAt: tx.now });
    await tx.create('groupEvents', {
      id: tx.newId(),
      groupId,
      kind: 'dissolved',
      at: tx.now,
      from: group.phase,
      to: 'dissolved',
      evidence: { closed: leaving.length },
      refId: planId,
      ...(note && { note }),
      ...(tx.actor && { by: tx.actor }),
    });
    return { closed: leaving.length };
  },
});

/**
 * Takes a dissolving back long after it can be undone: the group is in the phase it had, and whoever
 * was put out by the dissolving is inside again. People who had moved stay in their new groups.
 */
export const reopenGroup = defineCommand({
  name: 'groupTransfer.reopen',
  input: z.object({ groupId: idSchema, note: z.string().trim().max(1000).optional() }),
  entities: ['groups', 'memberships', 'transferPlans', 'transferItems', 'groupEvents'],
  label: () => ({ zh: '恢复已解散的社群', en: 'Open a dissolved group again' }),
  run: async (tx, { groupId, note }) => {
    const group = await tx.get('groups', groupId);
    if (!group) throw new ExpectedError('group-not-found');
    if (group.phase !== 'dissolved') throw new ExpectedError('group-not-dissolved');
    const story = await tx.findBy('groupEvents', 'groupId', groupId);
    const last = story
      .filter(({ kind }) => kind === 'dissolved')
      .sort((a, b) => b.at - a.at)
      .at(0);
    const phase = last?.from && last.from !== 'dissolved' ? last.from : 'late';
    const items = last?.refId ? await tx.findBy('transferItems', 'planId', last.refId) : [];
    // Moved in the very moment of dissolving: their stay here bears the same end.
    const moved = new Set(
      items
        .filter(({ state, at }) => state === 'moved' && at === group.dissolvedAt)
        .map(({ memberId }) => joinId(memberId, groupId)),
    );
    const back: string[] = [];
    await tx.scan('memberships', ['id', 'groupId', 'leftAt'], (row) => {
      const isPutOut = group.dissolvedAt !== undefined && row.leftAt === group.dissolvedAt;
      if (row.groupId === groupId && isPutOut && !moved.has(row.id)) back.push(row.id);
    });
    back.sort();
    await tx.bulkUpdate(
      'memberships',
      back.map((id) => ({ id, patch: { leftAt: undefined } })),
    );
    await tx.update('groups', groupId, { phase, phaseSince: tx.now, dissolvedAt: undefined });
    const plan = last?.refId === undefined ? undefined : await tx.get('transferPlans', last.refId);
    if (plan?.state === 'dissolved') {
      await tx.update('transferPlans', plan.id, { state: 'inviting', dissolvedAt: undefined });
    }
    await tx.create('groupEvents', {
      id: tx.newId(),
      groupId,
      kind: 'reopened',
      at: tx.now,
      from: 'dissolved',
      to: phase,
      evidence: { back: back.length },
      ...(note && { note }),
      ...(tx.actor && { by: tx.actor }),
    });
    return { back: back.length };
  },
});
