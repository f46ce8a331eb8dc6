import {
  KOC_STATES,
  kocIncentiveSchema,
  kocSchema,
  MOST_INCENTIVE_FEN,
  MOST_INCENTIVE_POINTS,
} from '@shared/domain/koc/koc.schema';
import { KOC_SETTINGS_ID, kocSettingsSchema } from '@shared/domain/koc/koc-settings.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';
import { KOC_STEPS } from './koc-steps';

const who = z.object({ memberId: idSchema, name: z.string().default('') });

async function kocOf(tx: Tx, memberId: string) {
  const koc = await tx.get('kocs', memberId);
  if (!koc) throw new ExpectedError('koc-gone');
  return koc;
}

const signed = (tx: Tx) => (tx.actor === undefined ? {} : { by: tx.actor.slice(0, 60) });

/** What they are inside their groups; other roles (the house's own voices) stay as they are. */
async function setRole(tx: Tx, memberId: string, from: 'ordinary' | 'koc', groupId?: string) {
  const role = from === 'koc' ? 'ordinary' : 'koc';
  for (const stay of await tx.findByIdPrefix('memberships', joinId(memberId, ''))) {
    const isThere = stay.leftAt === undefined && (groupId ?? stay.groupId) === stay.groupId;
    if (isThere && stay.role === from) await tx.update('memberships', stay.id, { role });
  }
}

/** With another home the role goes along: `undefined` stands for all groups that they are inside. */
async function moveRole(
  tx: Tx,
  memberId: string,
  from: string | undefined,
  to: string | undefined,
) {
  for (const stay of await tx.findByIdPrefix('memberships', joinId(memberId, ''))) {
    if (stay.leftAt !== undefined) continue;
    const isHome = (to ?? stay.groupId) === stay.groupId;
    const wasHome = (from ?? stay.groupId) === stay.groupId;
    if (isHome && stay.role === 'ordinary')
      await tx.update('memberships', stay.id, { role: 'koc' });
    if (!isHome && wasHome && stay.role === 'koc') {
      await tx.update('memberships', stay.id, { role: 'ordinary' });
    }
  }
}

/** Also makes them a core member of the group named, or of all that they are inside. */
export const addKoc = defineCommand({
  name: 'koc.add',
  input: who.extend({
    state: z.enum(KOC_STATES).default('candidate'),
    groupId: idSchema.optional(),
    ownerName: kocSchema.shape.ownerName,
  }),
  entities: ['kocs', 'members', 'memberships', 'groups'],
  label: ({ name }) => ({ zh: `「${name}」加入 KOC 池`, en: `Add “${name}” to core members` }),
  run: async (tx, { memberId, name, ...rest }) => {
    if (!(await tx.get('members', memberId))) throw new ExpectedError('koc-member-gone');
    if (await tx.get('kocs', memberId)) throw new ExpectedError('koc-known', { name });
    await refuseDissolved(tx, rest.groupId);
    await tx.create('kocs', { ...rest, id: memberId, since: tx.now });
    await setRole(tx, memberId, 'ordinary', rest.groupId);
  },
});

/** `null` clears a field. The role is theirs in the group that is their home, as when they were added. */
export const editKoc = defineCommand({
  name: 'koc.edit',
  input: who.extend({
    state: z.enum(KOC_STATES).optional(),
    groupId: idSchema.nullable().optional(),
    strengths: kocSchema.shape.strengths.nullable(),
    note: kocSchema.shape.note.nullable(),
    ownerName: kocSchema.shape.ownerName.nullable(),
  }),
  entities: ['kocs', 'memberships', 'groups'],
  label: ({ name }) => ({ zh: `修改 KOC「${name}」`, en: `Change core member “${name}”` }),
  run: async (tx, { memberId, name: _, state, ...fields }) => {
    const koc = await kocOf(tx, memberId);
    // The home that they had stays on the form, also when that group is over.
    const home = fields.groupId ?? undefined;
    if (home !== koc.groupId) await refuseDissolved(tx, home);
    const patch = Object.fromEntries(
      Object.entries(fields).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value ?? undefined]],
      ),
    );
    const isNew = state !== undefined && state !== koc.state;
    await tx.update('kocs', memberId, { ...patch, ...(isNew && { state, since: tx.now }) });
    if (fields.groupId !== undefined && home !== koc.groupId) {
      await moveRole(tx, memberId, koc.groupId, home);
    }
  },
});

/** Takes somebody off the list and its role; what they were promised and given stays in the ledger. */
export const removeKoc = defineCommand({
  name: 'koc.remove',
  input: who,
  entities: ['kocs', 'memberships'],
  label: ({ name }) => ({ zh: `「${name}」移出 KOC 池`, en: `Take “${name}” off core members` }),
  run: async (tx, { memberId }) => {
    await kocOf(tx, memberId);
    await tx.remove('kocs', memberId);
    await setRole(tx, memberId, 'koc');
  },
});

export const tickKocStep = defineCommand({
  name: 'koc.tickStep',
  input: who.extend({ key: z.string().min(1).max(60), isDone: z.boolean() }),
  entities: ['kocs'],
  label: ({ name, isDone }) =>
    isDone
      ? { zh: `「${name}」完成一步培育`, en: `Tick a step of “${name}”` }
      : { zh: `「${name}」退回一步培育`, en: `Take a step of “${name}” back` },
  run: async (tx, { memberId, key, isDone }) => {
    const { steps, state } = await kocOf(tx, memberId);
    if (!KOC_STEPS.some((step) => step.key === key)) throw new ExpectedError('koc-step-unknown');
    const { [key]: known, ...others } = steps;
    const next = isDone ? { ...others, [key]: known ?? { at: tx.now, ...signed(tx) } } : others;
    // With the first step the cultivation has begun.
    const begins = isDone && state === 'candidate';
    await tx.update('kocs', memberId, {
      steps: next,
      ...(begins && { state: 'cultivating' as const, since: tx.now }),
    });
  },
});

const incentive = kocIncentiveSchema.pick({ kind: true, what: true }).extend({
  amountFen: z.number().int().nonnegative().max(MOST_INCENTIVE_FEN).optional(),
  points: z.number().int().nonnegative().max(MOST_INCENTIVE_POINTS).optional(),
});

export const promiseIncentive = defineCommand({
  name: 'koc.promiseIncentive',
  input: who.extend({ ...incentive.shape, isGiven: z.boolean().default(false) }),
  entities: ['kocs', 'kocIncentives'],
  label: ({ name, what }) => ({ zh: `给「${name}」：${what}`, en: `For “${name}”: ${what}` }),
  run: async (tx, { memberId, name: _, isGiven, ...rest }) => {
    const { groupId } = await kocOf(tx, memberId);
    const id = tx.newId();
    const given = isGiven ? { givenAt: tx.now } : {};
    await tx.create('kocIncentives', {
      ...rest,
      id,
      memberId,
      ...(groupId !== undefined && { groupId }),
      at: tx.now,
      ...given,
      ...signed(tx),
    });
    return { incentiveId: id };
  },
});

async function refuseGone(tx: Tx, id: string) {
  if (!(await tx.get('kocIncentives', id))) throw new ExpectedError('incentive-gone');
}

export const setIncentiveGiven = defineCommand({
  name: 'koc.setIncentiveGiven',
  input: z.object({ id: idSchema, what: z.string().default(''), isGiven: z.boolean() }),
  entities: ['kocIncentives'],
  label: ({ what, isGiven }) =>
    isGiven
      ? { zh: `已发放「${what}」`, en: `Given: “${what}”` }
      : { zh: `「${what}」改为未发放`, en: `Not given: “${what}”` },
  run: async (tx, { id, isGiven }) => {
    await refuseGone(tx, id);
    await tx.update('kocIncentives', id, { givenAt: isGiven ? tx.now : undefined });
  },
});

export const removeIncentive = defineCommand({
  name: 'koc.removeIncentive',
  input: z.object({ id: idSchema, what: z.string().default('') }),
  entities: ['kocIncentives'],
  label: ({ what }) => ({ zh: `删除激励「${what}」`, en: `Remove the incentive “${what}”` }),
  run: async (tx, { id }) => {
    await refuseGone(tx, id);
    await tx.remove('kocIncentives', id);
  },
});

export const setKocSettings = defineCommand({
  name: 'koc.setSettings',
  input: z.object({ settings: kocSettingsSchema }),
  entities: ['modelSettings'],
  label: () => ({ zh: '修改 KOC 评分', en: 'Change how core members are scored' }),
  run: async (tx, { settings }) => {
    const patch = { settings, changedAt: tx.now };
    if (await tx.get('modelSettings', KOC_SETTINGS_ID)) {
      await tx.update('modelSettings', KOC_SETTINGS_ID, patch);
    } else await tx.create('modelSettings', { id: KOC_SETTINGS_ID, ...patch });
  },
});
