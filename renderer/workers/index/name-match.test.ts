import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileNameTest, type ReadingsOf } from './name-match';
import { loadReadings } from './pinyin-readings';

let readingsOf: ReadingsOf;
beforeAll(async () => {
  readingsOf = await loadReadings();
});

const finds = (query: string, name: string) =>
  compileNameTest(query, readingsOf)(name, 0, name.length);

describe('looking for a name', () => {
  it.each([
    ['张三', '张三'],
    ['zs', '张三'],
    ['ZS', '张三'],
    ['zhs', '张三'],
    ['zhangsan', '张三'],
    ['zhang san', '张三'],
    ['zhangs', '张三'],
    ['zsan', '张三'],
    ['zsa', '张三'],
    ['张s', '张三'],
    ['san', '张三'],
    ['lixian', '李西安'],
    ["li'xian", '李西安'],
    ['ceng', '曾丽'],
    ['zengli', '曾丽'],
    ['lv', '吕蒙'],
    ['lum', '吕蒙'],
    ['chongqing', '重庆店'],
    ['zhongqing', '重庆店'],
    ['3栋w', 'A3栋 王姐'],
    ['Ａ3', 'A3栋 王姐'],
    ['wj', 'A3栋 王姐'],
    ['amy', 'Amy李'],
    ['amyl', 'Amy李'],
    ['😀', '开心😀'],
  ])('%s finds %s', (query, name) => {
    expect(finds(query, name)).toBe(true);
  });

  it.each([
    ['sz', '张三'],
    ['zhas', '张三'],
    ['zhangsi', '张三'],
    ['angsan', '张三'],
    ['张四', '张三'],
    ['z三张', '张三'],
  ])('%s does not find %s', (query, name) => {
    expect(finds(query, name)).toBe(false);
  });

  it('agrees with spelling out every way to type a run of characters', () => {
    const character = fc.constantFrom(...'张三重单曾吕安西行乐小王a5');
    const name = fc.array(character, { minLength: 1, maxLength: 5 }).map((it) => it.join(''));
    const query = fc
      .array(fc.constantFrom(...'zhansgcxlvuwy张三a5'), { minLength: 1, maxLength: 5 })
      .map((it) => it.join(''));
    fc.assert(
      fc.property(name, query, (n, q) => {
        expect(finds(q, n)).toBe(spelledOut(n).some((way) => fitsWay(way, q)));
      }),
      { numRuns: 400 },
    );
  });

  it('finds a name by any part of any way to type it', () => {
    const name = fc.stringMatching(/^[赵钱孙李周吴郑王冯陈重单]{1,4}$/);
    fc.assert(
      fc.property(name, fc.nat(), (n, pick) => {
        const ways = spelledOut(n);
        const way = ways[pick % ways.length] ?? [];
        expect(finds(way.map((it) => it.typed).join(''), n)).toBe(true);
      }),
    );
  });
});

type Typed = { typed: string; whole: string };

/** Every run of characters with every way to type each: itself, a reading, an initial. */
function spelledOut(name: string): Typed[][] {
  const runs: Typed[][] = [];
  const characters = [...name];
  for (let from = 0; from < characters.length; from += 1) {
    let ways: Typed[][] = [[]];
    for (let to = from; to < characters.length; to += 1) {
      const choices = typings(characters[to] ?? '');
      ways = ways.flatMap((way) => choices.map((choice) => [...way, choice]));
      runs.push(...ways);
    }
  }
  return runs;
}

function typings(character: string): Typed[] {
  const found = pinyin(character, { multiple: true, type: 'array', toneType: 'none', v: true });
  const readings = found.flatMap((it) => (it === 'lv' ? ['lv', 'lu'] : [it]));
  const ways: Typed[] = [{ typed: character.toLowerCase(), whole: character.toLowerCase() }];
  if (/[a-z0-9]/i.test(character)) return ways;
  for (const reading of readings) {
    ways.push({ typed: reading, whole: reading });
    ways.push({ typed: reading.slice(0, 1), whole: reading });
    if (/^[zcs]h/.test(reading)) ways.push({ typed: reading.slice(0, 2), whole: reading });
  }
  return ways;
}

/** The last character may be typed only as far as the query goes. */
function fitsWay(way: Typed[], query: string): boolean {
  const last = way[way.length - 1];
  const head = way
    .slice(0, -1)
    .map((it) => it.typed)
    .join('');
  if (!last || !query.startsWith(head)) return false;
  const rest = query.slice(head.length);
  return rest === last.typed || (rest !== '' && last.whole.startsWith(rest));
}
