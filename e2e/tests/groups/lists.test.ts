import { expect, test } from '../../fixtures';
import type { Row, RunningConsole } from '../../lib/running-console';
import { writeInto } from '../../lib/write-file';
import { GroupsScreen } from '../../pages/groups-screen';
import { ListsScreen } from '../../pages/lists-screen';

const [ONE, TWO] = ['门店1群', '门店2群'] as const;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

type Person = { id: string; name: string };

/** People whose names are nobody else's and no part of another's. */
async function named(running: RunningConsole, count: number, who: string): Promise<Person[]> {
  const members = await running.rows('members');
  const names = members.map(({ name }) => String(name));
  const found = members
    .filter(({ identity }) => identity === who)
    .map(({ id, name }) => ({ id: String(id), name: String(name) }))
    .filter(({ name }) => names.filter((it) => it.includes(name)).length === 1);
  expect(found.length).toBeGreaterThanOrEqual(count);
  return found.slice(0, count);
}

const shops = (running: RunningConsole, count: number) => named(running, count, 'store');

const inside = (rows: readonly Row[]) =>
  rows
    .filter(({ leftAt }) => leftAt === undefined)
    .map(({ memberId }) => String(memberId))
    .sort();
const ids = (people: readonly Person[]) => people.map(({ id }) => id).sort();

test('a weekly list says who came, went and stayed, asks for those it cannot know, and is one undo', async ({
  startFilled,
}) => {
  test.setTimeout(150_000);
  const running = await startFilled();
  await running.isReady('today');
  const { page } = running;
  const people = await shops(running, 6);
  const [a, b, c, d, e, f] = people.map(({ name }) => name);
  await new GroupsScreen(page).addAll([ONE]);
  const lists = new ListsScreen(page);
  await lists.open(ONE);
  await lists.plan([`${ONE}(4)`, a ?? '', b ?? '', c ?? '', d ?? ''], daysAgo(8));
  await lists.expectCounts({ joined: 4, left: 0, stayed: 0, unknown: 0, ambiguous: 0 });
  await lists.commit();
  await expect(lists.rows).toHaveCount(1);
  await expect(page.getByTestId('list-overdue')).toBeVisible();

  // Two left, two came, one is nobody's name; another text takes the old plan away.
  const week = [`${ONE}(5)`, a ?? '', b ?? '', e ?? '', f ?? '', '客人甲乙丙'];
  await lists.plan(week);
  await lists.expectCounts({ joined: 2, left: 2, stayed: 2, unknown: 1, violators: 4 });
  await page.getByTestId('list-paste').press('End');
  await page.getByTestId('list-paste').pressSequentially('\n');
  await expect(lists.view).toHaveCount(0);
  await lists.plan(week);
  await lists.settle(lists.asked('客人甲乙丙'), 'list-as-new');
  await lists.expectCounts({ joined: 3, unknown: 0 });
  await lists.settle(lists.asked('客人甲乙丙'), 'list-as-unknown');
  await lists.expectCounts({ joined: 2, unknown: 1 });
  const before = inside(await running.rows('memberships'));
  await lists.commit();
  await expect(lists.rows).toHaveCount(2);
  const stayed = people.filter((_, at) => at !== 2 && at !== 3);
  await expect.poll(async () => inside(await running.rows('memberships'))).toEqual(ids(stayed));
  await lists.undo();
  await expect(lists.rows).toHaveCount(1);
  await expect.poll(async () => inside(await running.rows('memberships'))).toEqual(before);

  // Again for good; the unknown name is settled a day later, from the history.
  await lists.plan(week);
  await lists.commit();
  await expect(lists.rows).toHaveCount(2);
  await lists.rows.first().click();
  const unknown = page.getByTestId('list-unknown');
  await lists.settle(unknown, 'list-as-new');
  await expect(unknown).toHaveCount(0);
  await page.keyboard.press('Escape');
  await running.restart();
  const again = new ListsScreen(running.page);
  await again.open(ONE);
  await expect(again.rows).toHaveCount(2);
  expect(inside(await running.rows('memberships'))).toHaveLength(5);
});

test('lists that cannot be right are said before they do harm', async ({ startFilled, folder }) => {
  test.setTimeout(150_000);
  const running = await startFilled();
  await running.isReady('today');
  const { page } = running;
  const names = Array.from(
    { length: 26 },
    (_, at) => `海鲜行${at + 101}号-周${'一二三四五六'[at % 6]}`,
  );
  await new GroupsScreen(page).add({ name: ONE, capacity: 25 });
  await new GroupsScreen(page).addAll([TWO]);
  const lists = new ListsScreen(page);
  await lists.open(ONE);

  // From a file with columns of its own; one more than the group takes.
  const table = ['序号,群昵称,头像', ...names.map((name, at) => `${at + 1},${name},x`)].join('\n');
  const file = await writeInto(folder, '群成员.csv', table);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByTestId('list-paste')).toHaveValue(/群昵称/);
  await page.getByTestId('list-plan').click();
  await lists.expectCounts({ joined: 0, unknown: 26 });
  await page.getByTestId('list-all-new').click();
  await lists.expectCounts({ joined: 26, unknown: 0 });
  await expect(lists.sentence('overCapacity')).toContainText('25');
  await lists.commit();
  await expect(page.getByTestId('group-over')).toHaveText('超出上限 1 人');

  // Three of 26 names: half the group would be gone, so it is asked twice.
  await lists.plan([`${TWO}(9)`, ...names.slice(0, 3)]);
  await expect(lists.sentence('manyLeft')).toBeVisible();
  await expect(lists.sentence('cutOff')).toBeVisible();
  await expect(lists.sentence('otherGroup')).toContainText(TWO);
  await expect(page.getByTestId('list-commit')).toBeDisabled();
  await page.getByTestId('list-sure').check();
  await expect(page.getByTestId('list-commit')).toBeEnabled();

  // Older than the newest: nothing to confirm.
  await lists.plan(names, daysAgo(3));
  await expect(lists.sentence('olderThanLast')).toBeVisible();
  await expect(page.getByTestId('list-commit')).toBeDisabled();
  await lists.plan(['------', '群成员'], daysAgo(0));
  await expect(lists.view.filter({ hasText: '没有读到名字' })).toBeVisible();
});

test('a list names who should not be in the group, those who just came and those inside before', async ({
  startFilled,
}) => {
  const running = await startFilled();
  await running.isReady('today');
  const { page } = running;
  const owners = (await shops(running, 3)).map(({ name }) => name);
  const [before = '', newcomer = ''] = (await named(running, 2, 'consumer')).map(
    ({ name }) => name,
  );
  await new GroupsScreen(page).add({ name: ONE, capacity: 4, identity: '实体门店' });
  const lists = new ListsScreen(page);
  await lists.open(ONE);
  await lists.plan([...owners, before]);
  await expect(lists.sentence('misplaced')).toContainText(before);
  await expect(lists.sentence('misplacedBefore')).toHaveCount(0);
  await lists.commit();

  await lists.plan([...owners, before, newcomer]);
  await lists.expectCounts({ joined: 1, left: 0, stayed: 4 });
  await expect(lists.sentence('misplaced')).toContainText(newcomer);
  await expect(lists.sentence('misplacedBefore')).toContainText(before);
  await lists.commit();
  await page.getByTestId('group-back').click();
  await expect(page.getByTestId('group-over')).toHaveText('超出上限 1 人');
});

test('nicknames off the template are listed, told, and found right on the next list', async ({
  startFilled,
}) => {
  test.setTimeout(150_000);
  const running = await startFilled();
  await running.isReady('today');
  const { page } = running;
  const people = await shops(running, 3);
  const [a, b, c] = people.map(({ name }) => name);
  await new GroupsScreen(page).addAll([ONE]);
  const lists = new ListsScreen(page);
  await lists.open(ONE);
  await page.getByTestId('nickname-edit').click();
  await page.getByTestId('nickname-field').fill('{店名}-{姓名}');
  await page.getByTestId('nickname-save').click();
  await expect(page.getByTestId('nickname-template')).toHaveText('{店名}-{姓名}');
  await lists.plan([a ?? '', b ?? '', c ?? ''], daysAgo(7));
  await lists.commit();
  await expect(lists.violators).toHaveCount(3);
  await expect(page.getByTestId('nickname-count')).toHaveAttribute('data-of', '3');
  await page.getByTestId('nickname-mark-all').click();
  await expect
    .poll(async () =>
      (await running.rows('rosterLists')).map((list) =>
        [...((list.toldIds ?? []) as string[])].sort(),
      ),
    )
    .toEqual([ids(people)]);
  await lists.plan([`鲜果坊-${a}`, `小店里-${b}`, c ?? '']);
  await lists.expectCounts({ stayed: 3, ambiguous: 0, violators: 1 });
  await lists.commit();
  await expect(lists.violators).toHaveCount(1);
  await expect(lists.violators).toHaveAttribute('data-member-id', people[2]?.id ?? '');
  await expect(page.getByTestId('nicknames')).toContainText('上次不合的 3 人里，2 人已改好');
});

test('who is in two groups gets advice, is taken out of one, and comes back with undo', async ({
  startFilled,
}) => {
  test.setTimeout(150_000);
  const running = await startFilled();
  await running.isReady('today');
  const { page } = running;
  const [a, b] = await shops(running, 2);
  if (!a || !b) throw new Error('nobody to list');
  await new GroupsScreen(page).addAll([ONE, TWO]);
  const lists = new ListsScreen(page);
  await lists.open(ONE);
  await lists.plan([a.name, b.name], daysAgo(5));
  await lists.commit();
  await lists.open(TWO);
  await lists.plan([a.name]);
  await lists.commit();

  await lists.openOverlaps();
  const one = (await running.rows('groups')).find(({ name }) => name === ONE);
  await expect(lists.overlapOf(a.id)).toHaveAttribute('data-stay', String(one?.id));
  await expect(page.getByTestId('overlap-row')).toHaveCount(1);
  await lists.overlapOf(a.id).click();
  const panel = page.getByTestId('overlap-panel');
  await expect(panel).toContainText('先进的是留下的群');
  await panel
    .getByTestId('overlap-place')
    .filter({ hasText: TWO })
    .getByTestId('overlap-remove')
    .click();
  await expect(lists.overlapOf(a.id)).toHaveCount(0);
  await lists.undo();
  await expect(lists.overlapOf(a.id)).toBeVisible();
});
