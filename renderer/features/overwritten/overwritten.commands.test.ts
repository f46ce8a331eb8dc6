import { formatHlc } from '@shared/sync/clock';
import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { letOverwrittenBe, takeOverwritten } from './overwritten.commands';

const LOST = formatHlc(1000, 0, 'laptop-a');
const WON = formatHlc(2000, 0, 'laptop-b');

async function withLostPhase(value: unknown) {
  const { db, door } = await openTestDoor();
  const groupId = await door.run(
    commandOf(['groups', 'overwritten'], async (tx) => {
      const id = tx.newId();
      await tx.create('groups', { id, name: '早餐群', ownerName: '小周', openedAt: 1 });
      await tx.create('overwritten', {
        id: `groups.${id}.ownerName.${LOST}`,
        entity: 'groups',
        entityId: id,
        field: 'ownerName',
        value,
        writtenAt: LOST,
        lostTo: WON,
        at: 3000,
      });
      return id;
    }),
    {},
  );
  const id = `groups.${groupId}.ownerName.${LOST}`;
  const group = async () => (await allRows(db, 'groups'))[0];
  const lost = async () => (await allRows(db, 'overwritten'))[0];
  return { db, door, id, group, lost };
}

describe('a value that lost', () => {
  it('is put into the record in one step, which undo takes back whole', async () => {
    const { door, id, group, lost } = await withLostPhase('小林');
    await door.run(takeOverwritten, { id, label: '早餐群 · 负责人' });
    expect((await group())?.ownerName).toBe('小林');
    expect((await lost())?.settledAt).toBeGreaterThan(0);
    await door.undo();
    expect((await group())?.ownerName).toBe('小周');
    expect((await lost())?.settledAt).toBeUndefined();
  });

  it('that had cleared the field clears it', async () => {
    const { door, id, group } = await withLostPhase(undefined);
    await door.run(takeOverwritten, { id, label: '' });
    expect((await group())?.ownerName).toBeUndefined();
  });

  it('is refused by name where the record could not hold it', async () => {
    const { door, id, group, lost } = await withLostPhase(42);
    await expect(door.run(takeOverwritten, { id, label: '' })).rejects.toMatchObject({
      code: 'overwritten-not-fitting',
    });
    expect((await group())?.ownerName).toBe('小周');
    expect((await lost())?.settledAt).toBeUndefined();
  });

  it('of a record that is gone has nowhere to go', async () => {
    const { door, id } = await withLostPhase('小林');
    await door.run(
      commandOf(['groups'], async (tx) => {
        for (const group of await tx.all('groups')) await tx.remove('groups', group.id);
      }),
      {},
    );
    await expect(door.run(takeOverwritten, { id, label: '' })).rejects.toMatchObject({
      code: 'overwritten-gone',
    });
  });

  it('may be let be, and the record stays as it is', async () => {
    const { door, id, group, lost } = await withLostPhase('小林');
    await door.run(letOverwrittenBe, { ids: [id] });
    expect((await group())?.ownerName).toBe('小周');
    expect((await lost())?.settledAt).toBeGreaterThan(0);
  });
});
