import { dayNumber } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playDays, playResult } from './play.rules';
import { drawHoldout } from './play-lot.rules';
import { armFigures } from './play-orders.rules';
import { playRecipes, recipeFor } from './play-recipe';
import { fillScript, scriptParts, scriptVariables } from './script.rules';

const arm = (people: number, buyers: number, netFen: number) => ({
  people,
  buyers,
  orders: buyers,
  netFen,
});

describe('who is left alone', () => {
  const ids = Array.from({ length: 100 }, (_, index) => `m${index}`);

  it('is the same for the same people, share and seed, whatever their order', () => {
    const drawn = drawHoldout(ids, 0.2, 7);
    expect(drawn.heldOut).toHaveLength(20);
    expect(drawHoldout([...ids].reverse(), 0.2, 7)).toEqual(drawn);
    expect(drawHoldout(ids, 0.2, 8)).not.toEqual(drawn);
  });

  it('parts everybody into two, nobody in both and nobody lost', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 10, max: 50 }),
        fc.integer(),
        (people, percent, seed) => {
          const { played, heldOut } = drawHoldout(people, percent / 100, seed);
          expect([...played, ...heldOut].sort()).toEqual([...people].sort());
          expect(played.length).toBeGreaterThan(0);
          expect(heldOut.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('falls on everybody about equally often', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed += 1) {
      for (const id of drawHoldout(ids.slice(0, 10), 0.3, seed).heldOut) {
        times.set(id, (times.get(id) ?? 0) + 1);
      }
    }
    // 600 expected each; the standard deviation is 20.5.
    for (const id of ids.slice(0, 10))
      expect(Math.abs((times.get(id) ?? 0) - 600)).toBeLessThan(90);
  });

  it('refuses a draw of one, and shares that would leave too few or too many alone', () => {
    expect(() => drawHoldout(['m1'], 0.2, 1)).toThrow(RangeError);
    expect(() => drawHoldout(ids, 0.05, 1)).toThrow(RangeError);
    expect(() => drawHoldout(ids, Number.NaN, 1)).toThrow(RangeError);
  });
});

describe('what people ordered meanwhile', () => {
  const day = dayNumber('2026-03-10');
  const columns = {
    rowOf: (id: string) => ['a', 'b', 'gone'].indexOf(id),
    isHere: Uint8Array.from([1, 1, 0]),
    orders: {
      start: Uint32Array.from([0, 3, 4]),
      end: Uint32Array.from([3, 4, 5]),
      day: Int32Array.from([day - 1, day, day + 13, day + 14, day]),
      at: new Float64Array(5),
      amountFen: Float64Array.from([1000, 2000, 3000, 4000, 5000]),
      refundFen: Float64Array.from([0, 500, 0, 0, 0]),
    },
  };

  it('counts from the first day to the last, both included, net of refunds', () => {
    const figures = armFigures(columns, ['a', 'b', 'gone', 'unknown'], {
      fromDay: day,
      toDay: day + 13,
    });
    expect(figures).toEqual({ people: 2, buyers: 1, orders: 2, netFen: 4500 });
  });
});

describe('the result of a play', () => {
  it('compares with the hold-out, and counts only the money that came beyond it', () => {
    const result = playResult(arm(400, 120, 2_000_000), arm(100, 18, 300_000), {
      costFen: 200_000,
      margin: 0.25,
    });
    expect(result.played.rate).toBeCloseTo(0.3);
    expect(result.verdict).toBe('likelyReal');
    // Pooled: (0.30 − 0.18) / sqrt(p(1−p)(1/400 + 1/100)), p = 138/500
    expect(result.test).toMatchObject({ kind: 'test' });
    if (result.test?.kind === 'test') {
      expect(result.test.diff).toBeCloseTo(0.12);
      expect(Math.abs(result.test.z)).toBeCloseTo(2.4011, 3);
      expect(result.test.low).toBeGreaterThan(0);
    }
    expect(result.money).toMatchObject({ basis: 'beyondHoldout', netFen: 800_000 });
    expect(result.money.netPerCost).toBeCloseTo(4);
    expect(result.money.roi).toBeCloseTo(0);
  });

  it('says that nothing can be compared without a hold-out, and counts everything', () => {
    const result = playResult(arm(50, 10, 100_000), undefined, { costFen: 20_000 });
    expect(result.verdict).toBe('noHoldout');
    expect(result.test).toBeUndefined();
    expect(result.money).toEqual({ basis: 'all', netFen: 100_000, costFen: 20_000, netPerCost: 5 });
  });

  it('shows no rate under 30 people and is convinced by none of them', () => {
    const result = playResult(arm(29, 20, 1), arm(29, 1, 1), {});
    expect(result.played.rate).toBeUndefined();
    expect(result.verdict).toBe('tooFew');
  });

  it('knows no ratio without a cost, and none of a hold-out that is empty', () => {
    expect(playResult(arm(40, 4, 100), arm(0, 0, 0), { costFen: 0, margin: 0.2 })).toMatchObject({
      verdict: 'noHoldout',
      money: { basis: 'all', netFen: 100, profitFen: 20, costFen: 0 },
    });
    expect(playResult(arm(0, 0, 0), undefined, {}).played.netPerHeadFen).toBeUndefined();
  });
});

describe('the days that count', () => {
  const play = { startDay: '2026-03-10', windowDays: 14 };
  it('begins on its first day and ends on its last', () => {
    expect(playDays(play, '2026-03-09')).toMatchObject({ state: 'ahead', daysIn: 0 });
    expect(playDays(play, '2026-03-10')).toMatchObject({ state: 'running', daysIn: 1 });
    expect(playDays(play, '2026-03-23')).toMatchObject({ state: 'running', daysIn: 14 });
    expect(playDays(play, '2026-04-01')).toEqual({
      state: 'over',
      lastDay: '2026-03-23',
      toDay: '2026-03-23',
      daysIn: 14,
    });
  });
});

describe('the ready-made plays', () => {
  it('are one for each of the four quadrants, in both languages with the same steps', () => {
    for (const quadrant of ['top', 'basin', 'churn', 'potential']) {
      expect(recipeFor(quadrant)?.scripts.length).toBeGreaterThan(1);
    }
    expect(new Set(playRecipes.map((recipe) => recipe.key)).size).toBe(playRecipes.length);
  });

  it('speak to a person by name in every text', () => {
    for (const { scripts } of playRecipes) {
      for (const { text } of scripts) {
        expect(scriptVariables([text.zh])).toContain('昵称');
        expect(scriptVariables([text.en])).toContain('name');
      }
    }
  });
});

describe('scripts', () => {
  it('fill in what is known and leave the rest in its braces', () => {
    const script = '{昵称}，{截单时间}截单，{自提点}见';
    expect(fillScript(script, { 截单时间: ' 20:00 ', 自提点: '' })).toBe(
      '{昵称}，20:00截单，{自提点}见',
    );
    expect(scriptVariables([script, '{昵称}在{自提点}'])).toEqual(['昵称', '截单时间', '自提点']);
  });

  it('lose no letter of the text, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fillScript(text, {})).toBe(text);
        expect(
          scriptParts(text)
            .map((part) => (part.kind === 'text' ? part.text : `{${part.text}}`))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
