import { describe, expect, it } from 'vitest';
import { createTextIndex } from './text-index';

describe('the index of texts', () => {
  it('numbers each text once, in the order in which they come', () => {
    const index = createTextIndex();
    expect(index.find('王芳')).toBe(-1);
    expect(index.add('王芳')).toBe(0);
    expect(index.add('')).toBe(1);
    expect(index.add('__proto__')).toBe(2);
    expect(index.add('王芳')).toBe(0);
    expect(index.find('')).toBe(1);
    expect(index.find('constructor')).toBe(-1);
    expect(index.size).toBe(3);
  });

  it('finds every one of many, however alike they are', () => {
    const index = createTextIndex();
    const known = new Map<string, number>();
    const textOf = (n: number) => `${n % 7 === 0 ? '尾号' : 'E2026'}${(n * 7919) % 30_011}`;
    for (let n = 0; n < 50_000; n++) {
      const text = textOf(n);
      if (!known.has(text)) known.set(text, known.size);
      if (index.add(text) !== known.get(text)) expect.fail(text);
    }
    expect(index.size).toBe(known.size);
    expect([...known.keys()].map((text) => index.find(text))).toEqual([...known.values()]);
    expect(index.find('E2026')).toBe(-1);
  });
});
