import { expect, it } from 'vitest';
import { planAddress, readPlanAddress } from './plan-address';

it('keeps the view and the day in the address', () => {
  const place = { view: 'month', day: '2026-11-22' } as const;
  expect(planAddress(place)).toBe('/calendar/month/2026-11-22');
  expect(readPlanAddress(planAddress(place))).toEqual(place);
});

it('takes nothing for a place that is none', () => {
  for (const address of [
    '/calendar',
    '/calendar/send',
    '/calendar/month',
    '/calendar/month/2026-02-30',
    '/calendar/month/2026-13-01',
    '/calendar/year/2026-11-22',
  ]) {
    expect(readPlanAddress(address)).toBeUndefined();
  }
});
