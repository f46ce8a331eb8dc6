import { expect, type Page } from '@playwright/test';
import { PlacementScreen } from '../../pages/placement-screen';
import { SopScreen } from '../../pages/sop-screen';
import type { RunningConsole } from '../running-console';
import { INSIDE } from './flow-counts';
import type { FlowPeople } from './flow-people';

const GROUP_SIZE = 6;

const memberIdsInside = async (running: RunningConsole) =>
  (await running.rows('memberships'))
    .filter((row) => row.leftAt === undefined)
    .map((row) => String(row.memberId))
    .sort();

/** Shops and sellers in one class of small groups, so that both a clash and a full group come up. */
export async function mixTheClass(page: Page): Promise<void> {
  const placement = new PlacementScreen(page);
  await placement.openGroups('classes');
  await placement.classRow('class-store').getByRole('button', { name: '修改' }).click();
  await page.getByTestId('class-identities').press('ArrowDown');
  await page.getByRole('option', { name: '微商/网商' }).click();
  await page.keyboard.press('Tab');
  await page.getByTestId('class-capacity').fill(String(GROUP_SIZE));
  await page.getByTestId('class-save').click();
  await expect(placement.classRow('class-store')).toContainText('实体门店、微商/网商');
}

/** A clash refused, a full group, the next one, those who wait; taken back and done again. */
export async function place(
  running: RunningConsole,
  people: FlowPeople,
  approved: readonly string[],
): Promise<void> {
  const { page } = running;
  const placement = new PlacementScreen(page);
  const { seller, consumers } = people;
  const shops = approved.flatMap((id) => people.shops.find((shop) => shop.id === id) ?? []);
  const partOf = (classId: string) =>
    page.locator(`[data-testid=placement-class][data-class-id="${classId}"]`);
  const stores = partOf('class-store');
  await placement.openStep();
  await expect(stores.getByTestId('placement-waiting')).toHaveAttribute('data-count', '9');
  await stores.getByTestId('placement-open-next').first().click();
  await expect(stores.getByTestId('placement-target')).toHaveAttribute('data-count', '1');
  const [firstShop] = shops;
  if (!firstShop) throw new Error('no shop');
  await expect(placement.refusalOf(firstShop.id)).toHaveAttribute(
    'data-reason',
    'identityConflict',
  );
  await expect(placement.refusalOf(firstShop.id)).toContainText('微商/网商');

  await stores.getByTestId('placement-open-next').first().click();
  await expect(stores.getByTestId('placement-target').nth(1)).toHaveAttribute(
    'data-count',
    String(GROUP_SIZE),
  );
  await expect(stores.getByTestId('placement-waiting')).toHaveAttribute('data-count', '2');
  await expect(stores.getByTestId('placement-open-next')).toHaveCount(1);
  await partOf('class-consumer').getByTestId('placement-open-next').click();
  await expect(partOf('class-consumer').getByTestId('placement-target')).toHaveAttribute(
    'data-count',
    '9',
  );
  await placement.place.click();
  const inside = [seller, ...shops.slice(0, GROUP_SIZE), ...consumers.slice(0, 9)]
    .map(({ id }) => id)
    .sort();
  expect(inside).toHaveLength(INSIDE);
  await expect.poll(() => memberIdsInside(running)).toEqual(inside);

  // A shop that waits is refused by hand at the seller's group.
  const waiting = shops[GROUP_SIZE];
  await page
    .locator(`[data-testid=placement-person][data-member-id="${waiting?.id}"]`)
    .getByRole('checkbox')
    .check();
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('placement-group').filter({ hasText: '实体门店1群' }).click();
  await expect(dialog.getByTestId('placement-refused')).toContainText(waiting?.name ?? '');
  await expect(page.getByTestId('placement-hand-place')).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByTestId('undo').last().click();
  await expect.poll(() => memberIdsInside(running)).toEqual([]);
  await page.getByTestId('redo').click();
  await expect.poll(() => memberIdsInside(running)).toEqual(inside);
  const sop = new SopScreen(page);
  await expect(sop.metric).toHaveValue(String(INSIDE));
  await page.getByTestId('sop-complete-step').click();
  await expect(sop.step(7)).toHaveAttribute('data-state', 'done');
}
