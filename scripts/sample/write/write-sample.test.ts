import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withDefaults } from '../model/options';
import type { ShapeName } from '../shapes/shape';
import { digitsOf, type Fields, fenOf, readBack } from './read-back';
import { type SampleFiles, writeSample, writeTruth } from './write-sample';

const options = withDefaults({ members: 300, orders: 1500, seed: 42, days: 90, strangers: 12 });
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunduo-sample-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const write = (shape: ShapeName, files: Partial<SampleFiles> = {}) =>
  writeSample(options, { folder, shape, roster: ['xlsx'], interactions: 100, ...files });

function hashes(path: string): Record<string, string> {
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(path, name)))
      .digest('hex');
  return Object.fromEntries(readdirSync(path).map((name) => [name, hash(name)]));
}

/** The truth once more, from nothing but the cells of the file. */
function recompute(
  records: readonly Fields[],
  words: { key: string; amount: string; refund: string; status: string; phone: string },
  isBought: (record: Fields) => boolean,
) {
  const orders = new Map(records.map((record) => [record[words.key] ?? '', record]));
  const bought = [...orders.values()].filter(isBought);
  const sum = (column: string) => bought.reduce((all, row) => all + fenOf(row[column] ?? ''), 0);
  const mine = (phone: string) =>
    bought.filter((row) => digitsOf(row[words.phone] ?? '') === phone.slice(3));
  return {
    count: orders.size,
    distinctBuyers: new Set([...orders.values()].map((r) => digitsOf(r[words.phone] ?? ''))).size,
    gmvFen: sum(words.amount),
    refundFen: sum(words.refund),
    refundedOrders: bought.filter((row) => fenOf(row[words.refund] ?? '') > 0).length,
    ofPerson: (phone: string) => ({
      orderCount: mine(phone).length,
      amountFen: mine(phone).reduce((all, row) => all + fenOf(row[words.amount] ?? ''), 0),
      refundFen: mine(phone).reduce((all, row) => all + fenOf(row[words.refund] ?? ''), 0),
    }),
  };
}

type Recomputed = ReturnType<typeof recompute>;

function expectTruth(truth: ReturnType<typeof write>, found: Recomputed): void {
  const { count, distinctBuyers, gmvFen, refundFen, refundedOrders } = truth.orders;
  expect({ ...found, ofPerson: undefined }).toEqual({
    ...{ count, distinctBuyers, gmvFen, refundFen, refundedOrders },
    ofPerson: undefined,
  });
  expect(truth.people.length).toBeGreaterThan(4);
  for (const person of truth.people) {
    const { orderCount, amountFen, refundFen: backFen } = person;
    expect(found.ofPerson(person.phone ?? '')).toEqual({
      orderCount,
      amountFen,
      refundFen: backFen,
    });
  }
}

const WORDS = { key: '订单号', amount: '订单金额', refund: '退款金额', status: '订单状态' };
const isPaidWord = (row: Fields) => !['待支付', '已取消'].includes(row.订单状态 ?? '');

describe('the files of a sample', () => {
  it('are the same bytes for the same seed, whatever the time is', () => {
    const again = mkdtempSync(join(tmpdir(), 'qunduo-sample-'));
    const everything = { roster: ['xlsx', 'csv'], orders: ['xlsx', 'csv'] } as const;
    write('kuaituantuan', everything);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    write('kuaituantuan', { ...everything, folder: again });
    const first = hashes(folder);
    expect(Object.keys(first)).toHaveLength(5);
    expect(hashes(again)).toEqual(first);
    rmSync(again, { recursive: true });
    writeSample(
      { ...options, seed: 43 },
      { folder, shape: 'kuaituantuan', roster: ['xlsx'], interactions: 100 },
    );
    expect(hashes(folder)['roster.xlsx']).not.toBe(first['roster.xlsx']);
  });

  it.each(['csv', 'xlsx'] as const)('hold what truth.json says: generic %s', (format) => {
    const truth = write('generic', { orders: [format] });
    const records = readBack(folder, `orders.${format}`, '订单号');
    expect(records).toHaveLength(1500);
    expectTruth(truth, recompute(records, { ...WORDS, phone: '手机号' }, isPaidWord));
    const delivered = records.filter((row) => row.订单状态 === '已送达');
    expect(delivered).toHaveLength(truth.orders.byStatus.delivered?.orders ?? -1);
    const products = records.map((row) => (row.商品 ?? '').split('；').length);
    expect(products.reduce((a, b) => a + b, 0)).toBe(truth.orders.lines);
  });

  it.each(['csv', 'xlsx'] as const)('hold what truth.json says: 快团团 %s', (format) => {
    const truth = write('kuaituantuan', { orders: [format] });
    const records = readBack(folder, `orders.${format}`, '跟团号');
    expect(records).toHaveLength(truth.orders.lines);
    expectTruth(truth, recompute(records, { ...WORDS, phone: '联系电话' }, isPaidWord));
    const pieces = records.reduce((sum, row) => sum + Number(row.数量), 0);
    expect(pieces).toBe(truth.orders.pieces);
    expect(truth.orders.byStatus.pending).toBeUndefined();
  });

  it('hold what truth.json says: 有赞, orders and products', () => {
    const truth = write('youzan');
    const records = readBack(folder, 'orders.csv', '订单号');
    const words = {
      ...{ key: '订单号', amount: '订单实付金额', refund: '订单已退款金额', status: '订单状态' },
      phone: '买家手机号',
    };
    expectTruth(
      truth,
      recompute(records, words, (row) => row.买家付款时间 !== ''),
    );
    expect(records[0]?.买家手机号).toMatch(/^\t1\d{10}$/);
    const lines = readBack(folder, 'order-lines.csv', '订单号');
    expect(lines).toHaveLength(truth.orders.lines);
    const goods = lines.reduce((sum, row) => sum + fenOf(row.商品实际成交金额 ?? ''), 0);
    const charged = records.reduce(
      (sum, row) => sum + fenOf(row.应收订单金额 ?? '') - fenOf(row.运费 ?? ''),
      0,
    );
    expect(goods).toBe(charged);
  });

  it.each(['generic', 'youzan', 'wecom'] as const)('list the whole roster: %s', (shape) => {
    const truth = write(shape, { roster: ['xlsx', 'csv'] });
    const first = { generic: '序号', youzan: '客户姓名', wecom: '客户名称' }[shape];
    const phone = { generic: '手机号', youzan: '客户手机号', wecom: '手机' }[shape];
    const fromXlsx = readBack(folder, 'roster.xlsx', first);
    expect(fromXlsx).toHaveLength(300);
    const phones = fromXlsx.map((row) => digitsOf(row[phone] ?? '')).filter(Boolean);
    expect(phones).toHaveLength(truth.members.withPhone);
    const fromCsv = readBack(folder, 'roster.csv', first);
    expect(fromCsv.map((row) => digitsOf(row[phone] ?? ''))).toEqual(
      fromXlsx.map((row) => digitsOf(row[phone] ?? '')),
    );
  });

  it('agree between roster and orders: 有赞 counts what each customer spent', () => {
    const truth = write('youzan');
    const customers = readBack(folder, 'roster.xlsx', '客户姓名');
    const spent = customers.reduce((sum, row) => sum + fenOf(row.消费金额 ?? ''), 0);
    const byStrangers = readBack(folder, 'orders.csv', '订单号')
      .filter((row) => !customers.some((c) => c.客户手机号 === row.买家手机号))
      .reduce((sum, row) => sum + fenOf(row.订单实付金额 ?? ''), 0);
    expect(truth.members.newFromOrders).toBeGreaterThan(0);
    expect(spent + byStrangers).toBe(truth.orders.gmvFen);
  });

  it('keep Chinese names, pictures and untidy phones as they are', () => {
    write('generic', { roster: ['xlsx', 'csv'], orders: ['csv', 'xlsx'] });
    const text = readFileSync(join(folder, 'orders.csv'), 'utf8');
    expect(text.startsWith('\uFEFF订单号,团购,下单时间')).toBe(true);
    expect(text).not.toContain('\uFFFD');
    const csv = readBack(folder, 'orders.csv', '订单号');
    expect(readBack(folder, 'orders.xlsx', '订单号')).toEqual(csv);
    expect(csv.some((row) => /\p{Extended_Pictographic}/u.test(row.下单人 ?? ''))).toBe(true);
    expect(csv.some((row) => (row.手机号 ?? '').startsWith('\t'))).toBe(true);
    expect(csv.some((row) => (row.订单金额 ?? '').startsWith('¥'))).toBe(true);
    const roster = readBack(folder, 'roster.xlsx', '序号');
    expect(roster.every((row) => /\p{Script=Han}/u.test(row.姓名 ?? ''))).toBe(true);
  });

  it('come with a truth.json that says the same', () => {
    const truth = write('wecom');
    writeTruth(folder, truth);
    const read: unknown = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
    expect(read).toEqual(truth);
    expect(truth.members.afterBothImports).toBe(300 + truth.members.newFromOrders);
    const said = readBack(folder, 'interactions.csv', '时间');
    expect(said).toHaveLength(100);
    expect(said.filter((row) => row.互动类型 === '打卡')).toHaveLength(
      truth.interactions.byKind.checkIn ?? -1,
    );
  });
});
