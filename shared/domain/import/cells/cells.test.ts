import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateCell, writtenDay } from './date-cell';
import { parseIdCell } from './id-cell';
import { parseMoneyCell } from './money-cell';
import { fitsMask, looksLikeMobile, parsePhoneCell } from './phone-cell';
import { cellText, foldText, lineText, valueText } from './text-cell';
import { genderOf, identityOf, orderStatusOf, splitTags } from './word-cells';

const SHANGHAI = 'Asia/Shanghai';

describe('text', () => {
  it.each(['-', '——', '无', '/', ' ', '', 'N/A', 'null', '\t-', '　'])(
    '%j says nothing',
    (mark) => {
      expect(valueText(mark)).toBe('');
    },
  );

  it('takes off what spreadsheets put around a value, and nothing else', () => {
    expect(cellText('\t13999999999')).toBe('13999999999');
    expect(cellText("'0012")).toBe('0012');
    expect(cellText('="0012"')).toBe('0012');
    expect(cellText('\ufeff王芳 ')).toBe('王芳');
    expect(cellText("O'Neil")).toBe("O'Neil");
    expect(cellText('=SUM(A1)')).toBe('=SUM(A1)');
    expect(cellText('👨‍👩‍👧 一家')).toBe('👨‍👩‍👧 一家');
    expect(lineText('王芳\n（三栋）')).toBe('王芳 （三栋）');
    expect(foldText('Ｗｅ Chat')).toBe('wechat');
  });
});

describe('phones', () => {
  const CASES: [string | number, string][] = [
    ['13800138000', '+8613800138000'],
    [13800138000, '+8613800138000'],
    [1.3800138e10, '+8613800138000'],
    ['\t13800138000', '+8613800138000'],
    ["'13800138000", '+8613800138000'],
    ['="13800138000"', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['138-0013-8000', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['(+86)13800138000', '+8613800138000'],
    ['0086-13800138000', '+8613800138000'],
    ['8613800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['1.3800138000E+10', '+8613800138000'],
    ['+852 9123 4567', '+85291234567'],
    ['0571-88888888', '+8657188888888'],
  ];
  it.each(CASES)('%j is %s', (cell, phone) => {
    expect(parsePhoneCell(cell)).toEqual({ kind: 'phone', phone, others: [] });
  });

  it('keeps a masked number as a weak key', () => {
    expect(parsePhoneCell('186******05')).toEqual({ kind: 'masked', text: '186******05' });
    expect(parsePhoneCell('138****8000')).toEqual({ kind: 'masked', text: '138****8000' });
    expect(parsePhoneCell('18400000001转1234').kind).toBe('masked');
    expect(fitsMask('+8618612340005', '186******05')).toBe(true);
    expect(fitsMask('+8618612340006', '186******05')).toBe(false);
  });

  it('takes the first of several numbers and tells the others', () => {
    expect(parsePhoneCell('13800138000/13900139000')).toEqual({
      kind: 'phone',
      phone: '+8613800138000',
      others: ['+8613900139000'],
    });
  });

  it.each([
    ['1380013800', 'phone-too-short'],
    ['138001380001', 'phone-too-long'],
    ['12800138000', 'phone-unreadable'],
    ['没有电话', 'phone-unreadable'],
    ['1.38E+10', 'phone-destroyed'],
    [1380013800, 'phone-too-short'],
  ])('%j is refused as %s', (cell, code) => {
    expect(parsePhoneCell(cell)).toEqual({ kind: 'bad', code });
  });

  it('knows a mobile by its look, cheaply', () => {
    expect(looksLikeMobile(13800138000)).toBe(true);
    expect(looksLikeMobile('+86 138 0013 8000')).toBe(true);
    expect(looksLikeMobile('20261113')).toBe(false);
  });

  it('gives the same number back however it was decorated', () => {
    const mobile = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
      .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
    const dress = fc.constantFrom<(digits: string) => string | number>(
      (d) => d,
      (d) => Number(d),
      (d) => `+86${d}`,
      (d) => ` ${d.slice(0, 3)} ${d.slice(3, 7)} ${d.slice(7)}\t`,
      (d) => `'${d}`,
      (d) => d.replace(/\d/g, (x) => String.fromCharCode(x.charCodeAt(0) + 0xfee0)),
    );
    fc.assert(
      fc.property(mobile, dress, (digits, wear) => {
        expect(parsePhoneCell(wear(digits))).toMatchObject({ phone: `+86${digits}` });
      }),
    );
  });
});

describe('money', () => {
  const CASES: [string | number, number][] = [
    [69.2, 6920],
    [0, 0],
    ['69.20(分销商等级折扣：47.80)', 6920],
    ['¥1,284.50', 128450],
    ['￥ 12', 1200],
    ['1284.5元', 128450],
    ['12,345,678.9', 1234567890],
    ['-5.00', -500],
    ['－5', -500],
    ['(5.00)', -500],
    ['-¥3.20', -320],
    ['¥-3.20', -320],
    ['1.2万', 1_200_000],
    ['１２．５０', 1250],
    ['0.07', 7],
    ['19.99 含运费', 1999],
  ];
  it.each(CASES)('%j is %d fen', (cell, fen) => {
    expect(parseMoneyCell(cell)).toEqual({ kind: 'money', fen, isRounded: false });
  });

  it.each(['abc', '1,28', '1.2.3', '12-15', '$5', '3斤'])('%j is refused', (cell) => {
    expect(parseMoneyCell(cell)).toEqual({ kind: 'bad', code: 'money-unreadable' });
  });

  it('rounds away what is smaller than a fen and says so, but not float noise', () => {
    expect(parseMoneyCell('1.005')).toEqual({ kind: 'money', fen: 101, isRounded: true });
    expect(parseMoneyCell(12.345)).toMatchObject({ isRounded: true });
    expect(parseMoneyCell(69.19999999999999)).toEqual({
      kind: 'money',
      fen: 6920,
      isRounded: false,
    });
    expect(parseMoneyCell('-')).toEqual({ kind: 'none' });
  });

  it('is exact for every amount, as a number and as text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (fen) => {
        const sign = fen < 0 ? '-' : '';
        const abs = Math.abs(fen);
        const text = `${sign}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
        expect(parseMoneyCell(text)).toMatchObject({ fen, isRounded: false });
        expect(parseMoneyCell(Number(text))).toMatchObject({ fen, isRounded: false });
      }),
    );
  });
});

describe('dates', () => {
  const morning = Date.UTC(2026, 10, 13, 0, 5);
  const midnight = Date.UTC(2026, 10, 12, 16);
  const CASES: [string | number | Date, number][] = [
    ['2026/11/13', midnight],
    ['2026-11-13 8:05', morning],
    ['2026年11月13日 8:05', morning],
    ['2026年11月13日', midnight],
    ['20261113', midnight],
    [20261113, midnight],
    ['20261113080500', morning],
    ['2026-11-13 08:05:00', morning],
    ['2026/11/13 08:05:00', morning],
    ['2026.11.13', midnight],
    ['2026-11-13T08:05:00+08:00', morning],
    ['2026-11-13T00:05:00.000Z', morning],
    ['2026-11-13 下午1:30', Date.UTC(2026, 10, 13, 5, 30)],
    ['2026/11/13 1:30 PM', Date.UTC(2026, 10, 13, 5, 30)],
    ['2026-11-13 (周五) 08:05', morning],
    ['11/13/2026 8:05', morning],
    ['13/11/2026', midnight],
    [46339, midnight],
    ['46339', midnight],
    [46339 + 485 / 1440, morning],
    [1794528300, morning],
    [1794528300000, morning],
    [new Date(Date.UTC(2026, 10, 13, 8, 5)), morning],
    [new Date(Date.UTC(2026, 10, 13)), midnight],
  ];
  it.each(CASES)('%j', (cell, ms) => {
    expect(parseDateCell(cell, SHANGHAI)).toMatchObject({ kind: 'date', ms });
  });

  it.each(['2026-02-30', '2026-13-01', '11/12/2026', '昨天', '8:05', '2026-11-13 25:00', '-1'])(
    '%j is refused',
    (cell) => {
      expect(parseDateCell(cell, SHANGHAI)).toEqual({ kind: 'bad', code: 'date-unreadable' });
    },
  );

  it('keeps a birthday as written', () => {
    const cell = parseDateCell('1990年3月5日', SHANGHAI);
    expect(cell.kind === 'date' && writtenDay(cell.wall)).toBe('1990-03-05');
  });

  it('reads a serial and its text alike, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000 * 86_400, max: 60_000 * 86_400 }), (seconds) => {
        const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
        const fromText = parseDateCell(iso.slice(0, 19).replace('T', ' '), SHANGHAI);
        const fromSerial = parseDateCell(seconds / 86_400, SHANGHAI);
        expect(fromSerial).toMatchObject({ ms: fromText.kind === 'date' ? fromText.ms : -1 });
      }),
    );
  });
});

describe('ids', () => {
  it('stay text, with their leading zeros and all their digits', () => {
    expect(parseIdCell('00123')).toEqual({ kind: 'id', id: '00123' });
    expect(parseIdCell('\tE20261113080501234567')).toEqual({
      kind: 'id',
      id: 'E20261113080501234567',
    });
    expect(parseIdCell(1001)).toEqual({ kind: 'id', id: '1001' });
    expect(parseIdCell('440301199001011234')).toEqual({ kind: 'id', id: '440301199001011234' });
  });

  it('refuses one whose digits a float has eaten', () => {
    expect(parseIdCell(Number('440301199001011234'))).toEqual({
      kind: 'bad',
      code: 'id-destroyed',
    });
    expect(parseIdCell('4.40301E+17')).toEqual({ kind: 'bad', code: 'id-destroyed' });
    expect(parseIdCell('—')).toEqual({ kind: 'none' });
  });
});

describe('words', () => {
  it('knows who a person is in trade words', () => {
    expect(identityOf('实体店主')).toBe('store');
    expect(identityOf('网店')).toBe('online');
    expect(identityOf('消费者')).toBe('consumer');
    expect(identityOf('火星人')).toBeUndefined();
    expect(genderOf('女')).toBe('female');
    expect(genderOf('保密')).toBe('unknown');
  });

  it('knows the states of orders', () => {
    const words = ['已支付', '待支付', '已发货', '已送达', '已取消', '已退款', '交易关闭（超时）'];
    expect(words.map(orderStatusOf)).toEqual([
      'paid',
      'pending',
      'shipped',
      'delivered',
      'cancelled',
      'refunded',
      'cancelled',
    ]);
    expect(orderStatusOf('奇怪')).toBeUndefined();
  });

  it('splits tag lists, each tag once', () => {
    expect(splitTags('宝妈，爱吃辣;宝妈、 老客')).toEqual(['宝妈', '爱吃辣', '老客']);
    expect(splitTags('#宝妈 #老客')).toEqual(['宝妈', '老客']);
  });
});
