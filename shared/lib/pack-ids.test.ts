import { describe, expect, it } from 'vitest';
import { packIds, unpackIds } from './pack-ids';

describe('ids as one text', () => {
  it.each([
    [[]],
    [['019361aa-0000-7000-8000-000000000001', '019361aa-0000-7000-8000-000000000002']],
    [['019361aa-0000-7000-8000-000000000001', 'somebody']],
  ])('come back as they were: %j', (ids) => {
    expect(unpackIds(packIds(ids))).toEqual(ids);
  });
});
