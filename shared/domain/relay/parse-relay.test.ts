import { describe, expect, it } from 'vitest';
import { parseRelays } from './parse-relay';

/** `nickname | product×n, … | note | keys | doubts`, empty parts left out from the right. */
function shown(text: string, at = 0): string[] {
  const relay = parseRelays(text)[at];
  return (relay?.entries ?? []).map((entry) => {
    const items = entry.items.map(
      ({ product, quantity, isSure }) => `${product}×${quantity}${isSure ? '' : '?'}`,
    );
    if (entry.people !== undefined) items.push(`${entry.people}人`);
    if (entry.amountFen !== undefined) items.push(`${entry.amountFen}分`);
    if (entry.isCancelled) items.push('取消');
    const keys = [entry.realName, entry.phone, entry.address].filter(Boolean).join(' ');
    const parts = [`${entry.number} ${entry.nickname}`, items.join(', '), entry.note, keys];
    const doubts = entry.doubts.join(' ');
    if (doubts !== '') parts.push(`?${doubts}`);
    return parts
      .join(' | ')
      .replace(/(?: \| )+$/, '')
      .replace(/(?: \| )+(?=\?)/, ' ');
  });
}

const one = (line: string, head = '今日草莓') =>
  shown(`#接龙\n${head}\n\n1. ${line}`)[0]?.slice(2).trim();
const FRUIT = '周三水果团\nA 红富士苹果 5斤 39.9元\nB 皇冠梨 29.9元\nC 赣南脐橙 49元';
const fruit = (line: string) => one(line, FRUIT);

describe('who takes part and with what', () => {
  it.each([
    // one thing only: bare quantities mean it
    ['小美+2', '小美 | 今日草莓×2'],
    ['小美 +2', '小美 | 今日草莓×2'],
    ['小美 ＋２', '小美 | 今日草莓×2'],
    ['小美 x2', '小美 | 今日草莓×2'],
    ['小美 ×2', '小美 | 今日草莓×2'],
    ['小美*3', '小美 | 今日草莓×3'],
    ['小美 2份', '小美 | 今日草莓×2'],
    ['小美 两份', '小美 | 今日草莓×2'],
    ['小美 一箱', '小美 | 今日草莓×1'],
    ['小美 十二盒', '小美 | 今日草莓×12'],
    ['小美 半斤', '小美 | 今日草莓×0.5'],
    ['小美 3', '小美 | 今日草莓×3? ?item-guessed'],
    ['小美', '小美 ?empty'],
    ['小美 2份 不要太熟', '小美 | 今日草莓×2 | 不要太熟'],
    ['小美 +1 谢谢', '小美 | 今日草莓×1 | 谢谢'],
    ['小美 79.8元 2份', '小美 | 今日草莓×2, 7980分'],
    // names with pictures, blanks, brackets, Latin letters
    ['🌸小美🌸 +2', '🌸小美🌸 | 今日草莓×2'],
    ['小美 🍎 +2', '小美 🍎 | 今日草莓×2'],
    ['Amy Chen +2', 'Amy Chen | 今日草莓×2'],
    ['👨‍👩‍👧 一家三口 2份', '👨‍👩‍👧 一家三口 | 今日草莓×2'],
    ['小美（王美丽）+2', '小美 | 今日草莓×2 |  | 王美丽'],
    ['小美(不吃香菜) +2', '小美 | 今日草莓×2 | 不吃香菜'],
    ['A. 李姐 2份', 'A. 李姐 | 今日草莓×2'],
    // keys beside the name
    ['12-301 小美 +2', '小美 | 今日草莓×2 |  | 12-301'],
    ['小美 12-3-301 +2', '小美 | 今日草莓×2 |  | 12-3-301'],
    ['3号楼502小美 2份', '小美 | 今日草莓×2 |  | 3号楼502'],
    ['小美 3栋2单元502 +1', '小美 | 今日草莓×1 |  | 3栋2单元502'],
    ['小美 168弄5号1203 +1', '小美 | 今日草莓×1 |  | 168弄5号1203'],
    ['小美 A座1203 2份', '小美 | 今日草莓×2 |  | A座1203'],
    ['小美 13800138000 +2', '小美 | 今日草莓×2 |  | +8613800138000'],
    ['小美 138 0013 8000 12-301 2份', '小美 | 今日草莓×2 |  | +8613800138000 12-301'],
    ['12-301 +2', '| 今日草莓×2 |  | 12-301 ?no-name'],
    // taken back
    ['小美 取消', '小美 | 取消 ?cancelled'],
    ['小美 -1', '小美 | 取消 ?cancelled'],
    ['小美 不要了', '小美 | 取消 ?cancelled'],
    ['小美 +2 取消', '小美 | 今日草莓×2, 取消 ?cancelled'],
    // heads
    ['小美 2人', '小美 | 2人'],
    ['小美 2大1小', '小美 | 3人'],
    ['小美 三位', '小美 | 3人'],
  ])('%s', (line, expected) => {
    expect(one(line)).toBe(expected);
  });

  it.each([
    ['小美 苹果+2', '小美 | 红富士苹果×2'],
    ['小美 苹果+2 梨x1', '小美 | 红富士苹果×2, 皇冠梨×1'],
    ['小美 苹果2份，脐橙一箱', '小美 | 红富士苹果×2, 赣南脐橙×1'],
    ['小美红富士苹果2份', '小美 | 红富士苹果×2'],
    ['小美 2份苹果 1份梨', '小美 | 红富士苹果×2, 皇冠梨×1'],
    ['小美 两箱脐橙', '小美 | 赣南脐橙×2'],
    ['小美 A2 B1', '小美 | 红富士苹果×2, 皇冠梨×1'],
    ['小美 A+2 C+1', '小美 | 红富士苹果×2, 赣南脐橙×1'],
    ['小美 a2b1', '小美 | 红富士苹果×2, 皇冠梨×1'],
    ['小美 A', '小美 | 红富士苹果×1? ?item-guessed'],
    ['小美 苹果 梨 各1', '小美 | 红富士苹果×1, 皇冠梨×1'],
    ['小美 各1', '小美 | 红富士苹果×1, 皇冠梨×1, 赣南脐橙×1'],
    ['小美 各两份', '小美 | 红富士苹果×2, 皇冠梨×2, 赣南脐橙×2'],
    ['小美 苹果', '小美 | 红富士苹果×1? ?item-guessed'],
    ['小美 +2', '小美 | ×2? ?item-guessed'],
    ['小美 榴莲+1', '小美 | 榴莲×1? ?item-guessed product-unknown'],
    ['小美 苹果+1 苹果+1', '小美 | 红富士苹果×2'],
    ['小美 苹果+2 梨取消', '小美 | 红富士苹果×2 ?cancelled'],
    ['小美 12-301 苹果2份 放门口', '小美 | 红富士苹果×2 | 放门口 | 12-301'],
  ])('with a list of products: %s', (line, expected) => {
    expect(fruit(line)).toBe(expected);
  });

  it('orders by the numbers of the products', () => {
    const head = '今日团购\n1. 土鸡蛋 30枚 36元\n2. 黑猪肉 1斤 29.8元\n';
    expect(
      shown(
        `#接龙\n${head}\n1. 小美 1号2份\n2. 阿强 1x2 2x1\n3. 李姐 ①+2②+1\n4. 老王 鸡蛋3份\n5. 周周 2`,
      ),
    ).toEqual([
      '1 小美 | 土鸡蛋×2',
      '2 阿强 | 土鸡蛋×2, 黑猪肉×1',
      '3 李姐 | 土鸡蛋×2, 黑猪肉×1',
      '4 老王 | 土鸡蛋×3',
      '5 周周 | 黑猪肉×1? ?item-guessed',
    ]);
  });
});

describe('the list around the entries', () => {
  it('reads title, prices, specs and leaves examples and chat out', () => {
    const [relay] = parseRelays(
      '李姐 11-22 18:03\n大家好\n#接龙\n周三水果团\n例 苹果2份 12-301\n1. 红富士苹果 5斤 39.9元\n2. 皇冠梨 ¥29.9/箱\n今晚8点截单\n\n1. 小美 苹果+2',
    );
    expect(relay?.title).toBe('周三水果团');
    expect(relay?.products).toEqual([
      { code: '1', name: '红富士苹果', spec: '5斤', priceFen: 3990 },
      { code: '2', name: '皇冠梨', priceFen: 2990 },
    ]);
    expect(relay?.description).toEqual(['今晚8点截单']);
    expect(relay?.entries.length).toBe(1);
  });

  it('takes the only product and its price from the title', () => {
    const [relay] = parseRelays('#接龙 丹东草莓 3斤 59.9元\n1. 小美+2');
    expect(relay?.products).toEqual([{ code: '', name: '丹东草莓', spec: '3斤', priceFen: 5990 }]);
    expect(relay?.entries[0]?.items).toEqual([{ product: '丹东草莓', quantity: 2, isSure: true }]);
  });

  it('reads several products with prices in one line', () => {
    const [relay] = parseRelays('#接龙\n今晚团：苹果39.9元/箱，梨29.9元/箱\n1. 小美 苹果+1');
    expect(relay?.products).toEqual([
      { code: '', name: '苹果', priceFen: 3990 },
      { code: '', name: '梨', priceFen: 2990 },
    ]);
  });

  it.each([
    ['full-width digits and dots', '１．小美+1\n２．阿强+2'],
    ['Chinese commas', '1、小美+1\n2、阿强+2'],
    ['brackets', '1) 小美+1\n2) 阿强+2'],
    ['blank lines between', '1. 小美+1\n\n2. 阿强+2'],
    ['numbers without dots', '1 小美+1\n2 阿强+2'],
    ['Windows line ends', '1. 小美+1\r\n2. 阿强+2\r\n'],
  ])('numbers with %s', (_, list) => {
    expect(shown(`#接龙\n草莓\n\n${list}`)).toEqual(['1 小美 | 草莓×1', '2 阿强 | 草莓×2']);
  });

  it('lets numbers skip and marks those that come twice', () => {
    expect(shown('#接龙\n草莓\n1. 小美+1\n3. 阿强+2\n3. 李姐+1\n7. 老王+1')).toEqual([
      '1 小美 | 草莓×1',
      '3 阿强 | 草莓×2 ?number-twice',
      '3 李姐 | 草莓×1 ?number-twice',
      '7 老王 | 草莓×1',
    ]);
  });

  it('marks a person who stands twice in the list', () => {
    expect(shown('#接龙\n草莓\n1. 小美+1\n2. 小美 +2')).toEqual([
      '1 小美 | 草莓×1 ?person-twice',
      '2 小美 | 草莓×2 ?person-twice',
    ]);
  });

  it('joins the lines of an entry and keeps footers apart', () => {
    const text =
      '#接龙\n草莓\n1. 小美+1\n送到12-301\n电话13800138000\n2. 阿强+2\n\n今晚截单，明天到货';
    const [relay] = parseRelays(text);
    expect(shown(text)).toEqual(['1 小美 | 草莓×1 |  | +8613800138000 12-301', '2 阿强 | 草莓×2']);
    expect(relay?.leftover).toEqual(['今晚截单,明天到货']);
  });

  it('understands an entry that runs its number into a door', () => {
    expect(shown('#接龙\n草莓\n1.12-301 小美+1\n2.3-502 阿强+2')).toEqual([
      '1 小美 | 草莓×1 |  | 12-301',
      '2 阿强 | 草莓×2 |  | 3-502',
    ]);
  });

  it('takes the longer copy of a list that was sent again', () => {
    const first = '#接龙\n草莓\n1. 小美+1\n2. 阿强+2';
    const second = '#接龙\n草莓\n1. 小美+3\n2. 阿强+2\n3. 李姐+1';
    expect(parseRelays(`${first}\n\n${second}`).length).toBe(1);
    expect(shown(`${first}\n\n${second}`)).toEqual([
      '1 小美 | 草莓×3',
      '2 阿强 | 草莓×2',
      '3 李姐 | 草莓×1',
    ]);
  });

  it('keeps whom only an earlier copy has, with a doubt', () => {
    const a = '#接龙\n草莓\n1. 小美+1\n2. 阿强+2';
    const b = '#接龙\n草莓\n1. 小美+1\n2. 李姐+1';
    expect(shown(`${a}\n${b}`)).toEqual([
      '1 小美 | 草莓×1',
      '2 李姐 | 草莓×1 ?number-twice',
      '2 阿强 | 草莓×2 ?earlier-only number-twice',
    ]);
  });

  it('tells two lists of one paste apart', () => {
    const text = '#接龙\n草莓\n1. 小美+1\n#接龙\n土鸡蛋\n1. 阿强+2';
    expect(parseRelays(text).map(({ title }) => title)).toEqual(['草莓', '土鸡蛋']);
    expect(shown(text, 1)).toEqual(['1 阿强 | 土鸡蛋×2']);
  });

  it('reads the English mark and a list without any mark', () => {
    expect(shown('#Group Note\nStrawberries\n1. Amy +2')).toEqual(['1 Amy | Strawberries×2']);
    expect(shown('草莓团\n1. 小美+1\n2. 阿强+2')).toEqual([
      '1 小美 | 草莓团×1',
      '2 阿强 | 草莓团×2',
    ]);
  });

  it('reads a sign-up where only names are given', () => {
    expect(
      shown('#接龙\n周六亲子采摘 报名\n地点：城东草莓园\n1. 小美\n2. 阿强 2大1小\n3. 李姐 带奶奶'),
    ).toEqual(
      ['1 小美 ?empty', '2 阿强 | 3人', '3 李姐 | 带奶奶 ?empty'].map((line) =>
        line.replace('李姐 | 带奶奶', '李姐 |  | 带奶奶'),
      ),
    );
  });

  it('reads an evening’s list as people really write it', () => {
    const text = `#接龙
【周五配送】东北黑土地农家米 10斤/袋 68元
五常大米 5斤 45元
例：王姐 五常2 8-1-601

1. 王姐 五常2 8-1-601
2. 静静💕 黑土地+1 3-2-1001
3. 3号楼1单元201 刘 米10斤1袋
4. 大鹏 13912345678 五常大米*2袋 8栋602 尽快
5. 阳光妈妈   68一份
6. 李哥 68的一袋 45的两袋
7. 不吃鱼的猫 5斤装2袋，10斤装1袋
8. Tina🍀8-501 两种各1
9. 老赵：2袋五常
10. 小董 都要
11. 🌈
12. 8-1-302
13. Lucy (8-1-303) 五常一袋
14. 王姐 再加五常1`;
    expect(parseRelays(text)[0]?.products).toEqual([
      { code: '', name: '东北黑土地农家米', spec: '10斤/袋', priceFen: 6800 },
      { code: '', name: '五常大米', spec: '5斤', priceFen: 4500 },
    ]);
    expect(shown(text)).toEqual([
      '1 王姐 | 五常大米×2 |  | 8-1-601 ?person-twice',
      '2 静静💕 | 东北黑土地农家米×1 |  | 3-2-1001',
      '3 刘 | 东北黑土地农家米×1 |  | 3号楼1单元201',
      '4 大鹏 | 五常大米×2 | 尽快 | +8613912345678 8栋602',
      '5 阳光妈妈 | 东北黑土地农家米×1',
      '6 李哥 | 东北黑土地农家米×1, 五常大米×2',
      '7 不吃鱼的猫 | 五常大米×2, 东北黑土地农家米×1',
      '8 Tina🍀 | 东北黑土地农家米×1, 五常大米×1 |  | 8-501',
      '9 老赵 | 五常大米×2',
      '10 小董 | 东北黑土地农家米×1, 五常大米×1',
      '11 🌈 ?empty',
      '12  |  |  | 8-1-302 ?no-name empty',
      '13 Lucy | 五常大米×1 |  | 8-1-303',
      '14 王姐 | 五常大米×1 ?person-twice',
    ]);
  });

  it('answers anything with a list or with nothing', () => {
    for (const text of [
      '',
      '#接龙',
      '你好',
      '1.',
      '1. ',
      '...',
      '#接龙\n\n\n',
      '😀'.repeat(300),
      '1. '.repeat(200),
    ]) {
      expect(() => parseRelays(text)).not.toThrow();
    }
    expect(parseRelays('你好，明天见')).toEqual([]);
  });

  it('reads a list of 2 000 without delay', () => {
    const lines = Array.from(
      { length: 2000 },
      (_, n) => `${n + 1}. 团员${n} 苹果+${(n % 3) + 1} ${n % 40}-${100 + n} 放门口`,
    );
    const began = performance.now();
    const entries = parseRelays(`#接龙\n${FRUIT}\n\n${lines.join('\n')}`)[0]?.entries ?? [];
    expect(entries.length).toBe(2000);
    expect(entries.every(({ items }) => items[0]?.product === '红富士苹果')).toBe(true);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
