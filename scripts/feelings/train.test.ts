import { openWeights } from '@shared/domain/feelings/model/weights';
import { describe, expect, it } from 'vitest';
import { Random } from '../sample/random';
import type { Review } from './fit';
import { train } from './train';

const GOOD = ['好吃', '新鲜', '很甜', '推荐', '满意', '还会再买', '送得快'];
const BAD = ['难吃', '坏了', '太慢', '失望', '退款', '不新鲜', '少送'];
const FILL = ['苹果', '今天', '老板', '孩子', '虾', '包装', '团长', '这次', '鸡蛋', '草莓'];

function corpus(count: number): Review[] {
  const random = new Random(7, 1);
  return Array.from({ length: count }, () => {
    const isGood = random.below(3) > 0;
    const words = Array.from({ length: 4 }, (_, i) => {
      const list = i % 2 === 0 ? FILL : isGood ? GOOD : BAD;
      return list[random.below(list.length)];
    });
    return { text: words.join(''), isGood, weight: 1 };
  });
}

describe('training', () => {
  const options = { features: 200, ridge: 0.4, prior: 3 };

  it('comes to the same file from the same reviews, and tells them apart', () => {
    const food = corpus(400);
    const once = train({ food, shopping: [] }, '2026-01-01', options);
    expect(train({ food, shopping: [] }, '2026-01-01', options)).toEqual(once);
    expect(once.provenance.measured.accuracy).toBeGreaterThan(0.95);
    expect(once.provenance.measured.heldTexts).toBe(80);
    expect(openWeights(once).byFeature.size).toBe(200);
  });

  it('learns the sense of words from the labels, not from their place', () => {
    const food = corpus(400).map((review) => ({ ...review, isGood: !review.isGood }));
    const turned = train({ food, shopping: [] }, '2026-01-01', { ...options, prior: 0 });
    expect(turned.provenance.measured.accuracy).toBeGreaterThan(0.9);
  });
});
