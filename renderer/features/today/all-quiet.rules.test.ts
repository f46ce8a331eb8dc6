import { type ContentItem, SLOTS } from '@shared/domain/calendar/content.schema';
import { expect, it } from 'vitest';
import { isAllQuiet } from './all-quiet.rules';

const items = SLOTS.map((slot) => ({ slot }) as ContentItem);
const quiet = { items, nextSteps: [], dueRescues: 0 };

it('is quiet when every slot is planned and nothing waits', () => {
  expect(isAllQuiet(quiet, 0)).toBe(true);
  expect(isAllQuiet({ ...quiet, items: items.slice(1) }, 0)).toBe(false);
});

it('is not quiet while somebody is to be won back or touched, or while that is not known yet', () => {
  expect(isAllQuiet({ ...quiet, dueRescues: 1 }, 0)).toBe(false);
  expect(isAllQuiet(quiet, 3)).toBe(false);
  expect(isAllQuiet(quiet, undefined)).toBe(false);
});
