import { describe, expect, it } from 'vitest';
import { readCommand, UsageError } from './cli-options';

const refusal = (...args: string[]): string => {
  try {
    readCommand(args);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
};

describe('npm run sample', () => {
  it('takes sizes, seed, history, shape and formats', () => {
    const words =
      '--out d --members 20 --orders 30 --seed 7 --days 10 --end 2026-02-28 --strangers 2 --shape youzan --roster both --orders-as csv';
    expect(readCommand(words.split(' '))).toEqual({
      kind: 'write',
      options: {
        ...{ members: 20, orders: 30, seed: 7, days: 10, endDay: '2026-02-28' },
        ...{ strangers: 2, hasUnpaid: true },
      },
      files: {
        ...{ folder: 'd', shape: 'youzan', roster: ['xlsx', 'csv'], orders: ['csv'] },
        interactions: 12,
      },
    });
  });

  it('has a default for everything but the folder', () => {
    expect(readCommand(['--out', 'd'])).toMatchObject({
      options: { members: 2000, orders: 10_000, seed: 42, days: 365, endDay: '2026-11-20' },
      files: { shape: 'generic', roster: ['xlsx'], interactions: 4000 },
    });
    expect(readCommand(['--resources'])).toEqual({ kind: 'resources' });
    expect(readCommand(['--help'])).toEqual({ kind: 'help' });
  });

  it('says in a sentence what it cannot take', () => {
    expect(refusal()).toContain('--out');
    expect(refusal('--out', 'd', '--members', '0')).toContain('--members takes a whole number');
    expect(refusal('--out', 'd', '--orders', 'many')).toContain('"many"');
    expect(refusal('--out', 'd', '--shape', 'taobao')).toContain('kuaituantuan');
    expect(refusal('--out', 'd', '--end', '2026-13-01')).toContain('--end');
    expect(refusal('--out', 'd', '--end', '2026-02-30')).toContain('--end');
    expect(refusal('--out', 'd', '--roster', 'pdf')).toContain('xlsx, csv or both');
    expect(refusal('--out', 'd', '--speed', '9')).toContain('--speed');
  });
});
