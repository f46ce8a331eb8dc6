import type { DeliveryOptions, DeliveryOrder } from './delivery.types';
import { listDeliveries } from './delivery-list.rules';
import { pieces, totalGoods } from './goods.rules';
import { listPickups, personOf } from './pickup.rules';
import { houseName } from './sheet/delivery-blocks';
import { phoneEnd, phoneText } from './sheet/parts';

/** One sheet of a workbook: names, then rows of texts and numbers. */
export type DeliveryTable = { name: string; rows: (string | number)[][] };

type Options = Pick<DeliveryOptions, 'words' | 'isPhoneMasked' | 'pickupOrder' | 'kind'>;

function deliveryTable(orders: readonly DeliveryOrder[], options: Options): DeliveryTable {
  const { words, isPhoneMasked } = options;
  const head = [
    words.number,
    words.estate,
    words.lane,
    words.building,
    words.unit,
    words.room,
    words.person,
    words.phone,
    words.product,
    words.spec,
    words.quantity,
    words.note,
    words.address,
    words.externalNo,
    words.campaign,
  ];
  const { houses, unclear } = listDeliveries(orders);
  const stops = [
    ...houses.flatMap(({ stops: own }) => own),
    ...unclear.map((order) => ({ order, building: undefined })),
  ];
  const rows = stops.flatMap(({ order, building }, at) => {
    const { estate = '', lane = '', building: house = '', unit = '', room = '' } = building ?? {};
    const lines = order.lines.length > 0 ? order.lines : [{ product: '', spec: '', quantity: 0 }];
    return lines.map(({ product, spec = '', quantity }) => [
      at + 1,
      estate,
      lane,
      house,
      unit,
      room,
      personOf(order),
      phoneText(order.receiverPhone, isPhoneMasked),
      product,
      spec,
      quantity,
      order.note ?? '',
      order.address ?? '',
      order.externalNo,
      order.campaign ?? '',
    ]);
  });
  return { name: words.delivery, rows: [head, ...rows] };
}

function pickingTable(orders: readonly DeliveryOrder[], options: Options): DeliveryTable {
  const { words } = options;
  const { houses, unclear } = listDeliveries(orders);
  const head = [words.house, words.product, words.spec, words.quantity, words.orders];
  const section = (name: string, own: readonly DeliveryOrder[]) =>
    totalGoods(own).map((it) => [name, it.product, it.spec, it.quantity, it.orders]);
  const rows = [
    ...section(words.allGoods, orders),
    ...houses.flatMap(({ building, stops }) =>
      section(
        houseName(building, options),
        stops.map(({ order }) => order),
      ),
    ),
    ...section(words.unclear, unclear),
  ];
  return { name: words.picking, rows: [head, ...rows] };
}

function pickupTable(orders: readonly DeliveryOrder[], options: Options): DeliveryTable {
  const { words, pickupOrder, isPhoneMasked } = options;
  const head = [
    words.point,
    words.externalNo,
    words.person,
    words.phoneEnd,
    words.phone,
    words.goods,
    words.quantity,
    words.note,
    words.taken,
  ];
  const rows = listPickups(orders, pickupOrder).flatMap(({ orders: own }) =>
    own.map((order) => [
      order.point,
      order.externalNo,
      personOf(order),
      phoneEnd(order.receiverPhone),
      phoneText(order.receiverPhone, isPhoneMasked),
      order.lines
        .map(({ product, spec, quantity }) => `${product}${spec ? ` ${spec}` : ''} ×${quantity}`)
        .join('；'),
      pieces(totalGoods([order])),
      order.note ?? '',
      '',
    ]),
  );
  return { name: words.pickup, rows: [head, ...rows] };
}

/** The sheet's content as a table for a workbook; phones and numbers of orders stay text. */
export function deliveryTableOf(orders: readonly DeliveryOrder[], options: Options): DeliveryTable {
  if (options.kind === 'delivery') return deliveryTable(orders, options);
  return options.kind === 'picking' ? pickingTable(orders, options) : pickupTable(orders, options);
}
