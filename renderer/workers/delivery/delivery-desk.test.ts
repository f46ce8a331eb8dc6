import type { DeliveryOptions, DeliveryWords } from '@shared/domain/delivery/delivery.types';
import type { Order } from '@shared/domain/orders/order.schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { commandOf, openTestDoor } from '@/db/test-db';
import { ListService } from '../index/list-service';
import { DeliveryDesk } from './delivery-desk';

const words = new Proxy({} as DeliveryWords, { get: (_, key) => String(key) });
const OPTIONS: DeliveryOptions = {
  kind: 'delivery',
  title: '城东鲜果团',
  dateText: '11月22日',
  rowsPerPage: 30,
  isPhoneMasked: true,
  hasCutLines: true,
  pickupOrder: 'point',
  language: 'zh-CN',
  words,
};

let desk: DeliveryDesk;
let ids: string[];

beforeEach(async () => {
  const { db, door } = await openTestDoor();
  ids = (await door.run(
    commandOf(['members', 'orders', 'memberStats'], async (tx) => {
      const memberId = tx.newId();
      await tx.create('members', {
        id: memberId,
        name: '小美',
        phone: '+8613800138000',
        address: '翠竹苑1栋101',
        region: '东门',
      });
      const orders = Array.from(
        { length: 60 },
        (_, n): Order => ({
          id: tx.newId(),
          memberId,
          externalNo: String(n + 1),
          campaign: n % 2 === 0 ? '周三团' : '周五团',
          orderedAt: 1_000 + n,
          amountFen: 100,
          refundFen: 0,
          status: n % 10 === 9 ? 'cancelled' : 'paid',
          lines: [{ product: '=苹果', quantity: 1 }],
          ...(n < 50 && { address: `阳光花园${1 + (n % 3)}栋${100 + n}`, receiver: `团员${n}` }),
          batchId: 'batch',
        }),
      );
      await tx.bulkCreate('orders', orders);
      return orders.map(({ id }) => id);
    }),
    {},
  )) as string[];
  desk = new DeliveryDesk(async () => db, new ListService(async () => db));
});

describe('the delivery counter', () => {
  it('takes ticked orders in hand and tells what lies among them', async () => {
    const scope = await desk.open({ ids: ids.slice(0, 20) });
    expect(scope).toMatchObject({ total: 20, hasPoints: true });
    expect(scope.campaigns).toEqual([
      { value: '周五团', count: 10 },
      { value: '周三团', count: 10 },
    ]);
    expect(scope.statuses).toEqual([
      { value: 'paid', count: 18 },
      { value: 'cancelled', count: 2 },
    ]);
  });

  it('prints what was chosen by 团 and status, with the buyer’s address where none is given', async () => {
    await desk.open({ filter: {} });
    const all = await desk.preview({ campaigns: [], statuses: ['paid'] }, OPTIONS);
    expect(all).toMatchObject({ orderCount: 54, pieceCount: 54, unclearCount: 0 });
    const one = await desk.preview({ campaigns: ['周三团'], statuses: ['paid'] }, OPTIONS);
    expect(one.orderCount).toBe(30);
    const html = await desk.document({ campaigns: [], statuses: ['paid'] }, OPTIONS);
    expect(html).toContain('翠竹苑 1栋');
    expect(html).toContain('>小美<');
    expect(html).not.toContain('13800138000');
  });

  it('writes a workbook in which nothing that people typed is a formula', async () => {
    await desk.open({ ids });
    const bytes = await desk.workbook({ campaigns: [], statuses: ['paid'] }, OPTIONS);
    const book = read(bytes);
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const rows = utils.sheet_to_json<Record<string, string>>(sheet);
    expect(rows.length).toBe(54);
    for (const [address, cell] of Object.entries(sheet)) {
      if (!address.startsWith('!')) expect((cell as { f?: string }).f).toBeUndefined();
    }
  });
});
