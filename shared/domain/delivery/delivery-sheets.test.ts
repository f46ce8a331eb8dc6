import { describe, expect, it } from 'vitest';
import type { DeliveryOptions, DeliveryOrder, DeliveryWords } from './delivery.types';
import { listDeliveries } from './delivery-list.rules';
import { deliveryTableOf } from './delivery-table.rules';
import { totalGoods } from './goods.rules';
import { initialOf, listPickups } from './pickup.rules';
import { deliveryDocument, deliveryPages } from './sheet/delivery-document';

const WORDS = new Proxy({} as DeliveryWords, {
  get: (_, key) =>
    key === 'counts'
      ? '{{orders}}单{{pieces}}件'
      : key === 'page'
        ? '{{n}}/{{total}}'
        : String(key),
});
const OPTIONS: DeliveryOptions = {
  kind: 'delivery',
  title: '城东鲜果团 1 群',
  dateText: '11月22日',
  rowsPerPage: 30,
  isPhoneMasked: true,
  hasCutLines: true,
  pickupOrder: 'point',
  language: 'zh-CN',
  words: WORDS,
};

let made = 0;
function order(
  address: string,
  goods: Record<string, number>,
  fields: Partial<DeliveryOrder> = {},
): DeliveryOrder {
  made += 1;
  return {
    id: `o${made}`,
    externalNo: String(made),
    lines: Object.entries(goods).map(([product, quantity]) => ({ product, quantity })),
    receiver: `团员${made}`,
    receiverPhone: '+8613800138000',
    address,
    buyer: `买家${made}`,
    point: '东门',
    ...fields,
  };
}

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('orders by building', () => {
  const orders = [
    order('阳光花园12栋301', { 苹果: 1 }),
    order('阳光花园2栋1101', { 梨: 1 }),
    order('东门菜鸟驿站', { 苹果: 1 }),
    order('阳光花园2-502', { 苹果: 2 }),
    order('阳光花园小区2幢502室', { 梨: 3 }),
    order('翠竹苑1栋101', { 苹果: 1 }),
  ];
  const list = listDeliveries(orders);

  it('walks estates, buildings and rooms in order and tells the same door', () => {
    expect(list.houses.map(({ key }) => key)).toEqual(['翠竹苑||1', '阳光花园||2', '阳光花园||12']);
    expect(
      list.houses[1]?.stops.map(({ order: it, isSameDoor }) => [it.address, isSameDoor]),
    ).toEqual([
      ['阳光花园小区2幢502室', false],
      ['阳光花园2-502', true],
      ['阳光花园2栋1101', false],
    ]);
  });

  it('adds each building up and loses no order', () => {
    expect(list.houses[1]?.goods.map(({ product, quantity }) => [product, quantity])).toEqual([
      ['梨', 4],
      ['苹果', 2],
    ]);
    expect(list.unclear.map(({ address }) => address)).toEqual(['东门菜鸟驿站']);
    const placed = list.houses.flatMap(({ stops }) => stops).length + list.unclear.length;
    expect(placed).toBe(orders.length);
  });

  it('prints doors, totals, folded addresses and unclear ones', () => {
    const [page = ''] = deliveryPages(orders, OPTIONS).pages;
    const text = plain(page);
    for (const words of [
      '城东鲜果团 1 群',
      '11月22日',
      '阳光花园 2栋',
      'sameDoor',
      'houseTotal 梨 ×4 苹果 ×2',
      '东门菜鸟驿站',
      '138****8000',
      '6单9件',
      '1/1',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('13800138000');
    expect(page).toContain('scissors');
  });

  it('shows phones whole and leaves cut lines out when asked to', () => {
    const [page = ''] = deliveryPages(orders, {
      ...OPTIONS,
      isPhoneMasked: false,
      hasCutLines: false,
    }).pages;
    expect(page).toContain('13800138000');
    expect(page).not.toContain('scissors');
  });
});

describe('pages', () => {
  const many = Array.from({ length: 130 }, (_, n) =>
    order(`阳光花园${1 + Math.floor(n / 40)}栋${101 + (n % 40)}`, { 苹果: 1 + (n % 3) }),
  );

  it('hold no more rows than asked, repeat the building and number themselves', () => {
    const { pages } = deliveryPages(many, { ...OPTIONS, rowsPerPage: 20 });
    expect(pages.length).toBeGreaterThanOrEqual(7);
    for (const page of pages) expect(page.split('class="box"').length - 1).toBeLessThanOrEqual(20);
    expect(plain(pages[1] ?? '')).toContain('阳光花园 1栋 continued');
    expect(plain(pages[2] ?? '')).toContain(`3/${pages.length}`);
  });

  it('hold every order exactly once, whatever the rows per page', () => {
    for (const rowsPerPage of [5, 17, 43, 200]) {
      const text = deliveryPages(many, { ...OPTIONS, rowsPerPage }).pages.join('');
      for (const { receiver = '' } of many) expect(text.split(`>${receiver}<`).length - 1).toBe(1);
    }
  });

  it('tell the address again at the top of a page instead of "as above"', () => {
    const sameDoor = Array.from({ length: 8 }, () => order('阳光花园2栋502', { 苹果: 1 }));
    const { pages } = deliveryPages(sameDoor, { ...OPTIONS, rowsPerPage: 4 });
    for (const page of pages) expect(page.indexOf('502')).toBeLessThan(page.indexOf('sameDoor'));
  });

  it('show text of people as text, never as markup', () => {
    const evil = order(
      '阳光花园2栋502',
      { '<b>苹果</b>': 1 },
      { note: '<script>x</script>', receiver: '"&\'' },
    );
    const { pages } = deliveryPages([evil], { ...OPTIONS, title: '<i>群</i>' });
    const html = deliveryDocument(pages, { ...OPTIONS, title: '<i>群</i>' });
    expect(html).not.toMatch(/<script|<b>苹果|<i>群/);
    expect(html).toContain('&lt;b&gt;苹果&lt;/b&gt;');
    expect(html).not.toMatch(/ style="/);
  });

  it('of 10 000 orders are laid out in a moment and stay within what a print job may hold', () => {
    const big = Array.from({ length: 10_000 }, (_, n) =>
      order(`阳光花园${n % 60}栋${1 + (n % 3)}单元${100 + (n % 900)}`, { 苹果: 1, 梨: 2 }),
    );
    const began = performance.now();
    const { pages } = deliveryPages(big, OPTIONS);
    expect(performance.now() - began).toBeLessThan(8000);
    expect(deliveryDocument(pages, OPTIONS).length).toBeLessThan(20_000_000);
  });
});

describe('picking and pick-up', () => {
  const orders = [
    order('阳光花园2栋502', { 苹果: 2 }, { point: '东门', receiver: '张敏' }),
    order('阳光花园2栋503', { 苹果: 0.5, 梨: 1 }, { point: '', receiver: '安可' }),
    order('阳光花园2栋503', { 梨: 1 }, { point: '东门', receiver: 'Bella' }),
    order('阳光花园2栋504', {}, { point: '北门', receiver: '🌸' }),
  ];

  it('adds products up to the half', () => {
    expect(
      totalGoods(orders).map(({ product, quantity, orders: n }) => [product, quantity, n]),
    ).toEqual([
      ['梨', 2, 2],
      ['苹果', 2.5, 2],
    ]);
  });

  it('lists by pick-up point with the nameless one last, or by letter', () => {
    expect(listPickups(orders, 'point').map(({ name, orders: own }) => [name, own.length])).toEqual(
      [
        ['北门', 1],
        ['东门', 2],
        ['', 1],
      ],
    );
    expect(listPickups(orders, 'alphabet').map(({ name }) => name)).toEqual(['A', 'B', 'Z', '']);
  });

  it.each([
    ['阿强', 'A'],
    ['张敏', 'Z'],
    ['曾可', 'Z'],
    ['🌸小美', 'X'],
    ['bella', 'B'],
    ['12-301', ''],
    ['', ''],
  ])('looks %s up under %s', (name, letter) => {
    expect(initialOf(name)).toBe(letter);
  });

  it('prints boxes and the last four digits only', () => {
    const text = deliveryPages(orders, { ...OPTIONS, kind: 'pickup' }).pages.join('');
    expect(text.split('class="box"').length - 1).toBe(4);
    expect(text).toContain('>8000<');
    expect(text).not.toMatch(/138\*|13800138000/);
  });

  it('makes tables whose quantities agree with the totals', () => {
    for (const kind of ['delivery', 'picking', 'pickup'] as const) {
      const { columns, rows: body } = deliveryTableOf(orders, { ...OPTIONS, kind });
      const at = columns.findIndex(({ title }) => title === 'quantity');
      const own = kind === 'picking' ? body.filter(([house]) => house === 'allGoods') : body;
      expect(own.reduce((sum, row) => sum + Number(row[at]), 0)).toBe(4.5);
      for (const row of body) expect(row.length).toBe(columns.length);
    }
  });
});
