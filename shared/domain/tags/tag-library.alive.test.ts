import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import type { CodeColumn, PeopleScores } from '@shared/domain/people/people-columns';
import { columnsOf, type WrittenPerson } from '@shared/domain/people/people-columns.testing';
import { categoryOf, productCategories } from '@shared/domain/products/category.rules';
import { type EventRef, FILLED_FIELDS, type Rule } from '@shared/domain/rules/rule.schema';
import { RuleEngine } from '@shared/domain/rules/rule-engine';
import { validateRule } from '@shared/domain/rules/validate/validate-rule';
import { describe, expect, test } from 'vitest';
import { libraryTag, tagLibrary } from './tag-library';

const TODAY = 20_600;
const PEOPLE = 6000;
const GROUPS = { g1: 'early', g2: 'middle', g3: 'late' } as const;
const SHELF = {
  vegetables: '菠菜 500g',
  fruit: '红富士苹果 5斤',
  meat: '土鸡蛋 30枚',
  seafood: '鲜活鲈鱼 1条',
  dairy: '鲜牛奶 950ml',
  grain: '东北大米 10kg',
  snacks: '原味瓜子 250g',
  household: '抽纸 24包',
  organic: '有机菠菜 300g',
  trendy: '网红蛋黄酥 6枚',
} as const;
const MORE = ['苹果礼盒 8枚装', '矿泉水整箱 24瓶', '番茄 1kg', '散养土鸡 1只'];

/** Numbers in [0, 1) from a seed, so that every run sees the same people. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

type Roll = ReturnType<typeof dice>;
const whole = (roll: Roll, least: number, most: number) =>
  least + Math.floor(roll() * (most - least + 1));
const one = <T>(roll: Roll, list: readonly T[]): T => list[whole(roll, 0, list.length - 1)] as T;

/** Habits differ: how often, how much, what, and over which stretch of the last 400 days. */
function person(id: string, roll: Roll): WrittenPerson {
  const since = one(roll, [5, 20, 60, 120, 200, 400]);
  const until = one(roll, [0, 0, 0, 3, 20, 40, 65, 100, 200]);
  const days = (many: number) =>
    Array.from({ length: many }, () => TODAY - whole(roll, Math.min(until, since), since));
  const goods = [...Object.values(SHELF), ...MORE];
  const likes = Array.from({ length: whole(roll, 1, 4) }, () => one(roll, goods));
  const yuan = one(roll, [15, 40, 60, 90, 140, 400, 1500]);
  const mood = one(roll, FEELINGS);
  const topic = one(roll, COMMENT_TOPICS);
  const moment = () => whole(roll, 0, 1439);
  const phase = one(roll, [undefined, 'g1', 'g2', 'g3', 'two'] as const);
  const inGroups = phase === 'two' ? ['g1', 'g2'] : phase === undefined ? [] : [phase];
  const year = whole(roll, 1945, 2008);
  return {
    id,
    identity: one(roll, ['store', 'online', 'consumer', 'unknown']),
    source: one(roll, ['import', 'order', 'manual']),
    channel: '菜场',
    ...(roll() < 0.5 ? { gender: one(roll, ['female', 'male']) } : {}),
    filled: roll() < 0.1 ? [] : FILLED_FIELDS.filter(() => roll() < 0.6),
    ...(roll() < 0.7
      ? { birthday: year * 10_000 + whole(roll, 1, 12) * 100 + whole(roll, 1, 28) }
      : {}),
    knownDay: TODAY - since - whole(roll, 0, 1) * 200,
    texts: {
      name: one(roll, ['王姐', '李记水果店', '张团长', '周先生']),
      groupNickname: one(roll, ['3栋502 王姐', '豆豆妈', '老李']),
      note: one(roll, ['爱吃辣', '自提点负责人']),
    },
    orders: days(one(roll, [0, 0, 1, 1, 2, 3, 5, 8, 14, 40])).map((day) => {
      const amountFen = Math.round(yuan * 100 * (0.5 + roll()));
      const refund = roll() < 0.15 ? one(roll, [0.3, 1, 1.5]) : 0;
      return {
        day,
        minute: moment(),
        amountFen,
        refundFen: Math.round(amountFen * refund),
        products: [one(roll, likes)],
      };
    }),
    interactions: days(one(roll, [0, 0, 1, 3, 8, 15])).map((day) => ({
      day,
      minute: moment(),
      kind: one(roll, INTERACTION_KINDS),
      value: whole(roll, 0, 10),
    })),
    comments: days(one(roll, [0, 0, 1, 2, 5])).map((day) => ({
      day,
      minute: moment(),
      feeling: roll() < 0.7 ? mood : one(roll, FEELINGS),
      topic: roll() < 0.6 ? topic : one(roll, COMMENT_TOPICS),
      intensity: whole(roll, 0, 3),
    })),
    memberships: inGroups.map((groupId) => ({
      groupId,
      role: one(roll, ['ordinary', 'ordinary', 'koc', 'official', 'peer'] as const),
      joinedDay: TODAY - since,
    })),
  };
}

/** Somebody who does one thing again and again, so that habits kept up for long come about too. */
function creature(id: string, roll: Roll): WrittenPerson {
  const kind = one(roll, INTERACTION_KINDS);
  const base = person(id, roll);
  const back = one(roll, [1, 40, 80]);
  return {
    ...base,
    interactions: Array.from({ length: 12 }, (_, n) => ({
      day: TODAY - back - n * 2,
      minute: n,
      kind,
      value: one(roll, [2, 10]),
    })),
  };
}

function codes(roll: Roll, values: readonly string[]): CodeColumn {
  return { values, of: Uint32Array.from({ length: PEOPLE }, () => whole(roll, 0, values.length)) };
}

function randomScores(roll: Roll): PeopleScores {
  const part = () => Uint8Array.from({ length: PEOPLE }, () => whole(roll, 1, 5));
  return {
    rfm: { r: part(), f: part(), m: part() },
    quadrant: codes(roll, ['top', 'basin', 'churn', 'potential']),
    persona: {
      frequency: codes(roll, ['rare', 'weekly', 'several', 'most-days', 'daily']),
      orderValue: codes(roll, ['low', 'middle', 'high', 'top']),
      category: codes(roll, ['fruit']),
    },
    level: codes(roll, ['plain', 'silver', 'gold', 'black']),
    ltvFen: Float64Array.from({ length: PEOPLE }, () => roll() * 200_000),
  };
}

const roll = dice(7);
const people = Array.from({ length: PEOPLE }, (_, n) =>
  n % 4 === 0 ? creature(`m${n}`, roll) : person(`m${n}`, roll),
);
const engine = new RuleEngine({
  columns: columnsOf(people, GROUPS),
  scores: randomScores(roll),
  tagRule: (id) => libraryTag(id)?.rule,
  segmentRule: () => undefined,
  snapshotMarks: () => undefined,
  categoryOf,
  today: TODAY,
});

describe('the rules of ready-made tags', () => {
  test.each(tagLibrary.map((tag) => [tag.name.zh, tag] as const))('%s: sound', (_, tag) => {
    const nothing = () => false;
    const remarks = validateRule(tag.rule, {
      tagRule: (id) => libraryTag(id)?.rule,
      segmentRule: () => undefined,
      hasTag: (id) => libraryTag(id) !== undefined,
      hasSegment: nothing,
      hasSnapshot: nothing,
      hasGroup: nothing,
      self: { kind: 'tag', id: tag.id },
    });
    expect(remarks).toEqual([]);
  });

  test.each(tagLibrary.map((tag) => [tag.name.zh, tag] as const))(
    '%s: somebody carries it, somebody does not',
    (_, tag) => {
      const carriers = engine.count(tag.rule);
      expect(carriers).toBeGreaterThan(0);
      expect(carriers).toBeLessThan(PEOPLE);
    },
  );

  test('ask for categories that there are, and for goods that the shelves hold', () => {
    const known = new Set(productCategories.map(({ key }) => key));
    const asked = new Set(tagLibrary.flatMap((tag) => categoriesIn(tag.rule)));
    expect([...asked].filter((key) => !known.has(key))).toEqual([]);
    for (const [key, product] of Object.entries(SHELF)) expect(categoryOf(product)).toBe(key);
  });
});

function categoriesIn(rule: Rule): string[] {
  if ('of' in rule) return (Array.isArray(rule.of) ? rule.of : [rule.of]).flatMap(categoriesIn);
  const events: EventRef[] = rule.kind === 'sequence' ? rule.steps : [];
  if ('event' in rule && rule.event) events.push(rule.event);
  return events.flatMap((event) => (event.of === 'order' ? (event.category ?? []) : []));
}
