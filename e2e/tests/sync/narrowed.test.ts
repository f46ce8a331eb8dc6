import { expect, test } from '../../fixtures';
import { holdTheSame, idOf } from '../../lib/sync/same-stores';
import { addPeople, editPerson } from '../../lib/sync/team-work';
import { type Laptop, startTwoLaptops } from '../../lib/sync/two-laptops';
import { GroupsScreen } from '../../pages/groups-screen';
import { TransferScreen } from '../../pages/transfer-screen';

const EAST = '城东 1 群';
const WEST = '城西 2 群';
const PEOPLE = {
  林晚晴: '13800000001',
  周小满: '13800000002',
  何知远: '13800000003',
  沈一诺: '13800000004',
};

const names = async ({ running }: Laptop, store = 'members'): Promise<unknown[]> =>
  (await running.rows(store)).map(({ name }) => name).sort();

test('a laptop narrowed to one group lets go of the others, works on in its own, and has all again once widened', async ({
  folder,
  startConsole,
}) => {
  test.setTimeout(170_000);
  const { hub, owner, leader } = await startTwoLaptops(folder, startConsole);
  try {
    await new GroupsScreen(owner.running.page).addAll([EAST, WEST]);
    await addPeople(owner, PEOPLE);
    const transfer = new TransferScreen(owner.running.page);
    await transfer.fillGroup(EAST, ['林晚晴', '周小满']);
    await transfer.fillGroup(WEST, ['周小满', '何知远']);
    await holdTheSame(owner, leader);

    await owner.sync.changeSight('小组长的电脑', [EAST]);
    await owner.running.page.screenshot({ path: test.info().outputPath('seats.png') });
    await expect.poll(() => names(leader, 'groups'), { timeout: 30_000 }).toEqual([EAST]);
    await expect.poll(() => names(leader)).toEqual(['周小满', '林晚晴'].sort());
    const west = String((await owner.running.rows('groups')).find((it) => it.name === WEST)?.id);
    const hidden = await Promise.all(['何知远', '沈一诺'].map((name) => idOf(owner, name)));
    const held = JSON.stringify(
      await Promise.all(
        ['memberships', 'memberStats', 'clocks', 'rosterLists', 'interactions', 'outbox'].map(
          (store) => leader.running.rows(store),
        ),
      ),
    );
    for (const id of hidden) expect(held).not.toContain(id);
    await leader.sync.hasAgreed();
    await leader.running.page.screenshot({ path: test.info().outputPath('narrowed.png') });

    // Both go on, each in what it sees; nothing of the other group comes.
    await editPerson(leader, '林晚晴', 'region', '城东');
    await editPerson(owner, '何知远', 'region', '城西');
    await owner.sync.hasAgreed();
    await expect
      .poll(async () => (await owner.running.rows('members')).map(({ region }) => region))
      .toContain('城东');
    expect(await names(leader)).toEqual(['周小满', '林晚晴'].sort());
    // Whoever comes into the group comes with all that is known of them.
    await transfer.fillGroup(EAST, ['林晚晴', '周小满', '何知远']);
    await expect.poll(() => names(leader)).toEqual(['何知远', '周小满', '林晚晴'].sort());
    const come = (await leader.running.rows('members')).find(({ name }) => name === '何知远');
    expect(come).toMatchObject({ region: '城西' });
    expect(JSON.stringify(await leader.running.rows('groups'))).not.toContain(west);

    await owner.sync.changeSight('小组长的电脑', 'all');
    await expect.poll(() => names(leader, 'groups'), { timeout: 30_000 }).toHaveLength(2);
    await holdTheSame(owner, leader);
  } finally {
    await hub.kill();
  }
});
