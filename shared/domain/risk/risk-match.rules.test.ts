import { describe, expect, it } from 'vitest';
import { type RiskEntry, riskEntrySchema } from './risk-entry.schema';
import { createRiskIndex, type RiskValues, riskOf } from './risk-match.rules';

const NOW = Date.UTC(2026, 10, 22);

function entry(id: string, fields: Partial<RiskEntry>): RiskEntry {
  return riskEntrySchema.parse({ id, reason: '反复恶意退款', level: 'high', at: NOW, ...fields });
}

const list = [
  entry('phone', { name: '钱多多', phone: '+8613800138000' }),
  entry('wechat', { wechatId: 'Qian_Duo88' }),
  entry('masked', { name: '吴用', phone: '139****5566' }),
  entry('long-name', { name: '城东烘焙职业打假' }),
  entry('door', { name: '周小小', address: '阳光花园12栋3单元502' }),
  entry('low', { name: '郑成双', level: 'low' }),
  entry('bare-door', { address: '3-502' }),
  entry('expired', { phone: '+8613711112222', expiresAt: NOW - 1 }),
  entry('still', { phone: '+8613711113333', expiresAt: NOW + 1 }),
];
const index = createRiskIndex(list, NOW);
const ask = (values: RiskValues) => {
  const hint = riskOf(values, index);
  return hint && [hint.entryId, hint.level, hint.why.join('+')];
};

describe('somebody on the risk list is recognised', () => {
  it.each<[string, RiskValues, string[] | undefined]>([
    ['by the very number', { phone: '+8613800138000' }, ['phone', 'high', 'phone']],
    ['by the number as typed', { phone: '138 0013 8000' }, ['phone', 'high', 'phone']],
    [
      'by one other digit, not higher than medium',
      { phone: '+8613800138001' },
      ['phone', 'medium', 'phone-alike'],
    ],
    ['not by two other digits', { phone: '+8613800138011' }, undefined],
    ['by a masked number that fits', { phone: '138****8000' }, ['phone', 'medium', 'phone-masked']],
    ['not by a mask that shows too little', { phone: '*******8000' }, undefined],
    [
      'where the list itself has a mask',
      { phone: '+8613912345566' },
      ['masked', 'medium', 'phone-masked'],
    ],
    ['by WeChat id in other letters', { wechatId: 'qian_duo88' }, ['wechat', 'high', 'wechatId']],
    ['by name, not higher than medium', { name: '钱 多多' }, ['phone', 'medium', 'name']],
    ['by a two-character name only as low', { name: '吴用' }, ['masked', 'low', 'name']],
    [
      'by a long name with one other character',
      { name: '城东烘培职业打假' },
      ['long-name', 'low', 'name-alike'],
    ],
    [
      'by a long name with one more character',
      { name: '城东烘焙职业打假人' },
      ['long-name', 'low', 'name-alike'],
    ],
    ['not by a short name that is only alike', { name: '钱多' }, undefined],
    [
      'by the same door in another spelling',
      { address: '阳光花园小区 12-3-502' },
      ['door', 'low', 'address'],
    ],
    ['not by the next door', { address: '阳光花园12栋3单元501' }, undefined],
    [
      'by name and door together at the full level',
      { name: '周小小', address: '阳光花园12-3-502' },
      ['door', 'high', 'name+address'],
    ],
    [
      'by name and masked number together',
      { name: '钱多多', phone: '138****8000' },
      ['phone', 'high', 'phone-masked+name'],
    ],
    [
      'never above the level that the leader gave',
      { name: '郑成双', phone: '' },
      ['low', 'low', 'name'],
    ],
    ['not by a door that could be in any estate', { address: '3-502' }, undefined],
    ['not once the entry has expired', { phone: '+8613711112222' }, undefined],
    ['until the entry expires', { phone: '+8613711113333' }, ['still', 'high', 'phone']],
    ['not when nothing is known', {}, undefined],
  ])('%s', (_, values, expected) => {
    expect(ask(values)).toEqual(expected);
  });

  it('tells the reason that the leader wrote', () => {
    expect(riskOf({ phone: '13800138000' }, index)?.reason).toBe('反复恶意退款');
  });

  it('looks at 100 000 rows against 1 000 entries without slowing an import', {
    timeout: 30_000,
  }, () => {
    const entries = Array.from({ length: 1000 }, (_, n) =>
      entry(`e${n}`, {
        name: `某某团购顾客${n}`,
        phone: `+86139${String(n * 7919)
          .padStart(8, '0')
          .slice(-8)}`,
        address: `阳光花园${n % 90}栋${n % 4}单元${100 + n}`,
      }),
    );
    const big = createRiskIndex(entries, NOW);
    const began = performance.now();
    let found = 0;
    for (let n = 0; n < 100_000; n += 1) {
      const hint = riskOf(
        {
          name: `顾客${n}`,
          phone: `+86137${String(n * 104_729)
            .padStart(8, '0')
            .slice(-8)}`,
          address: `翠竹苑${n % 70}栋${n % 5}单元${n % 800}室`,
        },
        big,
      );
      if (hint) found += 1;
    }
    const tookMs = performance.now() - began;
    expect(found).toBeLessThan(100);
    // A comparison of every row with every entry would take minutes.
    expect(tookMs).toBeLessThan(20_000);
  });
});
