import type { Random } from '../random';

const GOODS = ['鲜果', '水果', '蔬菜', '生鲜', '粮油', '便利店', '熟食', '早点', '副食', '小吃'];
const ONLINE = ['优选', '小铺', '团购', '严选', '好物', '甄选', '的小店', '鲜生活'];
const CUTE = ['阿禾', '小满', '田里', '青禾', '豆芽', '橙子', '山野', '米花', '初一', '栗子'];

/** A shop in the street: what the group's leader writes into the list. */
export function shopName(random: Random, surname: string, place: string): string {
  const goods = random.pick(GOODS);
  const roll = random.unit();
  if (roll < 0.5) return `${surname}记${goods}`;
  if (roll < 0.8) return `${place}${random.pick(['生鲜驿站', '便民超市', '水果铺', '蔬果店'])}`;
  return `老${surname}${goods === '便利店' ? '便利' : goods}店`;
}

/** Somebody who sells on from their own groups and moments. */
export const onlineShopName = (random: Random): string =>
  `${random.pick(CUTE)}${random.pick(ONLINE)}`;
