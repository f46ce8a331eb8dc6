import { describe, expect, it } from 'vitest';
import type { RawCell } from '../sheet';
import { sheetOfRows } from '../sheet-builder';
import { dataRows } from './data-rows';
import { missingFields } from './fields';
import { findHeader } from './header';
import { columnsByField, proposeMapping } from './mapping';
import { columnsToRemember, type RememberedColumns } from './memory';
import { recogniseSource } from './sources';

const sheet = (...rows: RawCell[][]) => sheetOfRows('Sheet1', rows);

/** The mapping of a file with these titles in its first row. */
function mappingOf(titles: string[], kind: 'members' | 'orders', ...rows: RawCell[][]) {
  const file = sheet(titles, ...rows);
  const header = { rowIndex: 0, titles, known: 0 };
  return proposeMapping(file, header, dataRows(file, header), kind).mapping;
}

const KTT =
  '跟团号,下单人,团员备注,支付时间,团长备注,商品,订单金额,退款金额,订单状态,自提点,收货人,联系电话,详细地址'.split(
    ',',
  );
const YOUZAN_ORDERS =
  '订单号,销售渠道,归属店铺,订单类型,订单状态,推广方式,订单来源,订单创建时间,买家付款时间,交易成功时间,付款方式,支付流水号,商品金额合计,运费,店铺优惠合计,应收订单金额,订单实付金额,支付优惠合计,订单实收金额,订单抵用积分数,店铺优惠方式,支付优惠方式,全部商品名称,商品种类数,订单配送方式,同城送达时间/提货时间,收货人省份,收货人城市,收货人地区,详细收货地址/提货地址,收货人/提货人,收货人手机号/提货人手机号,买家备注,订单星级,买家昵称,买家是否会员,买家手机号,下单网点,收银员,分销员,销售导购,专属导购,订单退款状态,订单已退款金额,商家订单备注,桌号,挂账主体,挂账手机号,团长订单,订单风险标签,分销员,分销员手机号'.split(
    ',',
  );
const YOUZAN_CUSTOMERS =
  '客户姓名,客户昵称,客户手机号,客户生日,客户性别,标签,是否会员,成长值,免费等级,付费等级,权益卡,客户积分,客户储值余额,消费次数,消费金额,累计退款金额,累计退款订单数,笔单价,上次消费时间,分销员,导购员,企微好友,来源渠道,来源方式,成为客户时间,成为会员时间,成为会员店铺,公众号,公众号关注时间,最近浏览时间,微信地域,所属区域,指定时间消费次数,指定时间消费金额,'.split(
    ',',
  );

describe('the header', () => {
  it('is found under titles, instructions and blank rows', () => {
    const found = findHeader(
      sheet(
        ['春田社区团成员名单', null, null],
        ['请勿修改表头，手机号必填', null, null],
        [],
        ['姓名*', '手机号（必填）', '身 份'],
        ['王芳', '13800138000', '消费者'],
      ),
      'members',
    );
    expect(found).toMatchObject({ rowIndex: 3, known: 3 });
  });

  it('joins two rows when groups of columns are named above', () => {
    const found = findHeader(
      sheet(
        ['订单号', '支付时间', '收货信息', null, null, '订单金额'],
        [null, null, '收货人', '联系电话', '详细地址', null],
        ['1', '2026-11-13', '王芳', '13800138000', '三栋', 12],
      ),
      'orders',
    );
    expect(found).toMatchObject({
      rowIndex: 1,
      titles: ['订单号', '支付时间', '收货人', '联系电话', '详细地址', '订单金额'],
    });
  });

  it('is not made up where there is none', () => {
    expect(findHeader(sheet([1, 2, 3], [4, 5, 6]), 'members')).toBeUndefined();
    expect(findHeader(sheet(['apples', 'pears'], ['x', 'y']), 'orders')).toBeUndefined();
  });

  it('leaves out the header repeated, blank rows and lines of sums', () => {
    const raw = sheet(
      ['姓名', '手机号', '消费金额'],
      ['王芳', '13800138000', 12],
      [],
      ['姓名', '手机号', '消费金额'],
      ['李静', '13800138001', 13],
      [' ', null, ''],
      ['合计', null, 25],
    );
    const header = findHeader(raw, 'members');
    expect(header && [...dataRows(raw, header)]).toEqual([1, 4]);
  });

  it('is also left out deep in a long sheet, as are sums and blanks there', () => {
    const titles = ['订单号', '收货人', '订单金额', '备注'];
    const order = (n: number): RawCell[] => [
      `E${n}`,
      n % 3 === 0 ? ' ' : '王芳',
      n / 100,
      '放门口',
    ];
    const rows: RawCell[][] = [titles, ...Array.from({ length: 9000 }, (_, n) => order(n))];
    rows[5000] = titles;
    rows[5001] = [' ', '合计：', 5000];
    rows[7000] = ['小计', null, 7000];
    rows[8191] = [];
    rows[8192] = [' ', '\t', null, ' '];
    rows[8193] = [null, null, 3, null];
    rows[9001] = ['总计', null, 9000];
    const raw = sheet(...rows);
    const header = findHeader(raw, 'orders');
    const found = header ? dataRows(raw, header) : new Uint32Array();
    const leftOut = new Set([0, 5000, 5001, 7000, 8191, 8192, 9001]);
    expect([...found]).toEqual([...rows.keys()].filter((row) => !leftOut.has(row)));
    expect(header && [...dataRows(raw, header, 5500)]).toEqual([...found.subarray(0, 5500)]);
  });
});

describe('the columns', () => {
  it('of real exports are known without a question', () => {
    expect(mappingOf(KTT, 'orders')).toEqual([
      'externalNo',
      'buyerName',
      'note',
      'orderedAt',
      'note',
      'product',
      'amount',
      'refund',
      'status',
      'region',
      'receiver',
      'receiverPhone',
      'address',
    ]);
    const orders = columnsByField(YOUZAN_ORDERS, mappingOf(YOUZAN_ORDERS, 'orders'), 'orders');
    const title = (field: 'amount' | 'orderedAt' | 'buyerPhone' | 'refund') =>
      YOUZAN_ORDERS[orders.get(field)?.[0] ?? -1];
    expect(title('amount')).toBe('订单实付金额');
    expect(title('orderedAt')).toBe('买家付款时间');
    expect(title('buyerPhone')).toBe('买家手机号');
    expect(title('refund')).toBe('订单已退款金额');
    const customers = columnsByField(
      YOUZAN_CUSTOMERS,
      mappingOf(YOUZAN_CUSTOMERS, 'members'),
      'members',
    );
    expect(customers.get('joinedAt')?.map((column) => YOUZAN_CUSTOMERS[column])).toEqual([
      '成为客户时间',
      '成为会员时间',
    ]);
    expect([...customers.keys()]).toEqual(
      expect.arrayContaining(['name', 'groupNickname', 'phone', 'birthday', 'gender', 'tags']),
    );
  });

  it('with examples and stars in their names are known', () => {
    expect(
      mappingOf(['房号（如606）*自定义', '楼号（如10）*自定义', '联系电话 *'], 'orders'),
    ).toEqual(['building', 'building', 'receiverPhone']);
    expect(mappingOf(['标签组1(消费习惯)', '标签组2(家庭)'], 'members')).toEqual(['tags', 'tags']);
  });

  it('speak English too', () => {
    expect(
      mappingOf(['Name', 'Phone Number', 'WeChat ID', 'Tags', 'Join date', 'Notes'], 'members'),
    ).toEqual(['name', 'phone', 'wechatId', 'tags', 'joinedAt', 'note']);
    expect(mappingOf(['Order No.', 'Paid at', 'Amount', 'Refund', 'Status'], 'orders')).toEqual([
      'externalNo',
      'orderedAt',
      'amount',
      'refund',
      'status',
    ]);
  });

  it('are told by what they hold when the name says nothing', () => {
    const rows = ['王芳', '李静', '张伟', '刘洋'].map((name, index) => [
      name,
      `1380013800${index}`,
      'x',
    ]);
    expect(mappingOf(['谁', '号', '别的'], 'members', ...rows)).toEqual(['name', 'phone', null]);
  });

  it('that only count rows identify nobody', () => {
    const numbered = (first: number) =>
      ['王芳', '李静', '张伟'].map((name, index) => [first + index, name]);
    expect(mappingOf(['编号', '姓名'], 'members', ...numbered(1))).toEqual([null, 'name']);
    expect(mappingOf(['编号', '姓名'], 'members', ...numbered(1001))).toEqual([
      'backOfficeId',
      'name',
    ]);
  });

  it('may bear any name, `__proto__` and `constructor` as well', () => {
    expect(mappingOf(['__proto__', 'constructor', '姓名'], 'members')).toEqual([
      null,
      null,
      'name',
    ]);
  });

  it('tell what is missing', () => {
    expect(missingFields('orders', ['buyerName', 'amount'])).toEqual(['externalNo']);
    expect(missingFields('orders', ['externalNo', 'lineAmount'])).toEqual([]);
    expect(missingFields('members', ['note'])).toEqual(['name']);
  });
});

describe('the source', () => {
  it('is recognised with its evidence', () => {
    expect(recogniseSource(KTT, 'orders')).toMatchObject({
      id: 'kuaituantuan-orders',
      matched: 13,
      of: 13,
    });
    expect(recogniseSource(YOUZAN_ORDERS, 'orders')?.id).toBe('youzan-orders');
    expect(recogniseSource(YOUZAN_CUSTOMERS, 'members')?.id).toBe('youzan-customers');
    expect(recogniseSource(['姓名', '手机号'], 'members')).toBeUndefined();
    const cross = '跟团号,下单人,支付时间,商品,订单金额,订单退款,订单状态,收货人,联系电话,详细地址';
    expect(recogniseSource(cross.split(','), 'orders')).toMatchObject({
      id: 'kuaituantuan-cross',
      matched: 10,
      of: 10,
    });
  });
});

describe('the memory of a source', () => {
  const titles = ['姓名', '联系号码2', '备注', '备注'];
  const file = () => sheet(titles, ['王芳', '13800138000', '团长', '三栋']);
  const header = { rowIndex: 0, titles, known: 2 };
  const propose = (remembered?: RememberedColumns) =>
    proposeMapping(file(), header, new Uint32Array([1]), 'members', remembered);

  it('keeps what was decided otherwise than proposed, twice-named columns apart', () => {
    const proposed = propose().mapping;
    const chosen = [...proposed];
    chosen[2] = 'channel';
    chosen[3] = null;
    const kept = columnsToRemember(titles, proposed, chosen);
    expect(kept).toEqual({ 备注: 'channel', '备注#2': null });
    const again = propose(kept);
    expect(again.mapping).toEqual(chosen);
    expect(again.reasons.slice(2)).toEqual(['memory', 'memory']);
  });

  it('is nothing where the proposal was taken as it was', () => {
    const proposed = propose().mapping;
    expect(columnsToRemember(titles, proposed, [...proposed])).toBeUndefined();
  });
});
