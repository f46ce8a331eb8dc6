import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { SLOTS } from '@shared/domain/calendar/slots';
import { expect, it } from 'vitest';
import { isAllQuiet } from './all-quiet.rules';

const items = SLOTS.map((slot) => ({ slot }) as ContentItem);
const quiet = { items, nextSteps: [], dueRescues: 0 };
const counts = { total: 4, sent: 1, overdue: 0, givenUp: 0, ahead: 3 };
const work = { counts, missed: [] };

it('is quiet when every slot is planned and nothing waits', () => {
  expect(isAllQuiet(quiet, 0, work)).toBe(true);
  expect(isAllQuiet({ ...quiet, items: items.slice(1) }, 0, work)).toBe(false);
});

it('is not quiet while somebody is to be won back or touched, or while that is not known yet', () => {
  expect(isAllQuiet({ ...quiet, dueRescues: 1 }, 0, work)).toBe(false);
  expect(isAllQuiet(quiet, 3, work)).toBe(false);
  expect(isAllQuiet(quiet, undefined, work)).toBe(false);
});

it('is not quiet while a piece is late, or while the day of sending is not known yet', () => {
  expect(isAllQuiet(quiet, 0, { ...work, counts: { ...counts, overdue: 1 } })).toBe(false);
  expect(isAllQuiet(quiet, 0, undefined)).toBe(false);
});
