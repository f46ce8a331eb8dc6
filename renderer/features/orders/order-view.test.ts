import { describe, expect, it } from 'vitest';
import { filterOf } from './order-view';

const now = Date.parse('2026-03-10T17:30:00Z');
const zone = 'Asia/Shanghai';
const all = { text: '', statuses: [], span: 'all' as const };

describe('the span of an order list', () => {
  it('asks for nothing when nothing is chosen', () => {
    expect(filterOf(all, now, zone)).toEqual({});
  });

  it('takes today as the workspace has it, which is already tomorrow in UTC', () => {
    expect(filterOf({ ...all, span: 'today' }, now, zone)).toEqual({
      fromMs: Date.parse('2026-03-10T16:00:00Z'),
      toMs: Date.parse('2026-03-11T16:00:00Z'),
    });
  });

  it('counts today among the last seven days', () => {
    const { fromMs, toMs } = filterOf({ ...all, span: 'days7' }, now, zone);
    expect(((toMs ?? 0) - (fromMs ?? 0)) / 86_400_000).toBe(7);
  });

  it('includes both days of an own span, and takes half of one', () => {
    const own = { ...all, span: 'own' as const, fromDay: '2026-02-01', toDay: '2026-02-01' };
    expect(filterOf(own, now, zone)).toEqual({
      fromMs: Date.parse('2026-01-31T16:00:00Z'),
      toMs: Date.parse('2026-02-01T16:00:00Z'),
    });
    expect(filterOf({ ...own, toDay: undefined }, now, zone)).toEqual({
      fromMs: Date.parse('2026-01-31T16:00:00Z'),
    });
  });
});
