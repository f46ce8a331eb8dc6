import { type ContentItem, daySchema } from '@shared/domain/calendar/content.schema';
import type { ContentSend } from '@shared/domain/calendar/send.schema';
import { isSentAsWhole } from '@shared/domain/calendar/send-state.rules';
import { sendId, targetsOf } from '@shared/domain/calendar/send-targets.rules';
import { sendWindow } from '@shared/domain/calendar/send-window.rules';
import { SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import { readSlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import { SLOTS, type Slot } from '@shared/domain/calendar/slots';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const STORES = ['contentItems', 'contentSends', 'groups', 'modelSettings', 'workspace'] as const;

const sendsSchema = z
  .array(z.object({ itemId: idSchema, groupId: idSchema }))
  .min(1)
  .max(2000);
type Wanted = z.infer<typeof sendsSchema>;
const reasonSchema = z.string().trim().min(1).max(300);

const SLOT_NAMES: Record<Slot, { zh: string; en: string }> = {
  morning: { zh: '早间', en: 'morning' },
  noon: { zh: '午间', en: 'noon' },
  evening: { zh: '傍晚', en: 'evening' },
  night: { zh: '晚间', en: 'night' },
};

/** The pieces that are meant, each with its groups; one that is gone is said. */
async function piecesOf(tx: Tx, wanted: Wanted) {
  const groupsOf = new Map<string, Set<string>>();
  for (const { itemId, groupId } of wanted) {
    const groups = groupsOf.get(itemId) ?? new Set();
    groupsOf.set(itemId, groups.add(groupId));
  }
  const pieces: { item: ContentItem; sends: ContentSend[]; groupIds: ReadonlySet<string> }[] = [];
  for (const [itemId, groupIds] of groupsOf) {
    const item = await tx.get('contentItems', itemId);
    if (!item) throw new ExpectedError('content-not-found');
    pieces.push({ item, sends: await tx.findBy('contentSends', 'itemId', itemId), groupIds });
  }
  return pieces;
}

type Note = Pick<ContentSend, 'state' | 'at'> & { reason?: string | undefined };

/** Writes what happened to a piece in one group, with the plan as it is at this moment. */
async function writeSend(
  tx: Tx,
  item: ContentItem,
  groupId: string,
  known: ContentSend | undefined,
  note: Note,
): Promise<void> {
  // One who gave it up and sends it after all leaves no trace of the reason.
  if (known) await tx.remove('contentSends', known.id);
  await tx.create('contentSends', {
    id: sendId(item.id, groupId),
    itemId: item.id,
    groupId,
    day: item.date,
    slot: item.slot,
    state: note.state,
    at: note.at,
    title: item.title,
    ...(item.time !== undefined && { plannedTime: item.time }),
    ...(tx.actor !== undefined && { by: tx.actor }),
    ...(note.reason !== undefined && { reason: note.reason }),
    ...(item.assetIds && { assetIds: item.assetIds }),
    ...(item.carriedFrom && { carriedFrom: item.carriedFrom }),
  });
}

/** The item says when its first group had it; without any it is ready again. */
async function keepInStep(tx: Tx, item: ContentItem): Promise<void> {
  const sends = await tx.findBy('contentSends', 'itemId', item.id);
  const times = sends.filter(({ state }) => state === 'sent').map(({ at }) => at);
  if (times.length === 0) {
    await tx.update('contentItems', item.id, { status: 'ready', sentAt: undefined });
    return;
  }
  const status = item.status === 'measured' ? 'measured' : 'sent';
  await tx.update('contentItems', item.id, { status, sentAt: Math.min(...times) });
}

export const markSent = defineCommand({
  name: 'sending.markSent',
  input: z.object({
    sends: sendsSchema,
    /** UTC ms of the sending, by the clock of the window in which it was marked. */
    at: z.number().int(),
    /** Why it went out in spite of what spoke against it. */
    reason: reasonSchema.optional(),
    title: z.string().max(200).default(''),
  }),
  entities: STORES,
  label: ({ sends, title }) =>
    title === ''
      ? { zh: `标记 ${sends.length} 次发送`, en: `Mark ${sends.length} as sent` }
      : { zh: `「${title}」标为已发`, en: `Mark “${title}” as sent` },
  run: async (tx, { sends: wanted, at, reason }) => {
    let marked = 0;
    for (const { item, sends, groupIds } of await piecesOf(tx, wanted)) {
      if (isSentAsWhole(item, sends)) continue;
      let isChanged = false;
      for (const groupId of groupIds) {
        const known = sends.find((send) => send.groupId === groupId);
        // Who marked it first saw it go out.
        if (known?.state === 'sent') continue;
        await writeSend(tx, item, groupId, known, { state: 'sent', at, reason });
        marked += 1;
        isChanged = true;
      }
      if (isChanged) await keepInStep(tx, item);
    }
    if (marked === 0) throw new ExpectedError('send-already');
    return { marked };
  },
});

export const unmarkSent = defineCommand({
  name: 'sending.unmark',
  input: z.object({ sends: sendsSchema }),
  entities: STORES,
  label: () => ({ zh: '取消发送标记', en: 'Take back a mark of sending' }),
  run: async (tx, { sends: wanted }) => {
    for (const { item, sends, groupIds } of await piecesOf(tx, wanted)) {
      if (isSentAsWhole(item, sends)) await keepOthers(tx, item, sends, groupIds);
      const known = sends.filter(({ groupId }) => groupIds.has(groupId));
      for (const { id } of known) await tx.remove('contentSends', id);
      const isSending = isSentAsWhole(item, sends) || known.some(({ state }) => state === 'sent');
      if (isSending) await keepInStep(tx, item);
    }
  },
});

/** A piece marked as sent as a whole had every group: those not taken back now get their record. */
async function keepOthers(
  tx: Tx,
  item: ContentItem,
  sends: readonly ContentSend[],
  takenBack: ReadonlySet<string>,
): Promise<void> {
  const at = item.sentAt;
  if (at === undefined) return;
  const settings = readSlotSettings((await tx.get('modelSettings', SLOT_SETTINGS_ID))?.settings);
  const zone = (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE;
  const { toMs } = sendWindow(item, { settings, zone });
  for (const groupId of targetsOf(item, await tx.all('groups'), sends, toMs)) {
    if (takenBack.has(groupId) || sends.some((send) => send.groupId === groupId)) continue;
    await writeSend(tx, item, groupId, undefined, { state: 'sent', at });
  }
}

export const giveUpSends = defineCommand({
  name: 'sending.giveUp',
  input: z.object({ sends: sendsSchema, at: z.number().int(), reason: reasonSchema }),
  entities: STORES,
  label: ({ sends }) => ({
    zh: `不发了（${sends.length} 次）`,
    en: `Give up ${sends.length} ${sends.length === 1 ? 'sending' : 'sendings'}`,
  }),
  run: async (tx, { sends: wanted, at, reason }) => {
    let count = 0;
    for (const { item, sends, groupIds } of await piecesOf(tx, wanted)) {
      if (isSentAsWhole(item, sends)) continue;
      for (const groupId of groupIds) {
        const known = sends.find((send) => send.groupId === groupId);
        if (known?.state === 'sent') continue;
        await writeSend(tx, item, groupId, known, { state: 'missed', at, reason });
        count += 1;
      }
    }
    if (count === 0) throw new ExpectedError('send-already');
    return { count };
  },
});

/** Plans pieces that some groups missed for another slot; it stays known where they came from. */
export const carryOver = defineCommand({
  name: 'sending.carryOver',
  input: z.object({
    itemIds: z.array(idSchema).min(1).max(500),
    date: daySchema,
    slot: z.enum(SLOTS),
  }),
  entities: STORES,
  label: ({ itemIds, slot }) => ({
    zh: `${itemIds.length} 条顺延到${SLOT_NAMES[slot].zh}`,
    en: `Carry ${itemIds.length} over to the ${SLOT_NAMES[slot].en} slot`,
  }),
  run: async (tx, { itemIds, date, slot }) => {
    const settings = readSlotSettings((await tx.get('modelSettings', SLOT_SETTINGS_ID))?.settings);
    const { from, to } = settings.slots[slot];
    const cell = (await tx.findBy('contentItems', 'date', date)).filter((it) => it.slot === slot);
    let position = Math.max(0, ...cell.map((it) => it.position));
    for (const id of new Set(itemIds)) {
      const item = await tx.get('contentItems', id);
      if (!item) throw new ExpectedError('content-not-found');
      if (item.date === date && item.slot === slot) continue;
      position += 1;
      const holdsTime = item.time !== undefined && item.time >= from && item.time < to;
      await tx.update('contentItems', id, {
        date,
        slot,
        position,
        time: holdsTime ? item.time : undefined,
        carriedFrom: item.carriedFrom ?? { date: item.date, slot: item.slot },
      });
    }
  },
});

/** When it really went out, where it was marked later than it was sent. */
export const setSendTime = defineCommand({
  name: 'sending.setTime',
  input: z.object({ itemId: idSchema, groupId: idSchema, at: z.number().int() }),
  entities: STORES,
  label: () => ({ zh: '修改发送时间', en: 'Change the time of a sending' }),
  run: async (tx, { itemId, groupId, at }) => {
    const item = await tx.get('contentItems', itemId);
    if (!item) throw new ExpectedError('content-not-found');
    const id = sendId(itemId, groupId);
    const send = await tx.get('contentSends', id);
    if (send?.state !== 'sent') throw new ExpectedError('send-not-marked');
    await tx.update('contentSends', id, { at });
    await keepInStep(tx, item);
  },
});
