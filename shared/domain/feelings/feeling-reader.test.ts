import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseWeights, modelFacts } from './base-model';
import { adaptWeights, type Correction } from './corrections';
import { FeelingReader } from './feeling-reader';
import lines from './own-lines.fixture.json';

const reader = new FeelingReader();
const feelingOf = (text: string) => reader.read(text).feeling;

describe('the feeling of a line', () => {
  it.each(lines.neutral)('makes nothing of %j', (text) => {
    expect(feelingOf(text)).toBe('unsure');
  });

  it.each(lines.polite)('never calls %j a complaint', (text) => {
    expect(feelingOf(text)).not.toBe('bad');
  });

  it('takes no praise for complaint and no complaint for praise', () => {
    expect(lines.praise.filter((text) => feelingOf(text) === 'bad')).toEqual([]);
    expect(lines.complaint.filter((text) => feelingOf(text) === 'good')).toEqual([]);
  });

  it('answers nine in ten lines of praise and of complaint', () => {
    const answered = (texts: string[], feeling: string) =>
      texts.filter((text) => feelingOf(text) === feeling).length / texts.length;
    expect(answered(lines.praise, 'good')).toBeGreaterThanOrEqual(0.9);
    expect(answered(lines.complaint, 'bad')).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['不好吃', 'bad'],
    ['一点都不好吃', 'bad'],
    ['不太新鲜', 'bad'],
    ['没有不新鲜', 'good'],
    ['一点也不失望，超出预期', 'good'],
    ['不难吃', 'good'],
    ['非常满意！！！', 'good'],
    ['難吃，太失望了', 'bad'],
    ['太 难 吃 了', 'bad'],
    ['好吃👍', 'good'],
    ['好不好吃', 'unsure'],
  ])('reads %s as %s', (text, feeling) => {
    expect(feelingOf(text)).toBe(feeling);
  });

  it('reads a text alike in full width, traditional characters and with drawn-out marks', () => {
    const plain = reader.read('东西很新鲜,2份都很好吃!!');
    expect(reader.read('東西很新鮮，２份都很好吃！！！！！！')).toEqual(plain);
  });

  it('answers any text, with words that lie inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const read = reader.explain(text);
        expect(['good', 'bad', 'unsure']).toContain(read.feeling);
        expect(Number.isFinite(read.score)).toBe(true);
        expect(read.intensity).toBeGreaterThanOrEqual(0);
        expect(read.intensity).toBeLessThanOrEqual(3);
        for (const { start, end } of read.words) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('reads ten thousand texts well within two seconds', () => {
    const texts = [...lines.praise, ...lines.complaint, ...lines.neutral];
    const startedAt = performance.now();
    for (let i = 0; i < 10_000; i++) reader.read(`${texts[i % texts.length]}${i}`);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('intensity and topic', () => {
  it.each([
    ['我要打12315投诉你们', 3],
    ['吃完拉肚子，肉都变质了', 3],
    ['苹果坏了好几个，要求退款', 2],
    ['不好吃，有点失望', 1],
    ['不好吃！！！太失望了！！！', 2],
    ['没有变质，也没有拉肚子', 0],
    ['很好吃，就是慢了点', 1],
    ['收到', 0],
  ])('rates %s at %i', (text, intensity) => {
    expect(reader.read(text).intensity).toBe(intensity);
  });

  it.each([
    ['送货太慢，等了两个小时', 'delivery'],
    ['要求退款，售后不处理', 'afterSale'],
    ['味道不错，口感很好', 'taste'],
    ['包装破损，箱子压坏了', 'packaging'],
    ['团长服务态度很好', 'service'],
    ['价格太贵不划算', 'price'],
    ['苹果烂了，不新鲜', 'freshness'],
    ['今天群里抽奖活动', 'activity'],
    ['随便说说', 'other'],
  ])('takes %s as about %s', (text, topic) => {
    expect(reader.read(text).topic).toBe(topic);
  });

  it('shows the words that decided', () => {
    const text = '苹果坏了，要求退款';
    const { words } = reader.explain(text);
    const said = (kind: string) =>
      words.filter((word) => word.kind === kind).map(({ start, end }) => text.slice(start, end));
    expect(said('complaint')).toEqual(expect.arrayContaining(['坏了', '退款']));
    expect(said('topic')).toContain('退款');
    expect(said('bad').length).toBeGreaterThan(0);
  });
});

describe('corrections by hand', () => {
  const correction = (id: string, text: string, feeling: Correction['feeling']): Correction => ({
    id,
    text,
    feeling,
    intensity: 0,
    topic: 'taste',
  });

  it('gives the corrected answer for the same text, however it is written', () => {
    const corrected = new FeelingReader([correction('1', '也就那样吧！', 'bad')]);
    expect(corrected.read('也就那样吧！！！！')).toMatchObject({ feeling: 'bad', isByHand: true });
    expect(corrected.corrections).toBe(1);
  });

  it('lets the latest correction of a text count', () => {
    const both = [correction('2', '也就那样', 'good'), correction('1', '也就那样', 'bad')];
    expect(new FeelingReader(both).read('也就那样').feeling).toBe('good');
  });

  it('comes to the same weights whatever the order in which corrections are read', () => {
    const some = lines.complaint.slice(0, 12).map((text, i) => correction(`${i}`, text, 'bad'));
    const there = new FeelingReader(some).read('这个包装不行').score;
    expect(new FeelingReader([...some].reverse()).read('这个包装不行').score).toBe(there);
  });

  it('learns from a correction for texts like it', () => {
    const before = reader.read('这批地瓜粉得很').score;
    const corrections = ['地瓜粉得很', '粉得很的地瓜', '地瓜粉粉的'].map((text, i) =>
      correction(`${i}`, text, 'good'),
    );
    expect(new FeelingReader(corrections).read('这批地瓜粉得很').score).toBeGreaterThan(before);
  });

  it('stays right on other lines after ten corrections, even wrong ones', () => {
    const wrong = [...lines.praise.slice(0, 5), ...lines.complaint.slice(0, 5)].map((text, i) =>
      correction(`${i}`, text, i < 5 ? 'bad' : 'good'),
    );
    const taught = new FeelingReader(wrong);
    const right = (one: FeelingReader) =>
      lines.praise.slice(5).filter((text) => one.read(text).feeling !== 'bad').length +
      lines.complaint.slice(5).filter((text) => one.read(text).feeling !== 'good').length;
    expect(right(taught)).toBeGreaterThanOrEqual(right(reader) - 2);
    const own = lines.praise.slice(0, 10).map((text, i) => correction(`${i}`, text, 'good'));
    expect(right(new FeelingReader(own))).toBeGreaterThanOrEqual(right(reader));
  });

  it('moves no weight further than its bound', () => {
    const base = baseWeights();
    const many = Array.from({ length: 50 }, (_, i) => correction(`${i}`, `好吃${i}天`, 'bad'));
    const moved = adaptWeights(base, many);
    for (const [name, weight] of moved.byFeature) {
      expect(Math.abs(weight - (base.byFeature.get(name) ?? 0))).toBeLessThanOrEqual(0.6 + 1e-9);
    }
  });
});

describe('the shipped model', () => {
  it('is small and says where it comes from', () => {
    const bytes = readFileSync('resources/models/feelings.json');
    expect(bytes.length).toBeLessThanOrEqual(60 * 1024);
    expect(modelFacts.data.map(({ texts }) => texts > 0)).not.toContain(false);
    expect(modelFacts.measured.accuracy).toBeGreaterThanOrEqual(0.89);
    expect(modelFacts.measured.answered).toBeGreaterThanOrEqual(0.85);
  });
});
