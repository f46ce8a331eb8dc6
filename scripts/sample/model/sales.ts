import type { Order } from '@shared/domain/orders/order.schema';
import { dayText, instant, monthOf } from '../clock';
import { shelves } from '../goods/shelf';
import { RisingIds } from '../ids';
import { Random } from '../random';
import { fillBasket } from './baskets';
import { campaignOf } from './campaigns';
import { Demand } from './demand';
import { type SampleOptions, withDefaults } from './options';
import { buyerNote, outcomeOf } from './outcomes';
import { everybody, type Person } from './people';

/** An order with what only a platform knows of it. */
export type Sale = {
  order: Order;
  personIndex: number;
  person: Person;
  /** Number within the day's group purchase, from 1. */
  campaignNo: number;
  goodsFen: number;
  discountFen: number;
  shippingFen: number;
};

const FREE_FROM_FEN = 2990;

/** Coupons as groups give them: ¥5 off from ¥59, ¥10 off from ¥99. */
function discountOf(random: Random, goodsFen: number): number {
  if (goodsFen >= 9900 && random.isHit(0.16)) return 1000;
  return goodsFen >= 5900 && random.isHit(0.14) ? 500 : 0;
}

const scaleOf = (person: Person): number =>
  person.member.identity === 'store' ? 4 : person.member.identity === 'online' ? 2.5 : 1;

/** All orders in the order of their times, one array per day. */
export function* generateSales(
  options: SampleOptions,
  people: readonly Person[],
): Generator<Sale[]> {
  const demand = new Demand(people, options, options.orders);
  const visits = new Random(options.seed, 2);
  const random = new Random(options.seed, 3);
  const byMonth = shelves(options.seed);
  const ids = new RisingIds();
  let serial = 0;
  for (let day = demand.firstDay; day <= demand.lastDay; day++) {
    const shelf = byMonth[monthOf(day)];
    const campaign = campaignOf(day);
    const stamp = dayText(day).replaceAll('-', '');
    if (!shelf) throw new Error('a month without a shelf');
    const sales: Sale[] = [];
    for (const { personIndex, second } of demand.visitsOf(day, visits)) {
      const person = people[personIndex];
      if (!person) throw new Error('a visit of nobody');
      const { lines, goodsFen } = fillBasket(random, person.persona, shelf, scaleOf(person));
      const discountFen = discountOf(random, goodsFen);
      const shippingFen = goodsFen < FREE_FROM_FEN && random.isHit(0.12) ? 300 : 0;
      const amountFen = goodsFen - discountFen + shippingFen;
      const outcome = outcomeOf(random, lines, amountFen, demand.lastDay - day, options);
      const note = outcome.note ?? buyerNote(random);
      const orderedAt = instant(day, second);
      serial++;
      const order: Order = {
        id: ids.next(orderedAt, random.uint32(), random.uint32()),
        externalNo: `E${stamp}${String(second).padStart(5, '0')}${String(serial).padStart(8, '0')}`,
        campaign,
        memberId: person.member.id,
        orderedAt,
        amountFen,
        refundFen: outcome.refundFen,
        status: outcome.status,
        lines,
        receiver: person.member.name,
        receiverPhone: person.member.phone ?? '',
        address: person.member.address ?? '',
        ...(note ? { note } : {}),
      };
      sales.push({
        order,
        personIndex,
        person,
        campaignNo: sales.length + 1,
        goodsFen,
        discountFen,
        shippingFen,
      });
    }
    yield sales;
  }
}

/** Rows for the store in the order of their times and ids, a few thousand at a time. */
export function* generateOrders(
  options: Partial<SampleOptions> & { chunkSize?: number } = {},
): Generator<Order[]> {
  const { chunkSize = 4096, ...rest } = options;
  const settings = withDefaults(rest);
  let chunk: Order[] = [];
  for (const sales of generateSales(settings, everybody(settings))) {
    for (const sale of sales) {
      chunk.push(sale.order);
      if (chunk.length < chunkSize) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
