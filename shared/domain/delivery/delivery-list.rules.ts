import { type Building, compareBuildings, doorKey, houseKey, readBuilding } from './building.rules';
import type { DeliveryOrder } from './delivery.types';
import { type Goods, totalGoods } from './goods.rules';

/** One order at its door; `isSameDoor`: the order above goes there as well. */
export type Stop = { order: DeliveryOrder; building: Building; isSameDoor: boolean };

/** Everything for one building, in the order in which one walks through it. */
export type House = { key: string; building: Building; stops: Stop[]; goods: Goods[] };

export type DeliveryList = { houses: House[]; unclear: DeliveryOrder[] };

const firstProduct = (order: DeliveryOrder) => order.lines[0]?.product ?? '';
const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Addresses come again with every order of a household: each is read once. */
function buildingReader(): (address: string) => Building {
  const known = new Map<string, Building>();
  return (address) => {
    const before = known.get(address);
    if (before) return before;
    const building = readBuilding(address);
    known.set(address, building);
    return building;
  };
}

/**
 * Orders by estate, building, unit, room and product, put together by building. An address without
 * a building is nothing to walk to: those orders come apart, as `unclear`, in the order given.
 */
export function listDeliveries(orders: readonly DeliveryOrder[]): DeliveryList {
  const read = buildingReader();
  const unclear: DeliveryOrder[] = [];
  const clear: { order: DeliveryOrder; building: Building }[] = [];
  for (const order of orders) {
    const building = read(order.address ?? '');
    if (building.building === '') unclear.push(order);
    else clear.push({ order, building });
  }
  clear.sort(
    (a, b) =>
      compareBuildings(a.building, b.building) ||
      collator.compare(firstProduct(a.order), firstProduct(b.order)) ||
      collator.compare(a.order.externalNo, b.order.externalNo),
  );
  const houses: House[] = [];
  for (const { order, building } of clear) {
    const key = houseKey(building);
    let house = houses.at(-1);
    if (house?.key !== key) {
      house = { key, building, stops: [], goods: [] };
      houses.push(house);
    }
    const last = house.stops.at(-1);
    const isSameDoor = last !== undefined && doorKey(last.building) === doorKey(building);
    house.stops.push({ order, building, isSameDoor });
  }
  for (const house of houses) house.goods = totalGoods(house.stops.map(({ order }) => order));
  return { houses, unclear };
}
