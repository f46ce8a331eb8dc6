import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelFacts } from '../base-model';
import { bytesToBase64, openWeights, packNames } from './weights';

const open = (names: readonly string[]) =>
  openWeights({
    name: 'test',
    format: 2,
    provenance: modelFacts,
    bias: 0,
    step: 0.5,
    threshold: 1,
    features: packNames(names),
    weights: bytesToBase64(new Uint8Array(names.map((_, i) => i % 100))),
  }).byFeature;

describe('packed names', () => {
  it('share what the name before begins with', () => {
    expect(packNames(['+', '++', '好', '好吃', '好甜'])).toBe('A+B+A好B吃B甜');
  });

  it('come back with their weights, whatever they hold', () => {
    const name = fc.string({ unit: fc.constantFrom(...'好吃不甜abz+-¬^$,!0☺'), minLength: 1 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 60 }), (names) => {
        const sorted = [...names].sort();
        expect([...open(sorted)]).toEqual(sorted.map((one, i) => [one, (i % 100) * 0.5]));
      }),
    );
  });
});
