import { describe, expect, it } from 'vitest';
import { parseRelays } from './parse-relay';
import {
  type EarlierOrder,
  earlierMember,
  planRelay,
  type RelayChoices,
  type RelayRow,
} from './relay-plan.rules';

const AT = Date.UTC(2026, 10, 22, 4);
const HEAD = '#接龙\n周三水果团\nA 苹果 39.9元\nB 梨 29.9元\n\n';
const CHOICES: RelayChoices = {
  title: '周三水果团',
  target: 'orders',
  prices: new Map([
    ['苹果', 3990],
    ['梨', 2990],
  ]),
  at: AT,
  status: 'paid',
};

function rowsOf(list: string, place: RelayRow['place'] = { kind: 'new' }): RelayRow[] {
  return (parseRelays(HEAD + list)[0]?.entries ?? []).map(
    ({ raw: _raw, doubts: _doubts, ...entry }) => ({
      ...entry,
      place,
    }),
  );
}
const NOTHING = { orders: [], events: [] };

/** Orders as a first commit stored them. */
function stored(list: string): EarlierOrder[] {
  const { writes } = planRelay(rowsOf(list), CHOICES, NOTHING);
  return writes.newOrders.map(({ order }, at) => ({ ...order, id: `o${at}`, memberId: `m${at}` }));
}

describe('a 接龙 as orders', () => {
  it('multiplies prices and keeps number, title, day, receiver and note', () => {
    const { writes } = planRelay(rowsOf('3. 小美 苹果+2 梨x1 12-301 放门口'), CHOICES, NOTHING);
    expect(writes.newOrders).toEqual([
      {
        member: 0,
        order: {
          externalNo: '3',
          campaign: '周三水果团',
          orderedAt: AT,
          amountFen: 10_970,
          refundFen: 0,
          status: 'paid',
          lines: [
            { product: '苹果', quantity: 2, amountFen: 7980 },
            { product: '梨', quantity: 1, amountFen: 2990 },
          ],
          receiver: '小美',
          address: '12-301',
          note: '放门口',
        },
      },
    ]);
    expect(writes.newMembers).toEqual([{ name: '小美', address: '12-301' }]);
  });

  it('counts every row once: created, to confirm, left out, cancelled, without a price', () => {
    const rows = rowsOf(
      '1. 小美 苹果+1\n2. 阿强 苹果+1\n3. 李姐 梨+1\n4. 老王 取消\n5. 周周 榴莲+1',
    );
    rows[1] = { ...(rows[1] as RelayRow), place: { kind: 'open' } };
    rows[2] = { ...(rows[2] as RelayRow), place: { kind: 'left-out' } };
    const { outcomes, writes } = planRelay(rows, CHOICES, NOTHING);
    expect(outcomes).toEqual(['create', 'confirm', 'rejected', 'rejected', 'rejected']);
    const { create, update, unchanged, confirm, rejected, total } = writes.counts;
    expect(create + update + unchanged + confirm + rejected).toBe(total);
  });

  it('takes the amount that stands in the entry where prices are not known', () => {
    const rows = rowsOf('1. 小美 榴莲+1 88元');
    expect(planRelay(rows, CHOICES, NOTHING).writes.newOrders[0]?.order.amountFen).toBe(8800);
  });

  it('changes nothing when the same list comes again', () => {
    const list = '1. 小美 苹果+1\n2. 阿强 苹果+1 梨+2';
    const { outcomes, writes } = planRelay(rowsOf(list), CHOICES, {
      orders: stored(list),
      events: [],
    });
    expect(outcomes).toEqual(['unchanged', 'unchanged']);
    expect(writes.newOrders.length + writes.orderUpdates.length + writes.newMembers.length).toBe(0);
  });

  it('updates what changed and adds what is new when a longer copy comes', () => {
    const orders = stored('1. 小美 苹果+1\n2. 阿强 苹果+1\n3. 李姐 梨+1');
    const next = rowsOf('1. 小美 苹果+3\n2. 阿强 苹果+1\n3. 李姐 取消\n4. 老王 梨+2');
    const { outcomes, writes } = planRelay(next, CHOICES, { orders, events: [] });
    expect(outcomes).toEqual(['update', 'unchanged', 'update', 'create']);
    expect(writes.orderUpdates).toEqual([
      {
        id: 'o0',
        patch: { amountFen: 11_970, lines: [{ product: '苹果', quantity: 3, amountFen: 11_970 }] },
      },
      { id: 'o2', patch: { status: 'cancelled' } },
    ]);
  });

  it('finds a person again whose number moved up because somebody left', () => {
    const orders = stored('1. 小美 苹果+1\n2. 阿强 苹果+1\n3. 李姐 梨+1');
    const { outcomes } = planRelay(rowsOf('1. 阿强 苹果+1\n2. 李姐 梨+1'), CHOICES, {
      orders,
      events: [],
    });
    expect(outcomes).toEqual(['unchanged', 'unchanged']);
  });

  it('keeps two entries with one number apart', () => {
    const { writes } = planRelay(rowsOf('2. 小美 苹果+1\n2. 阿强 苹果+1'), CHOICES, NOTHING);
    expect(writes.newOrders.map(({ order }) => order.externalNo)).toEqual(['2', '2-2']);
  });

  it('makes one new member of a person with two entries', () => {
    const { writes } = planRelay(rowsOf('1. 小美 苹果+1\n2. 小美 梨+1'), CHOICES, NOTHING);
    expect(writes.newMembers.length).toBe(1);
    expect(writes.newOrders.map(({ member }) => member)).toEqual([0, 0]);
  });
});

describe('a 接龙 as a sign-up', () => {
  const choices: RelayChoices = { ...CHOICES, target: 'signUp' };

  it('stores who comes and how many, once', () => {
    const rows = rowsOf('1. 小美 2大1小\n2. 阿强', { kind: 'member', memberId: 'm' });
    rows[1] = { ...(rows[1] as RelayRow), place: { kind: 'member', memberId: 'n' } };
    const { writes, outcomes } = planRelay(rows, choices, NOTHING);
    expect(outcomes).toEqual(['create', 'create']);
    expect(writes.newEvents).toEqual([
      { member: 'm', kind: 'signUp', at: AT, text: '周三水果团｜小美', value: 3 },
      { member: 'n', kind: 'signUp', at: AT, text: '周三水果团｜阿强', value: 1 },
    ]);
    const events = writes.newEvents.map(({ member, text, value }, at) => ({
      id: `e${at}`,
      memberId: String(member),
      kind: 'signUp',
      text,
      value,
    }));
    expect(planRelay(rows, choices, { orders: [], events }).outcomes).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect(rows.map((row) => earlierMember(row, events, '周三水果团'))).toEqual(['m', 'n']);
    expect(earlierMember({ nickname: '阿' }, events, '周三水果团')).toBeUndefined();
    const more = rows.map((row) => ({ ...row, people: 5 }));
    expect(
      planRelay(more, choices, { orders: [], events }).writes.eventUpdates.map(({ id }) => id),
    ).toEqual(['e0', 'e1']);
  });
});
