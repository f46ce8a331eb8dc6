import { describe, expect, it } from 'vitest';
import { exceptionsMerged, exceptionsParted, exceptionsWithout } from './exceptions.rules';

const row = (memberId: string, reason = `letting ${memberId} in`, at = 1) => ({
  memberId,
  reason,
  at,
});

describe('exceptionsWithout', () => {
  it('drops the rows of these people only', () => {
    expect(exceptionsWithout([row('a'), row('b')], new Set(['b', 'x']))).toEqual([row('a')]);
    expect(exceptionsWithout([row('a')], new Set(['b']))).toBeUndefined();
    expect(exceptionsWithout(undefined, new Set(['b']))).toBeUndefined();
  });
});

describe('exceptionsMerged and exceptionsParted', () => {
  it('names the one who stays, and the one who went again after parting', () => {
    const before = [row('c'), row('gone')];
    const merged = exceptionsMerged(before, 'kept', 'gone');
    expect(merged?.exceptions).toEqual([row('c'), { ...row('gone'), memberId: 'kept' }]);
    if (!merged) throw new Error('not merged');
    expect(exceptionsParted(merged.exceptions, 'kept', merged.move)).toEqual(before);
  });

  it('keeps one row where both were let in, and has both again after parting', () => {
    const before = [row('kept'), row('gone')];
    const merged = exceptionsMerged(before, 'kept', 'gone');
    expect(merged?.exceptions).toEqual([row('kept')]);
    if (!merged) throw new Error('not merged');
    expect(exceptionsParted(merged.exceptions, 'kept', merged.move)).toEqual(before);
  });

  it('leaves alone what was written anew since', () => {
    const merged = exceptionsMerged([row('gone')], 'kept', 'gone');
    if (!merged) throw new Error('not merged');
    expect(exceptionsParted([row('kept', 'moved house', 9)], 'kept', merged.move)).toBeUndefined();
    expect(exceptionsParted([], 'kept', merged.move)).toBeUndefined();
    expect(exceptionsMerged([row('c')], 'kept', 'gone')).toBeUndefined();
  });
});
