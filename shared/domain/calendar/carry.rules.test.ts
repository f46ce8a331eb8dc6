import { describe, expect, it } from 'vitest';
import { carriedFromOf } from './carry.rules';
import { DEFAULT_SLOT_SETTINGS } from './slot-defaults';
import type { Slot } from './slots';

const clock = { settings: DEFAULT_SLOT_SETTINGS, zone: 'Asia/Shanghai' };
const noon: { date: string; slot: Slot } = { date: '2026-11-16', slot: 'noon' };
const night: { date: string; slot: Slot } = { date: '2026-11-16', slot: 'night' };
const friday: { date: string; slot: Slot } = { date: '2026-11-20', slot: 'noon' };
const at = (clockTime: string) => Date.parse(`2026-11-16T${clockTime}:00+08:00`);

describe('a piece moved by hand', () => {
  it('is planned anew until its slot is over, and carried over from then on', () => {
    expect(carriedFromOf(noon, friday, at('12:59'), clock)).toBeUndefined();
    expect(carriedFromOf(noon, friday, at('13:00'), clock)).toEqual(noon);
  });

  it('has until the hour after a time of its own behind the slot', () => {
    const late = { ...noon, time: '14:00' };
    expect(carriedFromOf(late, friday, at('14:59'), clock)).toBeUndefined();
    expect(carriedFromOf(late, friday, at('15:00'), clock)).toEqual(noon);
  });

  it('keeps the first place however often it is moved, and within one cell nothing changes', () => {
    const carried = { ...friday, carriedFrom: noon };
    expect(carriedFromOf(carried, night, at('08:00'), clock)).toEqual(noon);
    expect(carriedFromOf(noon, noon, at('20:00'), clock)).toBeUndefined();
    expect(carriedFromOf(carried, friday, at('20:00'), clock)).toEqual(noon);
  });

  it('has nothing to tell once it is back where it was first planned', () => {
    expect(
      carriedFromOf({ ...friday, carriedFrom: noon }, noon, at('20:00'), clock),
    ).toBeUndefined();
  });
});
