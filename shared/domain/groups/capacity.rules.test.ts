import { describe, expect, it } from 'vitest';
import { peopleOver } from './capacity.rules';

describe('a group over its capacity', () => {
  it('is told by how many; a full one is not over', () => {
    expect([0, 499, 500, 501, 512].map((inside) => peopleOver(inside, 500))).toEqual([
      0, 0, 0, 1, 12,
    ]);
  });
});
