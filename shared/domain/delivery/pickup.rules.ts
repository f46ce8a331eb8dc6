import type { DeliveryOrder, PickupOrder } from './delivery.types';

/** One section of the check list: a pick-up point or a letter; `''` for what has none. */
export type PickupSection = { name: string; orders: DeliveryOrder[] };

const collator = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });
/** The first characters of each letter in the order of 拼音; i, u and v begin no syllable. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥仨他屲夕丫帀';
/** Surnames that are read otherwise than the character is elsewhere. */
const SURNAMES: Record<string, string> = {
  曾: 'Z',
  单: 'S',
  解: 'X',
  仇: 'Q',
  区: 'O',
  查: 'Z',
  翟: 'Z',
  盖: 'G',
  尉: 'Y',
};
const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';

export const personOf = ({ receiver, buyer }: DeliveryOrder): string => receiver || buyer;

/** The letter under which a name is looked for, by the reading of its first character as a surname. */
export function initialOf(name: string): string {
  const bare = name.normalize('NFKC').replace(/^[^\p{L}\p{N}]+/u, '');
  const first = [...bare][0] ?? '';
  if (/[a-z]/i.test(first)) return first.toUpperCase();
  if (!/[\u4e00-\u9fff]/.test(first)) return '';
  let letter = '';
  const surname = SURNAMES[first];
  if (surname !== undefined) return surname;
  [...FIRSTS].forEach((boundary, at) => {
    if (collator.compare(first, boundary) >= 0) letter = LETTERS[at] ?? '';
  });
  return letter;
}

/** Who fetches what: by pick-up point or by letter, and by name within; nameless sections last. */
export function listPickups(orders: readonly DeliveryOrder[], by: PickupOrder): PickupSection[] {
  const sections = new Map<string, DeliveryOrder[]>();
  for (const order of orders) {
    const name = by === 'point' ? order.point : initialOf(personOf(order));
    const known = sections.get(name);
    if (known) known.push(order);
    else sections.set(name, [order]);
  }
  const byName = (a: DeliveryOrder, b: DeliveryOrder) =>
    collator.compare(personOf(a), personOf(b)) || collator.compare(a.externalNo, b.externalNo);
  return [...sections]
    .map(([name, list]) => ({ name, orders: list.sort(byName) }))
    .sort(
      (a, b) => Number(a.name === '') - Number(b.name === '') || collator.compare(a.name, b.name),
    );
}
