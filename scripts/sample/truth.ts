import type { OrderStatus } from '@shared/domain/orders/order.schema';
import type { SampleOptions } from './model/options';
import type { Person } from './model/people';
import type { Sale } from './model/sales';
import { PERSONAS } from './personas';

/** Per member: what counts as bought, i.e. neither waiting for payment nor called off. */
export type MemberTotals = {
  orderCount: number;
  amountFen: number;
  refundFen: number;
  refundedOrders: number;
  lastOrderAt: number;
};

type StatusTotals = { orders: number; amountFen: number };

const isBought = (status: OrderStatus): boolean => status !== 'pending' && status !== 'cancelled';

/** Adds up what is written while it is written, in the terms that an import is compared by. */
export class Tally {
  private readonly people: readonly Person[];
  private readonly orderCount: Int32Array;
  private readonly anyOrder: Int32Array;
  private readonly amountFen: Float64Array;
  private readonly refundFen: Float64Array;
  private readonly refundedOrders: Int32Array;
  private readonly lastOrderAt: Float64Array;
  private readonly byStatus: Partial<Record<OrderStatus, StatusTotals>> = {};
  private orders = 0;
  private lines = 0;
  private pieces = 0;
  private firstAt = Number.POSITIVE_INFINITY;
  private lastAt = 0;

  constructor(people: readonly Person[]) {
    this.people = people;
    this.orderCount = new Int32Array(people.length);
    this.anyOrder = new Int32Array(people.length);
    this.refundedOrders = new Int32Array(people.length);
    this.amountFen = new Float64Array(people.length);
    this.refundFen = new Float64Array(people.length);
    this.lastOrderAt = new Float64Array(people.length);
  }

  add({ order, personIndex: i }: Sale): void {
    this.orders++;
    this.lines += order.lines.length;
    for (const line of order.lines) this.pieces += line.quantity;
    this.firstAt = Math.min(this.firstAt, order.orderedAt);
    this.lastAt = Math.max(this.lastAt, order.orderedAt);
    const status = this.byStatus[order.status] ?? { orders: 0, amountFen: 0 };
    status.orders++;
    status.amountFen += order.amountFen;
    this.byStatus[order.status] = status;
    this.anyOrder[i] = (this.anyOrder[i] ?? 0) + 1;
    if (!isBought(order.status)) return;
    this.orderCount[i] = (this.orderCount[i] ?? 0) + 1;
    this.amountFen[i] = (this.amountFen[i] ?? 0) + order.amountFen;
    this.refundFen[i] = (this.refundFen[i] ?? 0) + order.refundFen;
    if (order.refundFen > 0) this.refundedOrders[i] = (this.refundedOrders[i] ?? 0) + 1;
    this.lastOrderAt[i] = order.orderedAt;
  }

  totalsOf(i: number): MemberTotals {
    return {
      orderCount: this.orderCount[i] ?? 0,
      amountFen: this.amountFen[i] ?? 0,
      refundFen: this.refundFen[i] ?? 0,
      refundedOrders: this.refundedOrders[i] ?? 0,
      lastOrderAt: this.lastOrderAt[i] ?? 0,
    };
  }

  /** Known people to compare one by one: the busiest, some in the middle, one order, a refund. */
  private samplePeople(): number[] {
    const buyers = this.people.map((_, i) => i).filter((i) => (this.orderCount[i] ?? 0) > 0);
    const byCount = buyers.sort(
      (a, b) => (this.orderCount[b] ?? 0) - (this.orderCount[a] ?? 0) || a - b,
    );
    const at = (share: number) => byCount[Math.floor(share * (byCount.length - 1))];
    const picks = [at(0), at(0.1), at(0.25), at(0.5), at(0.75), at(1)];
    picks.push(byCount.find((i) => (this.refundFen[i] ?? 0) > 0));
    picks.push(byCount.find((i) => this.people[i]?.isStranger));
    return [...new Set(picks)].filter((i) => i !== undefined);
  }

  truth(options: SampleOptions) {
    const roster = this.people.filter((person) => !person.isStranger);
    const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
    const buyers = Array.from(this.anyOrder).filter((count) => count > 0).length;
    const newMembers = this.people.filter((person, i) => person.isStranger && this.anyOrder[i]);
    return {
      seed: options.seed,
      endDay: options.endDay,
      days: options.days,
      members: {
        roster: roster.length,
        withPhone: roster.filter((person) => person.member.phone).length,
        /** Buyers whose phone is on no roster: importing the orders adds them. */
        newFromOrders: newMembers.length,
        afterBothImports: roster.length + newMembers.length,
        byPersona: Object.fromEntries(
          PERSONAS.map((name) => [name, roster.filter((p) => p.persona === name).length]),
        ),
        byIdentity: countBy(roster.map((person) => person.member.identity)),
      },
      orders: {
        count: this.orders,
        lines: this.lines,
        pieces: this.pieces,
        distinctBuyers: buyers,
        /** Paid amounts of orders that are neither pending nor cancelled, before refunds. */
        gmvFen: sum(this.amountFen),
        refundFen: sum(this.refundFen),
        refundedOrders: sum(this.refundedOrders),
        byStatus: this.byStatus,
        firstOrderedAt: this.firstAt,
        lastOrderedAt: this.lastAt,
      },
      people: this.samplePeople().map((i) => ({
        name: this.people[i]?.member.name,
        phone: this.people[i]?.member.phone,
        persona: this.people[i]?.persona,
        isOnRoster: !this.people[i]?.isStranger,
        allOrders: this.anyOrder[i],
        ...this.totalsOf(i),
      })),
    };
  }
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
