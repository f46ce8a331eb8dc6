import type { DeliveryOptions, DeliveryOrder } from '../delivery.types';
import { listDeliveries } from '../delivery-list.rules';
import { type Goods, pieces, totalGoods } from '../goods.rules';
import { columnsOf } from './columns';
import { houseName, type Sheet } from './delivery-blocks';
import type { Block, Column } from './page-plan';
import { boxCell, fill, headBlock, rowBlock, textCell } from './parts';

function goodsRows(goods: readonly Goods[], columns: Column[]): Block[] {
  return goods.map(({ product, spec, quantity, orders }) => {
    const cells = [
      boxCell,
      textCell(product),
      textCell(spec),
      textCell(String(quantity), 'door'),
      textCell(String(orders), 'quiet'),
    ];
    return rowBlock(columns, () => cells);
  });
}

/** 拣货单: everything that is needed, then what each building gets. */
export function pickingSheet(orders: readonly DeliveryOrder[], options: DeliveryOptions): Sheet {
  const { words } = options;
  const columns = columnsOf(options);
  const section = (title: string, goods: readonly Goods[], orderCount: number): Block[] => [
    headBlock(
      columns.length,
      title,
      fill(words.counts, { orders: orderCount, pieces: pieces(goods) }),
      words.continued,
    ),
    ...goodsRows(goods, columns),
  ];
  const all = totalGoods(orders);
  const { houses, unclear } = listDeliveries(orders);
  const blocks = section(words.allGoods, all, orders.length);
  for (const house of houses) {
    blocks.push(...section(houseName(house.building, options), house.goods, house.stops.length));
  }
  if (unclear.length > 0 && houses.length > 0) {
    blocks.push(...section(words.unclear, totalGoods(unclear), unclear.length));
  }
  return { columns, blocks, orderCount: orders.length, pieceCount: pieces(all) };
}
