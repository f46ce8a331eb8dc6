import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { doAgain } from './sync.commands';

async function withGroup() {
  const { db, door } = await openTestDoor();
  const id = await door.run(
    commandOf(['groups'], async (tx) => {
      const groupId = tx.newId();
      await tx.create('groups', { id: groupId, name: '早餐群', ownerName: '小周', openedAt: 1 });
      return groupId;
    }),
    {},
  );
  return { door, id, groups: () => allRows(db, 'groups') };
}

describe('a refused step done again', () => {
  it('sets and clears what it did, and undo takes it back', async () => {
    const { door, id, groups } = await withGroup();
    const changes = [{ entity: 'groups', id, set: { name: '晚餐群' }, unset: ['ownerName'] }];
    await door.run(doAgain, { changes });
    const [changed] = await groups();
    expect(changed?.name).toBe('晚餐群');
    expect(changed?.ownerName).toBeUndefined();
    await door.undo();
    expect((await groups())[0]).toMatchObject({ name: '早餐群', ownerName: '小周' });
  });

  it('makes and removes records', async () => {
    const { door, id, groups } = await withGroup();
    const made = { name: '午餐群', openedAt: 2 };
    await door.run(doAgain, {
      changes: [
        { entity: 'groups', id: 'made-again', set: made, isNew: true },
        { entity: 'groups', id, gone: true },
      ],
    });
    expect(await groups()).toMatchObject([{ id: 'made-again', name: '午餐群' }]);
  });

  it('that no longer fits is refused whole', async () => {
    const { door, id, groups } = await withGroup();
    const changes = [
      { entity: 'groups', id, set: { name: '晚餐群' } },
      { entity: 'groups', id: 'half-a-group', set: { note: 'x' } },
    ];
    await expect(door.run(doAgain, { changes })).rejects.toMatchObject({
      code: 'overwritten-not-fitting',
    });
    expect(await groups()).toMatchObject([{ name: '早餐群' }]);
  });

  it('leaves out what stays on this laptop', async () => {
    const { door, groups } = await withGroup();
    await door.run(doAgain, { changes: [{ entity: 'clocks', id: 'groups:x', set: {} }] });
    expect(await groups()).toHaveLength(1);
  });
});
