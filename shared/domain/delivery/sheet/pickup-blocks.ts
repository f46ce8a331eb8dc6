import type { DeliveryOptions, DeliveryOrder } from '../delivery.types';
import { goodsName, pieces, totalGoods } from '../goods.rules';
import { listPickups, personOf } from '../pickup.rules';
import { columnsOf } from './columns';
import type { Sheet } from './delivery-blocks';
import type { Block } from './page-plan';
import {
  boxCell,
  cutBlock,
  fill,
  goodsCell,
  headBlock,
  phoneEnd,
  rowBlock,
  textCell,
  totalBlock,
} from './parts';

/** 自提核对单: who fetches what, with a box to tick and the last four digits to ask for. */
export function pickupSheet(orders: readonly DeliveryOrder[], options: DeliveryOptions): Sheet {
  const { words, pickupOrder, hasCutLines } = options;
  const columns = columnsOf(options);
  const blocks: Block[] = [];
  for (const { name, orders: own } of listPickups(orders, pickupOrder)) {
    const goods = totalGoods(own);
    const nameless = pickupOrder === 'point' ? words.noPoint : words.others;
    const aside = fill(words.counts, { orders: own.length, pieces: pieces(goods) });
    blocks.push(headBlock(columns.length, name === '' ? nameless : name, aside, words.continued));
    for (const order of own) {
      const cells = [
        boxCell,
        textCell(order.externalNo, 'quiet'),
        textCell(personOf(order), 'strong'),
        textCell(phoneEnd(order.receiverPhone), 'door'),
        goodsCell(order, words.noGoods),
        textCell(order.note ?? '', 'quiet'),
      ];
      blocks.push(rowBlock(columns, () => cells));
    }
    if (pickupOrder === 'point') {
      const told = goods.map((it) => `${goodsName(it)} ×${it.quantity}`).join('   ');
      blocks.push(totalBlock(columns.length, `${words.total}  ${told}`));
      if (hasCutLines) blocks.push(cutBlock(columns.length));
    }
  }
  return { columns, blocks, orderCount: orders.length, pieceCount: pieces(totalGoods(orders)) };
}
