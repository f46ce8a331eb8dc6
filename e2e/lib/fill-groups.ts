import { expect } from '@playwright/test';
import { GroupScreen } from '../pages/group-screen';
import { GroupsScreen } from '../pages/groups-screen';
import { RepliesScreen } from '../pages/replies-screen';
import { TransferScreen } from '../pages/transfer-screen';
import { fillKocs, KOC_GROUP, KOC_PEOPLE } from './fill-kocs';
import type { RunningConsole } from './running-console';

export const ENDING_GROUP = '花城 2 群';
export const OVER_GROUP = '花城 3 群';
const CHECK = '[data-testid=dissolve-check][data-state=open]';

/** Beside the group of core members: one about to end, one that has ended, and a chat with answers. */
export async function fillGroups(running: RunningConsole, folder: string): Promise<void> {
  const { page } = running;
  await fillKocs(running, folder);
  await new GroupsScreen(page).addAll([ENDING_GROUP, OVER_GROUP]);
  for (const group of [OVER_GROUP, ENDING_GROUP]) await planEnd(running, group);
  await new TransferScreen(page).open(OVER_GROUP);
  await new TransferScreen(page).dissolve();
  const replies = new RepliesScreen(page);
  await replies.openQuestions();
  await replies.planChat(
    KOC_GROUP,
    `${KOC_PEOPLE.newcomer} 09:31\n今天几点到货？\n${KOC_PEOPLE.helper} 09:41\n@${KOC_PEOPLE.newcomer} 下午三点`,
  );
  await page.getByTestId('chat-commit').click();
  await expect(page.getByTestId('chat-plan')).toHaveCount(0);
}

/** Two of the people inside, a plan for them, and every open line of the checklist let go. */
async function planEnd({ page }: RunningConsole, group: string): Promise<void> {
  const transfer = new TransferScreen(page);
  await transfer.fillGroup(group, [KOC_PEOPLE.helper, KOC_PEOPLE.mostOrders]);
  await new GroupScreen(page).openSection('transfer');
  await transfer.plan();
  await transfer.confirm();
  const open = page.locator(CHECK);
  await expect(page.getByTestId('dissolve-open')).toHaveAttribute('data-count', /\d/);
  for (const key of await open.evaluateAll((all) => all.map((it) => it.dataset.key ?? ''))) {
    await transfer.pass(key, '都看过了');
  }
  await expect(page.getByTestId('dissolve-open')).toHaveAttribute('data-count', '0');
}
