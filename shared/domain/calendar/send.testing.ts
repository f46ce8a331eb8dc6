import { startOfDay } from '@shared/lib/time';
import { type ContentItem, contentItemSchema } from './content.schema';
import { type ContentSend, contentSendSchema } from './send.schema';
import { type SendGroup, sendId } from './send-targets.rules';
import type { SendClock } from './send-window.rules';
import { DEFAULT_SLOT_SETTINGS } from './slot-defaults';

/** The day around which the tests of sending happen, a Wednesday. */
export const DAY = '2026-11-18';
const ZONE = 'Asia/Shanghai';
export const CLOCK: SendClock = { settings: DEFAULT_SLOT_SETTINGS, zone: ZONE };

/** UTC ms of a wall time such as `12:05` on a day. */
export function at(clock: string, day = DAY): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return startOfDay(day, ZONE) + (hour * 60 + minute) * 60_000;
}

export const group = (id: string, more: Partial<SendGroup> = {}): SendGroup => ({
  id,
  phase: 'early',
  openedAt: 0,
  ...more,
});

export const item = (more: Partial<ContentItem> = {}): ContentItem =>
  contentItemSchema.parse({
    id: 'i1',
    title: '溯源直播',
    date: DAY,
    slot: 'noon',
    status: 'ready',
    ...more,
  });

export function send(itemId: string, groupId: string, more: Partial<ContentSend>): ContentSend {
  return contentSendSchema.parse({
    id: sendId(itemId, groupId),
    itemId,
    groupId,
    day: DAY,
    slot: 'noon',
    state: 'sent',
    at: at('11:30'),
    ...more,
  });
}
