import type { OrderLine, OrderStatus } from '@shared/domain/orders/order.schema';
import type { Random } from '../random';
import type { SampleOptions } from './options';

export type Outcome = { status: OrderStatus; refundFen: number; note?: string };

const REFUND_NOTES = ['坏果补偿', '少发补退', '叶子黄了，退差价', '破损退款', '缺货退款'];
const BUYER_NOTES = [
  '放门口就行',
  '请放丰巢柜',
  '不要香菜',
  '晚上7点后送',
  '到了打电话',
  '挑熟一点的',
  '家里有老人，慢点敲门',
  '和楼下王阿姨一起送',
  '鸡蛋包好一点，谢谢',
];

export const buyerNote = (random: Random): string | undefined =>
  random.isHit(0.07) ? random.pick(BUYER_NOTES) : undefined;

/** What became of an order that is `ageDays` old on the last day. About 2 % see money go back. */
export function outcomeOf(
  random: Random,
  lines: readonly OrderLine[],
  amountFen: number,
  ageDays: number,
  options: SampleOptions,
): Outcome {
  const roll = random.unit();
  if (options.hasUnpaid && roll < 0.022) return { status: 'cancelled', refundFen: 0 };
  if (options.hasUnpaid && ageDays === 0 && roll < 0.07) return { status: 'pending', refundFen: 0 };
  if (ageDays >= 1 && roll > 0.992) {
    return { status: 'refunded', refundFen: amountFen, note: random.pick(REFUND_NOTES) };
  }
  const status = ageDays === 0 ? 'paid' : ageDays === 1 ? 'shipped' : 'delivered';
  if (ageDays >= 1 && roll > 0.98) {
    const line = lines[random.below(lines.length)];
    const share = random.isHit(0.5) ? 1 : 0.5;
    const refundFen = Math.min(amountFen, Math.round((line?.amountFen ?? 0) * share));
    return { status, refundFen, note: random.pick(REFUND_NOTES) };
  }
  return { status, refundFen: 0 };
}
