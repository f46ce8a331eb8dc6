import { expect, it } from 'vitest';
import { isItemOverdue } from './overdue.rules';
import { DEFAULT_SLOT_SETTINGS } from './slot-defaults';

const item = { date: '2026-11-20', slot: 'noon', status: 'ready' } as const;
const at = (day: string, time: string) => isItemOverdue(item, { day, time }, DEFAULT_SLOT_SETTINGS);

it('is late once its slot is over, and never after it was sent', () => {
  expect(at('2026-11-19', '23:59')).toBe(false);
  expect(at('2026-11-20', '12:59')).toBe(false);
  expect(at('2026-11-20', '13:00')).toBe(true);
  expect(at('2026-11-21', '00:00')).toBe(true);
  const sent = { ...item, status: 'sent' } as const;
  expect(isItemOverdue(sent, { day: '2026-11-21', time: '00:00' }, DEFAULT_SLOT_SETTINGS)).toBe(
    false,
  );
});
