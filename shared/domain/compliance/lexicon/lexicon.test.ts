import { describe, expect, it } from 'vitest';
import { foldTerm } from '../text/letters';
import { expandTerm } from './expand-term';
import { lexicon } from './lexicon';
import { COMPLIANCE_FAMILIES, SHAPES } from './lexicon.schema';

describe('the lexicon', () => {
  it('says of every family what it is, which clause and why, in both languages', () => {
    const { families } = lexicon();
    expect([...families.keys()].sort()).toEqual([...COMPLIANCE_FAMILIES].sort());
    for (const { name, clause, why } of families.values()) {
      for (const text of [name, clause, why]) {
        expect(text.zh).not.toBe('');
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('has words or shapes for every family but the own words and the length', () => {
    const { counts, shapes } = lexicon();
    for (const family of COMPLIANCE_FAMILIES) {
      if (['own', 'length', 'personal'].includes(family)) continue;
      expect(counts.get(family), family).toBeGreaterThan(10);
    }
    expect([...shapes.keys()].sort()).toEqual([...SHAPES].sort());
  });

  it('writes templates out over their sets', () => {
    const sets = { a: ['甲', '乙'], b: ['丙', '丁'] };
    expect(expandTerm('{a}{b}一', sets)).toEqual(['甲丙一', '甲丁一', '乙丙一', '乙丁一']);
    expect(() => expandTerm('{c}', sets)).toThrow('no set c');
  });

  it('folds to letters: no term is marks alone', () => {
    expect(foldTerm('100%').length).toBe(4);
    expect(foldTerm('……')).toEqual([]);
  });
});
