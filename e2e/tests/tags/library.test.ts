import { expect, test } from '../../fixtures';
import { MembersScreen } from '../../pages/members-screen';
import { TagsScreen } from '../../pages/tags-screen';

const REPEAT = 'tag-behaviour-repeat';
const KNOWN = 'tag-base-phone-known';

test('after an import the rules have tagged everybody; a rule goes off and on, also over a restart', async ({
  startFilled,
}) => {
  const running = await startFilled();
  let tags = new TagsScreen(running.page);
  await tags.open();
  expect(await tags.rows.count()).toBeGreaterThanOrEqual(100);
  await expect.poll(() => tags.countOf(KNOWN)).toBeGreaterThan(0);
  const repeat = await tags.countOf(REPEAT);
  expect(repeat).toBe(await repeatBuyers(running.rows('orders')));
  await expect(running.page.getByTestId('tags-failed')).toHaveCount(0);

  await tags.flip(REPEAT);
  await expect(tags.row(REPEAT)).toHaveAttribute('data-count', '0');
  await running.restart();
  tags = new TagsScreen(running.page);
  await tags.open();
  await expect(tags.row(REPEAT)).toHaveAttribute('data-off', 'true');
  await expect(tags.row(REPEAT)).toHaveAttribute('data-count', '0');
  await tags.flip(REPEAT);
  await expect(tags.row(REPEAT)).toHaveAttribute('data-count', String(repeat));
  await running.page.getByTestId('undo').first().click();
  await expect(tags.row(REPEAT)).toHaveAttribute('data-off', 'true');
});

test('a tag leads to its people, who say why they carry it', async ({ startFilled }) => {
  const running = await startFilled();
  const { page } = running;
  const tags = new TagsScreen(page);
  await tags.open();
  await expect.poll(() => tags.countOf(REPEAT)).toBeGreaterThan(0);
  const repeat = await tags.countOf(REPEAT);
  await tags.row(REPEAT).getByRole('link').click();
  const members = new MembersScreen(page);
  await expect(members.total).toHaveText(String(repeat));
});

test('a rule of one’s own is tried out before it is saved, and gives its tag at once', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const tags = new TagsScreen(page);
  await tags.open();
  const people = await running.countRows('members');
  await page.getByTestId('tag-add').click();
  await page.getByTestId('tag-name').fill('全体成员');
  await page.getByTestId('tag-dialog').getByRole('switch').click({ force: true });
  await expect(page.getByTestId('rule-builder')).toBeVisible();
  await page.getByTestId('tag-trial').click();
  await expect(page.getByTestId('tag-trial-result')).toHaveAttribute('data-gained', String(people));
  await page.getByTestId('tag-save').click();
  await expect(tags.named('全体成员')).toHaveAttribute('data-count', String(people));
  await page.getByTestId('undo').first().click();
  await expect(tags.named('全体成员')).toHaveCount(0);
});

test('a ready-made tag is renamed, keeps its people, and comes back as it was', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const tags = new TagsScreen(page);
  await tags.open();
  await expect.poll(() => tags.countOf(REPEAT)).toBeGreaterThan(0);
  const repeat = await tags.countOf(REPEAT);
  const own = await running.countRows('tags');
  await tags.openTag(REPEAT);
  await page.getByTestId('tag-edit').click();
  await page.getByTestId('tag-name').fill('回头客');
  await page.getByTestId('tag-save').click();
  await expect(tags.named('回头客')).toHaveAttribute('data-count', String(repeat));
  expect(await running.countRows('tags')).toBe(own + 1);
  await page.getByTestId('tag-more').click();
  await page.getByTestId('tag-reset').click();
  await expect(tags.named('回头客')).toHaveCount(0);
  expect(await running.countRows('tags')).toBe(own);
});

/** Counted by hand: people with orders on two or more days of Shanghai. */
async function repeatBuyers(read: Promise<Record<string, unknown>[]>): Promise<number> {
  const days = new Map<unknown, Set<string>>();
  for (const order of await read) {
    if (order.status === 'cancelled' || order.status === 'pending') continue;
    const day = new Date(Number(order.orderedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    const known = days.get(order.memberId) ?? new Set<string>();
    days.set(order.memberId, known.add(day));
  }
  return [...days.values()].filter((of) => of.size >= 2).length;
}
