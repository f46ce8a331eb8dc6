import type { DeliveryOptions, DeliveryOrder } from './delivery.types';
import { listDeliveries } from './delivery-list.rules';
import { pieces, totalGoods } from './goods.rules';
import { listPickups, personOf } from './pickup.rules';
import { houseName } from './sheet/delivery-blocks';
import { phoneEnd, phoneText } from './sheet/parts';

type CellType = 'text' | 'id' | 'phone' | 'number';
type TableColumn = { title: string; type: CellType };

/** One sheet of a workbook. */
export type DeliveryTable = {
  name: string;
  columns: TableColumn[];
  rows: (string | number)[][];
};

type Options = Pick<DeliveryOptions, 'words' | 'isPhoneMasked' | 'pickupOrder' | 'kind'>;

const TYPES: Partial<Record<keyof DeliveryOptions['words'], CellType>> = {
  number: 'number',
  quantity: 'number',
  orders: 'number',
  phone: 'phone',
  phoneEnd: 'id',
  externalNo: 'id',
  lane: 'id',
  building: 'id',
  unit: 'id',
  room: 'id',
};

/** Phones, doors and numbers of orders stay text. */
const columnsOf = (
  words: DeliveryOptions['words'],
  keys: readonly (keyof DeliveryOptions['words'])[],
): TableColumn[] => keys.map((key) => ({ title: words[key], type: TYPES[key] ?? 'text' }));

function deliveryTable(orders: readonly DeliveryOrder[], options: Options): DeliveryTable {
  const { words, isPhoneMasked } = options;
  const columns = columnsOf(words, [
    'number',
    'estate',
    'lane',
    'building',
    'unit',
    'room',
    'person',
    'phone',
    'product',
    'spec',
    'quantity',
    'note',
    'address',
    'externalNo',
    'campaign',
  ]);
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
  return { name: words.delivery, columns, rows };
}

function pickingTable(orders: readonly DeliveryOrder[], options: Options): DeliveryTable {
  const { words } = options;
  const { houses, unclear } = listDeliveries(orders);
  const columns = columnsOf(words, ['house', 'product', 'spec', 'quantity', 'orders']);
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
  return { name: words.picking, columns, rows };
}

function pickupTable(orders: readonly DeliveryOrder[], options: Options): DeliveryTable {
  const { words, pickupOrder, isPhoneMasked } = options;
  const columns = columnsOf(words, [
    'point',
    'externalNo',
    'person',
    'phoneEnd',
    'phone',
    'goods',
    'quantity',
    'note',
    'taken',
  ]);
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
  return { name: words.pickup, columns, rows };
}

/** The sheet's content as a table for a workbook. */
export function deliveryTableOf(orders: readonly DeliveryOrder[], options: Options): DeliveryTable {
  if (options.kind === 'delivery') return deliveryTable(orders, options);
  return options.kind === 'picking' ? pickingTable(orders, options) : pickupTable(orders, options);
}
