import { type Building, doorLabel } from '../building.rules';
import type { DeliveryOptions, DeliveryOrder } from '../delivery.types';
import { type DeliveryList, type House, listDeliveries } from '../delivery-list.rules';
import { goodsName, pieces, totalGoods } from '../goods.rules';
import { personOf } from '../pickup.rules';
import { columnsOf } from './columns';
import type { Block, Column } from './page-plan';
import {
  boxCell,
  cutBlock,
  fill,
  goodsCell,
  headBlock,
  phoneText,
  rowBlock,
  textCell,
  totalBlock,
} from './parts';

export type Sheet = { columns: Column[]; blocks: Block[]; orderCount: number; pieceCount: number };

export function houseName(building: Building, options: Pick<DeliveryOptions, 'words'>): string {
  const { estate } = building;
  const house = doorLabel({ ...building, unit: '', room: '' });
  return `${estate === '' ? options.words.noEstate : estate} ${house}`;
}

function houseBlocks(
  house: House,
  columns: Column[],
  next: () => number,
  options: DeliveryOptions,
): Block[] {
  const { words, isPhoneMasked, hasCutLines } = options;
  const name = houseName(house.building, options);
  const aside = fill(words.counts, { orders: house.stops.length, pieces: pieces(house.goods) });
  const rows = house.stops.map(({ order, building, isSameDoor }) => {
    const number = textCell(String(next()), 'quiet');
    const door = doorLabel({ ...building, lane: '', building: '' });
    const rest = building.rest === '' ? '' : ` ${building.rest}`;
    const told = {
      lines: [`${door}${rest} `],
      html: textCell(door, 'door').html + textCell(rest, 'quiet').html,
    };
    const others = [
      textCell(personOf(order)),
      textCell(phoneText(order.receiverPhone, isPhoneMasked)),
      goodsCell(order, words.noGoods),
      textCell(order.note ?? '', 'quiet'),
      boxCell,
    ];
    return rowBlock(columns, (isFirst) => [
      number,
      isSameDoor && !isFirst ? textCell(words.sameDoor, 'quiet') : told,
      ...others,
    ]);
  });
  const goods = house.goods.map((it) => `${goodsName(it)} ×${it.quantity}`).join('   ');
  return [
    headBlock(columns.length, name, aside, words.continued),
    ...rows,
    totalBlock(columns.length, `${words.houseTotal}  ${goods}`),
    ...(hasCutLines ? [cutBlock(columns.length)] : []),
  ];
}

function unclearBlocks(
  list: DeliveryList,
  columns: Column[],
  next: () => number,
  options: DeliveryOptions,
): Block[] {
  const { words, isPhoneMasked } = options;
  if (list.unclear.length === 0) return [];
  const aside = fill(words.counts, {
    orders: list.unclear.length,
    pieces: pieces(totalGoods(list.unclear)),
  });
  const rows = list.unclear.map((order) => {
    const cells = [
      textCell(String(next()), 'quiet'),
      textCell(order.address ?? '—'),
      textCell(personOf(order)),
      textCell(phoneText(order.receiverPhone, isPhoneMasked)),
      goodsCell(order, words.noGoods),
      textCell(order.note ?? '', 'quiet'),
      boxCell,
    ];
    return rowBlock(columns, () => cells);
  });
  return [
    headBlock(columns.length, `${words.unclear} ${words.unclearHint}`, aside, words.continued),
    ...rows,
  ];
}

/** 派送单: building by building, door by door; unclear addresses at the end. */
export function deliverySheet(orders: readonly DeliveryOrder[], options: DeliveryOptions): Sheet {
  const list = listDeliveries(orders);
  const columns = columnsOf(options);
  let number = 0;
  const next = () => {
    number += 1;
    return number;
  };
  const blocks = list.houses.flatMap((house) => houseBlocks(house, columns, next, options));
  blocks.push(...unclearBlocks(list, columns, next, options));
  return { columns, blocks, orderCount: orders.length, pieceCount: pieces(totalGoods(orders)) };
}
