import { describe, expect, it } from 'vitest';
import { INTAKE, mayChange, maySee, type ScopeWorld, SHARED, scopesOf, WHOLE } from './scopes';

const stays: Record<string, string[]> = { 'm-1': ['g-2', 'g-1'], 'm-2': [] };
const runs: Record<string, Record<string, unknown>> = {
  'r-1': { id: 'r-1', groupId: 'g-3' },
  'r-2': { id: 'r-2' },
};
const world: ScopeWorld = {
  groupsOf: (id) => stays[id] ?? [],
  parent: (entity, id) => (entity === 'sopRuns' ? runs[id] : undefined),
};

describe('who sees a row', () => {
  it.each([
    ['templates: everybody', 'sopTemplates', {}, [SHARED]],
    ['a group: itself', 'groups', { id: 'g-1' }, ['g-1']],
    ['a person: all their groups', 'members', { id: 'm-1' }, ['g-1', 'g-2']],
    ['an order: like its person', 'orders', { memberId: 'm-1' }, ['g-1', 'g-2']],
    ['a person in no group', 'members', { id: 'm-2' }, [INTAKE]],
    ['an order of nobody', 'orders', {}, [SHARED]],
    ['content for groups', 'contentItems', { groupIds: ['g-2', 'g-1', 'g-2'] }, ['g-1', 'g-2']],
    ['content for all', 'contentItems', { groupIds: [] }, [SHARED]],
    ['a step: like its run', 'sopSteps', { runId: 'r-1' }, ['g-3']],
    ['a step of a run of no group', 'sopSteps', { runId: 'r-2' }, [SHARED]],
    ['a step whose run is not there: no wider', 'sopSteps', { runId: 'r-9' }, [WHOLE]],
    [
      'a stay: its group and who sees the person',
      'memberships',
      { memberId: 'm-1', groupId: 'g-9' },
      ['g-1', 'g-2', 'g-9'],
    ],
    [
      'a stay that is over: its group',
      'memberships',
      { memberId: 'm-1', groupId: 'g-9', leftAt: 5 },
      ['g-9'],
    ],
  ] as const)('%s', (_, entity, row, scopes) => {
    expect(scopesOf(entity, row, world)).toEqual(scopes);
  });
});

describe('grants', () => {
  const narrow = [
    { scope: 'g-1', canWrite: true },
    { scope: 'g-2', canWrite: false },
  ];
  it('show what bears one of their groups, and what is everybody’s', () => {
    expect(maySee(narrow, ['g-2', 'g-7'])).toBe(true);
    expect(maySee(narrow, ['g-7', INTAKE])).toBe(false);
    expect(maySee([], [SHARED])).toBe(true);
  });

  it('let change what bears a group that is theirs to write', () => {
    expect(mayChange(narrow, ['g-2'])).toBe(false);
    expect(mayChange(narrow, ['g-1', 'g-7'])).toBe(true);
  });
});
