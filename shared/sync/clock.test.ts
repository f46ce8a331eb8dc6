import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHlc, nextHlc } from './clock';

describe('the hybrid logical clock', () => {
  it('always moves on, also when the laptop clock stutters or runs backwards', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2_000_000_000_000 }), { minLength: 2 }),
        (times) => {
          let last: string | undefined;
          for (const now of times) {
            const next = nextHlc(last, now, 'device-a');
            if (last) expect(next > last).toBe(true);
            last = next;
          }
        },
      ),
    );
  });

  it('follows the wall clock when that is ahead', () => {
    const stamp = nextHlc(formatHlc(1000, 7, 'a'), 5000, 'a');
    expect(stamp).toBe(formatHlc(5000, 0, 'a'));
  });

  it('orders equal moments by device, the same way everywhere', () => {
    expect(formatHlc(1000, 0, 'a') < formatHlc(1000, 0, 'b')).toBe(true);
  });
});
