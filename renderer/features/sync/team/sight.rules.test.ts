import { ALL, INTAKE } from '@shared/sync/scopes';
import { describe, expect, it } from 'vitest';
import { grantsOf, sightOf, WHOLE_SIGHT } from './sight.rules';

describe('what a laptop is to see', () => {
  it('is everything, and all of it may be changed', () => {
    expect(grantsOf(WHOLE_SIGHT, false)).toEqual([{ scope: ALL, canWrite: true }]);
  });

  it('lets a viewer change nothing, whatever was ticked', () => {
    const sight = { ...WHOLE_SIGHT, isAll: false, groupIds: ['g1'], withIntake: true };
    expect(grantsOf(sight, true)).toEqual([
      { scope: 'g1', canWrite: false },
      { scope: INTAKE, canWrite: false },
    ]);
  });

  it.each([
    [[{ scope: ALL, canWrite: true }]],
    [[{ scope: 'g1', canWrite: true }]],
    [
      [
        { scope: 'g1', canWrite: false },
        { scope: 'g2', canWrite: false },
        { scope: INTAKE, canWrite: false },
      ],
    ],
  ])('comes out of a form as it went in: %j', (grants) => {
    expect(grantsOf(sightOf(grants), false)).toEqual(grants);
  });

  it('lets who is no viewer any more change things again', () => {
    const asViewer = grantsOf(WHOLE_SIGHT, true);
    expect(grantsOf(sightOf(asViewer, true), false)).toEqual([{ scope: ALL, canWrite: true }]);
  });

  it('of nothing chosen is nothing', () => {
    expect(grantsOf({ ...WHOLE_SIGHT, isAll: false }, false)).toEqual([]);
  });
});
