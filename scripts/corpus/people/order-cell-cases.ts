import {
  book,
  type Cell,
  DATE_STYLE,
  ORDER,
  ORDER_HEADER,
  ORDER_ROW,
  oneOrder,
  orderWith,
  PAID_AT,
  type PeopleCase,
} from './people-case';

const NUMBER = 0;
const TIME = 1;
const AMOUNT = 6;
const DAY_MS = 86_400_000;
const SERIAL = (PAID_AT + DAY_MS / 3 - Date.UTC(1899, 11, 30)) / DAY_MS;
const MIDNIGHT = Date.UTC(2026, 10, 12, 16);
const number = (digits: string): Cell => ({ xml: `<c r="@"><v>${digits}</v></c>` });

const AMOUNTS: readonly (readonly [string, Cell, number | string])[] = [
  ['as a number with noise', number('69.19999999999999'), 6920],
  ['with its sign', '¥69.20', 6920],
  ['with a full-width sign and 元', '￥６９.２０元', 6920],
  ['with separators', '1,284.50', 128_450],
  ['with a remark behind it', '69.20(分销商等级折扣：47.80)', 6920],
  ['in 万', '1.2万', 1_200_000],
  ['without decimals', number('12'), 1200],
  ['that is a word', '面议', 'money-unreadable'],
  ['that is a dash', '-', 'amount-missing'],
  ['that failed', { xml: '<c r="@" t="e"><v>#REF!</v></c>' }, 'cell-error'],
  [
    'of a formula that was never reckoned',
    { xml: '<c r="@"><f>SUM(A1)</f></c>' },
    'formula-no-value',
  ],
  ['of a formula by the value kept', { xml: '<c r="@"><f>SUM(A1)</f><v>69.2</v></c>' }, 6920],
];

const TIMES: readonly (readonly [string, Cell, number | string])[] = [
  ['as a date cell', { xml: `<c r="@" s="${DATE_STYLE}"><v>${SERIAL}</v></c>` }, PAID_AT],
  ['as a serial without a format', number(String(SERIAL)), PAID_AT],
  ['as the text of a serial', String(SERIAL).slice(0, 11), PAID_AT],
  ['as an ISO cell', { xml: '<c r="@" t="d"><v>2026-11-13T08:05:00</v></c>' }, PAID_AT],
  ['with slashes', '2026/11/13 8:05', PAID_AT],
  ['with points', '2026.11.13 08:05', PAID_AT],
  ['in words', '2026年11月13日 8:05', PAID_AT],
  ['in words with the weekday', '2026年11月13日（周五）上午8:05', PAID_AT],
  ['in words with hour and minute', '2026年11月13日 8时5分', PAID_AT],
  ['in ISO with a zone', '2026-11-13T08:05:00+08:00', PAID_AT],
  ['in ISO of Greenwich', '2026-11-13T00:05:00Z', PAID_AT],
  ['in full width', '２０２６／１１／１３　０８：０５', PAID_AT],
  ['as eight digits', '20261113', MIDNIGHT],
  ['as a number of eight digits', number('20261113'), MIDNIGHT],
  ['as a day', '2026/11/13', MIDNIGHT],
  ['in seconds', number('1794528300'), PAID_AT],
  ['that is a word', '昨天晚上', 'date-unreadable'],
  ['on a day that is none', '2026-02-30 08:05', 'date-unreadable'],
  ['that is left empty', '无', 'time-missing'],
];

const NUMBERS: readonly (readonly [string, Cell, { is: string } | { rejected: string }])[] = [
  ['of 24 digits as text', '202611130000000000000001', { is: '202611130000000000000001' }],
  ['with zeros before it', '000123', { is: '000123' }],
  ['as a number', number('123456789012345'), { is: '123456789012345' }],
  ['with a quote before it', "'000123", { is: '000123' }],
  ['with a TAB behind it', 'D1\t', { is: 'D1' }],
  ['of 18 digits as a number', number('202611130000000001'), { rejected: 'id-destroyed' }],
  ['in E-notation', '2.02611E+17', { rejected: 'id-destroyed' }],
  ['that is missing', null, { rejected: 'order-number-missing' }],
];

export const orderCellCases: PeopleCase[] = [
  ...AMOUNTS.map(([form, cell, due]) =>
    oneOrder(
      `an amount ${form}`,
      () => orderWith(AMOUNT, cell),
      typeof due === 'number' ? { amountFen: due } : { rejected: due },
    ),
  ),
  {
    ...oneOrder('an amount with three decimals', () => orderWith(AMOUNT, '19.995'), {
      amountFen: 2000,
    }),
    reasons: ['money-rounded'],
  },
  ...TIMES.map(([form, cell, due]) =>
    oneOrder(
      `a time ${form}`,
      () => orderWith(TIME, cell),
      typeof due === 'number' ? { orderedAt: due } : { rejected: due },
    ),
  ),
  ...NUMBERS.map(([form, cell, due]) =>
    oneOrder(
      `an order number ${form}`,
      () => orderWith(NUMBER, cell),
      'is' in due ? { externalNo: due.is } : due,
    ),
  ),
  oneOrder(
    'a time in a workbook that counts from 1904',
    () =>
      book(
        [
          ORDER_HEADER,
          ORDER_ROW.map((own, at) =>
            at === TIME ? { xml: `<c r="@" s="${DATE_STYLE}"><v>${SERIAL - 1462}</v></c>` } : own,
          ),
        ],
        { workbookPr: '<workbookPr date1904="1"/>' },
      ),
    {},
  ),
  ...(
    [
      ['已支付', 'paid'],
      ['待付款', 'pending'],
      ['已发货', 'shipped'],
      ['交易成功', 'delivered'],
      ['已取消（超时未支付）', 'cancelled'],
      ['全额退款', 'refunded'],
    ] as const
  ).map(([word, status]) =>
    oneOrder(
      `the status ${word}`,
      () =>
        book([
          [...ORDER_HEADER, '订单状态'],
          [...ORDER_ROW, word],
        ]),
      { status },
    ),
  ),
  oneOrder(
    'a refund as a negative number',
    () =>
      book([
        [...ORDER_HEADER, '退款金额'],
        [...ORDER_ROW, number('-10')],
      ]),
    { refundFen: 1000 },
  ),
  oneOrder(
    'a refund of everything',
    () =>
      book([
        [...ORDER_HEADER, '退款金额'],
        [...ORDER_ROW, '39.80'],
      ]),
    { refundFen: 3980, status: 'refunded' },
  ),
  {
    ...oneOrder('an order that stands twice', () => book([ORDER_HEADER, ORDER_ROW, ORDER_ROW]), {}),
    counts: { rows: 2, create: 1 },
    orders: [ORDER],
    reasons: ['row-repeated'],
  },
];
