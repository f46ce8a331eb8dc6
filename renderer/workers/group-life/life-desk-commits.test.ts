import { GROUP_FIGURES } from '@shared/domain/group-life/figures.types';
import { joinId } from '@shared/lib/record-ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, at, member, NOW, open, order, put } from './life-desk.testing';

describe('following commits', () => {
  it('comes to the same as reading everything afresh, whatever is done in which order', async () => {
    const step = fc.record({
      what: fc.constantFrom('member', 'order', 'act', 'leave', 'input', 'day', 'undo', 'koc'),
      who: fc.nat(5),
      day: fc.integer({ min: 1, max: 24 }),
      group: fc.constantFrom('g1', 'g2', 'g3'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 16 }), async (steps) => {
        const world = await open();
        await world.group('g1');
        await world.group('g2');
        await world.desk.board({ nowMs: NOW });
        const people: string[] = [];
        for (const { what, who, day, group } of steps) {
          await world.desk.standings({ nowMs: NOW });
          const date = `2026-11-${String(day).padStart(2, '0')}`;
          const person = people[who % Math.max(1, people.length)];
          if (what === 'member' || person === undefined) {
            const second = group === 'g2' ? [] : [['g2', '2026-11-03T08:00'] as [string, string]];
            people.push(await member(world, [group, `${date}T08:00`], ...second));
          } else if (what === 'order') await order(world, person, `${date}T10:00`);
          else if (what === 'act') await act(world, person, 'ugc', `${date}T11:00`, group);
          else if (what === 'undo') await world.door.undo();
          else if (what === 'koc') {
            await world.run((tx) =>
              put(tx, 'kocs', { id: person, state: 'active', since: at(`${date}T08:00`) }),
            );
          } else if (what === 'leave') {
            await world.run(async (tx) => {
              const id = joinId(person, 'g2');
              const isThere = await tx.get('memberships', id);
              if (isThere) await tx.update('memberships', id, { leftAt: at(`${date}T12:00`) });
            });
          } else {
            await world.run(async (tx) => {
              if (what === 'input') {
                const row = { groupId: group, day: date, kind: 'gift', amountFen: 100 } as const;
                await tx.create('groupInputs', { id: tx.newId(), ...row });
              } else {
                const row = { groupId: group, day: date, messages: who };
                await put(tx, 'groupDays', { id: `${group}.${date}`, ...row });
              }
            });
          }
          await world.desk.board({ nowMs: NOW });
        }
        const [followed, fresh] = await Promise.all([
          world.desk.board({ nowMs: NOW }),
          world.fresh().board({ nowMs: NOW }),
        ]);
        expect(followed.groupIds).toEqual(fresh.groupIds);
        for (const figure of GROUP_FIGURES) {
          expect([figure, ...followed.columns[figure]]).toEqual([figure, ...fresh.columns[figure]]);
        }
        const [kept, anew] = await Promise.all([
          world.desk.standings({ nowMs: NOW }),
          world.fresh().standings({ nowMs: NOW }),
        ]);
        expect(kept?.standings).toEqual(anew?.standings);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('answers whoever knows the standing only when something changed, and with the last list', async () => {
    const world = await open();
    await world.group('g1');
    const first = await world.desk.standings({ nowMs: NOW });
    expect(first?.standings[0]?.due).toContainEqual(
      expect.objectContaining({ what: 'memberList', isFirst: true }),
    );
    const known = first?.stamp ?? 0;
    expect(await world.desk.standings({ nowMs: NOW, known })).toBeUndefined();
    const list = { groupId: 'g1', day: '2026-11-24', at: NOW, total: 3 };
    const id = await world.run(async (tx) => {
      const listId = tx.newId();
      await tx.create('rosterLists', { id: listId, ...list });
      return listId;
    });
    const dueOf = async () =>
      (await world.desk.standings({ nowMs: NOW }))?.standings[0]?.due.find(
        ({ what }) => what === 'memberList',
      );
    expect(await dueOf()).toEqual({ what: 'memberList', day: '2026-12-01', isOverdue: false });
    await world.run((tx) => tx.update('rosterLists', id, { day: '2026-11-10' }));
    expect(await dueOf()).toEqual({ what: 'memberList', day: '2026-11-17', isOverdue: true });
    await world.door.undo();
    await world.door.undo();
    expect(await dueOf()).toMatchObject({ isFirst: true });
  });

  it('asks again on the day that the newest decision named, of one group as of all', async () => {
    const world = await open();
    await world.group('g1');
    await world.group('g2');
    const decide = (at: number, askAgainDay?: string) =>
      world.run((tx) =>
        tx.create('groupEvents', {
          id: tx.newId(),
          groupId: 'g1',
          kind: 'decision',
          at,
          evidence: { decision: 'keep', advised: 'keep', ...(askAgainDay && { askAgainDay }) },
        }),
      );
    const asked = async () => {
      const one = await world.desk.standing({ groupId: 'g1', nowMs: NOW });
      const all = (await world.fresh().standings({ nowMs: NOW }))?.standings;
      expect(one).toEqual(all?.find(({ groupId }) => groupId === 'g1'));
      return one?.due.find(({ what }) => what === 'askAgain');
    };
    expect(await asked()).toBeUndefined();
    await decide(NOW - 3000, '2026-11-20');
    expect(await asked()).toEqual({ what: 'askAgain', day: '2026-11-20', isOverdue: true });
    await decide(NOW - 2000, '2027-06-01');
    expect(await asked()).toBeUndefined();
    await world.door.undo();
    expect(await asked()).toMatchObject({ day: '2026-11-20' });
    await decide(NOW - 1000);
    expect(await asked()).toBeUndefined();
    expect(await world.desk.standing({ groupId: 'nobody', nowMs: NOW })).toBeUndefined();
  });
});
