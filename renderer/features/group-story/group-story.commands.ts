import { groupEventSchema } from '@shared/domain/group-life/group-event.schema';
import { LIVING_PHASES } from '@shared/domain/group-life/phase.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { FULL_STORES, fillGroup, startGroupFlows } from '@/features/group-rooms/index';

const groupId = idSchema;
const to = z.enum(LIVING_PHASES);
const { evidence } = groupEventSchema.shape;
const note = z.string().trim().max(1000).optional();
/** Flows to start in the same change, and the language of their titles. */
const flows = z.array(z.string().min(1).max(60)).max(20).default([]);
const language = z.enum(['zh', 'en']).optional();

async function livingGroup(tx: Tx, id: string): Promise<Group> {
  const group = await tx.get('groups', id);
  if (!group) throw new ExpectedError('group-not-found');
  if (group.phase === 'dissolved') throw new ExpectedError('group-dissolved');
  return group;
}

const line = (tx: Tx, id: string) => ({
  id: tx.newId(),
  groupId: id,
  at: tx.now,
  ...(tx.actor && { by: tx.actor }),
});

/**
 * The leader says which phase a group is in, on the evidence that was shown; the flows that were
 * chosen start with it. Dissolving is a way of its own.
 */
export const setGroupPhase = defineCommand({
  name: 'groupStory.setPhase',
  input: z.object({ groupId, to, evidence, note, flows, language }),
  entities: FULL_STORES,
  label: (input) => ({
    zh: `社群改为${{ early: '前期', middle: '中期', late: '后期' }[input.to]}`,
    en: `Set a group to its ${input.to} phase`,
  }),
  run: async (tx, { flows: keys, ...input }) => {
    const group = await livingGroup(tx, input.groupId);
    if (group.phase === input.to) {
      throw new ExpectedError('group-phase-same', { name: group.name });
    }
    const patch = { phase: input.to, phaseSince: tx.now, phaseDeclined: undefined };
    await tx.update('groups', group.id, patch);
    await tx.create('groupEvents', {
      ...line(tx, group.id),
      kind: 'phase',
      from: group.phase,
      to: input.to,
      ...(input.evidence && { evidence: input.evidence }),
      ...(input.note && { note: input.note }),
    });
    return { runIds: await startGroupFlows(tx, group, keys, input.language) };
  },
});

/** A proposed phase is put aside: the story keeps why, and it is not proposed again for a while. */
export const declinePhase = defineCommand({
  name: 'groupStory.declinePhase',
  input: z.object({ groupId, to, evidence, note }),
  entities: ['groups', 'groupEvents'],
  label: () => ({ zh: '暂不改变社群阶段', en: 'Leave a group in its phase for now' }),
  run: async (tx, input) => {
    const group = await livingGroup(tx, input.groupId);
    await tx.update('groups', group.id, { phaseDeclined: { to: input.to, at: tx.now } });
    await tx.create('groupEvents', {
      ...line(tx, group.id),
      kind: 'declined',
      from: group.phase,
      to: input.to,
      ...(input.evidence && { evidence: input.evidence }),
      ...(input.note && { note: input.note }),
    });
  },
});

/** Full by the leader's word (many groups are at 200), since `at` (UTC ms); again to put the day right. */
export const markGroupFull = defineCommand({
  name: 'groupStory.markFull',
  input: z.object({
    groupId,
    at: z.number().int().optional(),
    inside: z.number().int().nonnegative(),
    flows,
    language,
  }),
  entities: FULL_STORES,
  label: () => ({ zh: '社群已满，开始前期', en: 'A group is full: its early phase begins' }),
  run: async (tx, { groupId: id, at = tx.now, inside, flows: keys, language: words }) => {
    if (at > tx.now) throw new ExpectedError('group-full-ahead');
    const group = await livingGroup(tx, id);
    const figures = { total: inside, capacity: group.capacity };
    await fillGroup(tx, group, { at, evidence: { ...figures, since: at } });
    return { runIds: await startGroupFlows(tx, group, keys, words) };
  },
});

/** Flows for a group at any time, beside what its phase brings. */
export const startFlowsOfGroup = defineCommand({
  name: 'groupStory.startFlows',
  input: z.object({ groupId, flows: flows.unwrap().min(1), language }),
  entities: FULL_STORES,
  label: () => ({ zh: '为社群开始流程', en: 'Start a flow for a group' }),
  run: async (tx, { groupId: id, flows: keys, language: words }) => {
    const group = await livingGroup(tx, id);
    return { runIds: await startGroupFlows(tx, group, keys, words) };
  },
});

/** One more line in the group's story; also of one that is dissolved. */
export const addGroupNote = defineCommand({
  name: 'groupStory.addNote',
  input: z.object({ groupId, note: z.string().trim().min(1).max(1000) }),
  entities: ['groups', 'groupEvents'],
  label: () => ({ zh: '给社群记一笔', en: 'Note something about a group' }),
  run: async (tx, input) => {
    const group = await tx.get('groups', input.groupId);
    if (!group) throw new ExpectedError('group-not-found');
    await tx.create('groupEvents', { ...line(tx, group.id), kind: 'note', note: input.note });
  },
});
