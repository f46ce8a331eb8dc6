import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import { isCounted } from '@shared/domain/orders/order.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import { dayNumber, dayOf } from '@shared/lib/time';
import type { GrowthEntry } from './growth.schema';

/** Days are day numbers of the workspace's zone, `at` is UTC ms. */
export type GrowthOrder = {
  id?: string;
  day: number;
  at: number;
  amountFen: number;
  refundFen: number;
};
export type GrowthEvent = { id?: string; kind: 'share' | 'ugc'; day: number; at: number };
export type GrowthBooking = Omit<GrowthEntry, 'memberId'> & { day: number };

/** Everything that one member's growth value follows from; the order within the lists means nothing. */
export type GrowthFacts = {
  /** Days on which the person was registered; the first one counts, further ones are told. */
  registeredDays: readonly number[];
  /** Counted orders only (`isCounted`). */
  orders: readonly GrowthOrder[];
  events: readonly GrowthEvent[];
  bookings: readonly GrowthBooking[];
};

type Rows = {
  /** UTC ms at which the person became known, if that is stored; else the first order says it. */
  joinedAt: number | undefined;
  /** UTC ms at which the record was made. */
  madeAt: number;
  orders: readonly Pick<Order, 'id' | 'orderedAt' | 'amountFen' | 'refundFen' | 'status'>[];
  interactions: readonly Pick<Interaction, 'id' | 'kind' | 'at'>[];
  entries: readonly GrowthEntry[];
};

/** Facts from stored rows of one member. Registered: joined, else first counted order, else made. */
export function growthFactsOf(rows: Rows, timeZone: string): GrowthFacts {
  const dayAt = (at: number) => dayNumber(dayOf(at, timeZone));
  const orders = rows.orders.filter(isCounted).map(({ id, orderedAt, amountFen, refundFen }) => ({
    id,
    day: dayAt(orderedAt),
    at: orderedAt,
    amountFen,
    refundFen,
  }));
  let first = Number.POSITIVE_INFINITY;
  for (const order of orders) first = Math.min(first, order.at);
  const known = rows.joinedAt ?? (Number.isFinite(first) ? first : rows.madeAt);
  return {
    registeredDays: [dayAt(known)],
    orders,
    events: rows.interactions.flatMap(({ id, kind, at }) =>
      kind === 'share' || kind === 'ugc' ? [{ id, kind, day: dayAt(at), at }] : [],
    ),
    bookings: rows.entries.map(({ memberId: _, ...entry }) => ({ ...entry, day: dayAt(entry.at) })),
  };
}
