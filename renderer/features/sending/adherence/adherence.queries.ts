import {
  ADHERENCE_TAIL_DAYS,
  type PlannedSend,
  plannedBetween,
  plannedSends,
} from '@shared/domain/calendar/send-adherence.rules';
import { addDays } from '@shared/lib/time';
import { readDb } from '@/db/read';
import { readClock } from '../day-list.queries';

/** What was planned from one day to another (both included) and whose slot is over at `nowMs`. */
export async function readPlanned(from: string, to: string, nowMs: number): Promise<PlannedSend[]> {
  const until = addDays(to, ADHERENCE_TAIL_DAYS);
  const [clock, groups, items, planned] = await Promise.all([
    readClock(),
    readDb.rows('groups').all(),
    readDb.rows('contentItems').between('date', from, until),
    readDb.rows('contentSends').between('day', from, until),
  ]);
  const own = await readDb.rows('contentSends').byAny(
    'itemId',
    items.map(({ id }) => id),
  );
  const sends = [...new Map([...own, ...planned].map((send) => [send.id, send])).values()];
  return plannedBetween(plannedSends({ items, groups, sends, nowMs, clock }), from, to);
}
