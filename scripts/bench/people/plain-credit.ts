import { SLOTS } from '@shared/domain/calendar/slots';
import { addDays } from '@shared/lib/time';
import { CONTENT_SIZE, groupName } from './content-commands';

export type PlainOrder = { memberId: string; at: number };

const SLOT_HOURS = ['06', '11', '17', '20'];

type PlainSending = { item: number; group: string | undefined; at: number };

/** The items of `bench.fillContent` as they went out, oldest first, by their making alone. */
export function plainSendings(firstDay: string): PlainSending[] {
  const sendings = Array.from({ length: CONTENT_SIZE.items }, (_, item) => {
    const day = addDays(firstDay, item % CONTENT_SIZE.days);
    const hour = SLOT_HOURS[item % SLOTS.length];
    const group = item % 3 === 0 ? undefined : groupName((item * 7) % CONTENT_SIZE.groups);
    return { item, group, at: Date.parse(`${day}T${hour}:00:00+08:00`) };
  });
  return sendings.sort((a, b) => a.at - b.at || a.item - b.item);
}

/** Orders by item as a plain loop counts them: each for the last sending that its buyer got. */
export function plainCredit(
  orders: readonly PlainOrder[],
  sendings: readonly PlainSending[],
  groupOf: (memberId: string) => string,
  windowMs: number,
): number[] {
  const counts = new Array<number>(CONTENT_SIZE.items).fill(0);
  for (const { memberId, at } of orders) {
    const own = groupOf(memberId);
    for (let k = sendings.length - 1; k >= 0; k -= 1) {
      const sending = sendings[k];
      if (!sending || sending.at > at) continue;
      if (at - sending.at >= windowMs) break;
      if (sending.group !== undefined && sending.group !== own) continue;
      counts[sending.item] = (counts[sending.item] ?? 0) + 1;
      break;
    }
  }
  return counts;
}
