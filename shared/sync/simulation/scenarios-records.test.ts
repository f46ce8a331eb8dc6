import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowChange } from '../op';
import { create, edit, remove, rowOf, settle, type Team, teamOf } from './team';

/** Two laptops that share one record with `a` and `b`. */
async function pairWith(id: string): Promise<Team> {
  const team = teamOf(2);
  team.laptops[0]?.write([create(id, { a: 0, b: 0 })]);
  await settle(team);
  return team;
}

function expectAll(team: Team, id: string, row: Record<string, unknown> | undefined): void {
  for (const laptop of team.laptops) {
    expect(rowOf(laptop, 'settings', id)).toEqual(row && { id, ...row });
  }
}

describe('two laptops that work apart', () => {
  it('keep both edits of different fields', async () => {
    const team = await pairWith('r');
    team.laptops[0]?.write([edit('r', { a: 1 })]);
    team.laptops[1]?.write([edit('r', { b: 2 })]);
    await settle(team);
    expectAll(team, 'r', { a: 1, b: 2 });
  });

  it('keep the later edit of the same field, whoever comes to the hub first', async () => {
    for (const first of [0, 1]) {
      const team = await pairWith('r');
      team.laptops[0]?.write([edit('r', { a: 1 })]);
      team.pass(10);
      team.laptops[1]?.write([edit('r', { a: 2 })]);
      await team.laptops[first]?.round();
      await settle(team);
      expectAll(team, 'r', { a: 2, b: 0 });
    }
  });

  it('let a removal win over an edit that did not know of it', async () => {
    for (const [later, earlier] of [
      [remove('r'), edit('r', { a: 5 })],
      [edit('r', { a: 5 }), remove('r')],
    ] as const) {
      const team = await pairWith('r');
      team.laptops[0]?.write([earlier]);
      team.pass(10);
      team.laptops[1]?.write([later]);
      await settle(team);
      expectAll(team, 'r', undefined);
    }
  });

  it('bring a removed record back with what it is given then', async () => {
    const team = await pairWith('r');
    team.laptops[0]?.write([remove('r')]);
    await settle(team);
    team.laptops[1]?.write([create('r', { b: 7 })]);
    await settle(team);
    expectAll(team, 'r', { b: 7 });
  });

  it('make one record of one that both created under the same id', async () => {
    const team = teamOf(2);
    team.laptops[0]?.write([create('r', { a: 1 })]);
    team.pass(10);
    team.laptops[1]?.write([create('r', { a: 2, b: 2 })]);
    await settle(team);
    expectAll(team, 'r', { a: 2, b: 2 });
  });

  it('take a merge of two people together with what somebody else does to the one who goes', async () => {
    const team = teamOf(2);
    const person = (id: string, set: Record<string, unknown>) => ({
      ...{ entity: 'members', id, isNew: true, set },
    });
    team.laptops[0]?.write([person('stays', { a: 1 }), person('goes', { a: 2 })]);
    team.laptops[0]?.write([
      { entity: 'notes', id: 'note', isNew: true, set: { memberId: 'goes', text: 1 } },
    ]);
    await settle(team);
    team.laptops[0]?.write([
      { entity: 'members', id: 'stays', set: { b: 2 } },
      { entity: 'members', id: 'goes', gone: true },
      { entity: 'notes', id: 'note', set: { memberId: 'stays' } },
    ]);
    team.pass(10);
    team.laptops[1]?.write([
      { entity: 'members', id: 'goes', set: { a: 9 } },
      { entity: 'notes', id: 'note', set: { text: 5 } },
    ]);
    await settle(team);
    for (const laptop of team.laptops) {
      expect(rowOf(laptop, 'members', 'goes')).toBeUndefined();
      expect(rowOf(laptop, 'members', 'stays')).toEqual({ id: 'stays', a: 1, b: 2 });
      expect(rowOf(laptop, 'notes', 'note')).toEqual({ id: 'note', memberId: 'stays', text: 5 });
    }
  });
});

it('settles a conflict of three the same way in every order', async () => {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const written: RowChange[] = [edit('r', { a: 1 }), remove('r'), create('r', { b: 3 })];
  for (const order of orders) {
    const team = teamOf(3);
    team.laptops[0]?.write([create('r', { a: 0 })]);
    await settle(team);
    for (const [n, laptop] of team.laptops.entries()) {
      const change = written[n];
      // The third does not know the record: for it this is a new one.
      if (n === 2) laptop.disk.held.delete('settings:r');
      if (n === 2) laptop.disk.agreed.delete('settings:r');
      if (change) laptop.write([change]);
      team.pass(10);
    }
    for (const n of order) await team.laptops[n]?.round();
    await settle(team);
    for (const laptop of team.laptops.slice(0, 2)) {
      expect(rowOf(laptop, 'settings', 'r')).toEqual({ id: 'r', b: 3 });
    }
  }
});

it('ends alike after a hundred mixed operations of two laptops, in whatever order they meet', async () => {
  const what = fc.tuple(fc.nat(3), fc.constantFrom('a', 'b', 'c'), fc.nat(9), fc.nat(1), fc.nat(5));
  await fc.assert(
    fc.asyncProperty(fc.array(what, { minLength: 100, maxLength: 100 }), async (all) => {
      const team = teamOf(2);
      for (const [record, field, value, who, whim] of all) {
        const laptop = team.laptops[who];
        if (!laptop) continue;
        const id = `r${record}`;
        const isThere = rowOf(laptop, 'settings', id) !== undefined;
        if (!isThere) laptop.write([create(id, { [field]: value })]);
        else if (whim === 0) laptop.write([remove(id)]);
        else laptop.write([edit(id, { [field]: value })]);
        team.pass(value);
        if (whim === 5) await laptop.round();
      }
      await settle(team);
      const [one, other] = team.laptops.map(({ disk }) => Object.fromEntries(disk.held));
      expect(one).toEqual(other);
    }),
    { numRuns: 20 },
  );
});
