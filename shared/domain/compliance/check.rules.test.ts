import { describe, expect, it } from 'vitest';
import { checkText, LONGEST_MESSAGE } from './check.rules';
import type { LexiconWord } from './lexicon-word.schema';

const riskOf = (text: string) => checkText(text).risk;
const found = (text: string, words?: readonly LexiconWord[]) =>
  checkText(text, words).findings.map((finding) => finding.text);
const word = (fields: Partial<LexiconWord> & { text: string }): LexiconWord => ({
  id: `word-${fields.text}`,
  kind: 'find',
  risk: 'high',
  ...fields,
});

describe('what stands around a term', () => {
  it.each([
    ['本店力争第一', 'an aim'],
    ['我家最新鲜的一款是菠菜', 'a comparison at home'],
    ['这不是国家级产品', 'said in the negative'],
    ['特级红富士，执行国家标准 GB/T 10651', 'a standard that is named'],
    ['本品不能治疗高血压', 'a disclaimer'],
    ['第一，洗净；第二，切块', 'a list of steps'],
  ])('makes %s low: %s', (text) => expect(riskOf(text)).toBe('low'));

  it('does not excuse a comparison with the whole market', () => {
    expect(riskOf('我家米粉全网最便宜')).toBe('high');
    expect(riskOf('我家米粉全国销量第一')).toBe('high');
  });

  it('reads a customer more kindly than an advertisement', () => {
    expect(riskOf('最便宜的一次')).toBe('high');
    expect(riskOf('收到了，最便宜的一次')).toBe('medium');
    expect(riskOf('全城最便宜')).toBe('high');
  });

  it('weighs each line by itself', () => {
    const { findings } = checkText('买过的都说好\n国家级品质');
    expect(findings.map(({ risk }) => risk)).toEqual(['high']);
  });

  it('doubts words that only meet over a pause, and not those cut up throughout', () => {
    expect(riskOf('味道好极，品相一般')).toBe('low');
    expect(riskOf('全，网，第，一')).toBe('high');
  });
});

describe('numbers and links', () => {
  it.each([
    ['电话13800138000联系', '13800138000', 'medium'],
    ['电话 138 0013 8000 联系', '138 0013 8000', 'medium'],
    ['电话１３８-００１３-８０００', '１３８-００１３-８０００', 'medium'],
    ['+86 138-0013-8000', '86 138-0013-8000', 'medium'],
    ['身份证11010519491231002X', '11010519491231002X', 'high'],
    ['卡号 6222 0212 3456 7894', '6222 0212 3456 7894', 'high'],
  ])('finds the number in %s', (text, number, risk) => {
    expect(checkText(text).findings).toMatchObject([{ family: 'personal', text: number, risk }]);
  });

  it.each([
    '订单 20261122138001380001',
    '规格 500 克',
    '2026-11-23 12:30',
    '身份证110105194912310021',
    'SN13800138000A1',
  ])('sees no person in %s', (text) => expect(found(text)).toEqual([]));

  it('finds links, codes to copy and addresses', () => {
    expect(found('戳https://example.com/a?b=1，快')).toContain('https://example.com/a?b=1');
    expect(checkText('复制￥Ab3dEf9hKj￥').findings[0]).toMatchObject({ family: 'lure' });
    expect(found('发到lin.xiaoyan@example.com谢谢')).toEqual(['lin.xiaoyan@example.com']);
  });
});

describe("the team's own words", () => {
  it('are found folded like the others, with their own reason and rewrite', () => {
    const words = [word({ text: '福袋', reason: '平台不让用', rewrite: '礼包' })];
    const [finding] = checkText('今晚抽福 袋', words).findings;
    expect(finding).toMatchObject({ family: 'own', text: '福 袋', start: 3, risk: 'high' });
    expect(finding?.why.zh).toBe('平台不让用');
  });

  it('may be marks or pictures alone', () => {
    expect(found('买吧‼️‼️', [word({ text: '‼️' })])).toEqual(['‼️', '‼️']);
  });

  it('let a registered name stand, and only inside that very name', () => {
    const words = [word({ text: '第一泉豆腐坊', kind: 'allow' })];
    expect(found('第一泉豆腐坊的豆腐', words)).toEqual([]);
    expect(found('第一泉豆腐坊，全国第一', words)).toEqual(['全国第一']);
  });
});

describe('overrides', () => {
  const override = { text: '国家级', family: 'grade', reason: '非遗名录，见证书', at: 1 };

  it('calm a finding while its words are the same', () => {
    const result = checkText('国家级产品，国家级', [], [override]);
    expect(result.findings.map(({ override: it }) => it?.reason)).toEqual([
      undefined,
      '非遗名录，见证书',
    ]);
    expect(result).toMatchObject({ risk: 'high', overridden: 1, counts: { high: 1 } });
  });

  it('count no more when the words have changed', () => {
    expect(checkText('国家 级', [], [override]).overridden).toBe(0);
    expect(checkText('国家级', [], [{ ...override, family: 'own' }]).overridden).toBe(0);
    expect(checkText('国家级', [], [override]).risk).toBe('none');
  });
});

describe('a text longer than the platform takes', () => {
  const options = { longest: LONGEST_MESSAGE };

  it('is counted in characters, rare ones and pictures as one', () => {
    expect(checkText('𠮷'.repeat(4000), [], [], options).findings).toEqual([]);
    const [finding] = checkText(`${'𠮷'.repeat(4000)}😀完`, [], [], options).findings;
    expect(finding).toMatchObject({ family: 'length', start: 8000, end: 8003, text: '😀完' });
  });

  it('is nothing to say of when nobody asked', () => {
    expect(riskOf('好'.repeat(5000))).toBe('none');
  });
});
