import { expect } from '../../fixtures';
import { MembersScreen } from '../../pages/members-screen';
import { idOf } from './same-stores';
import type { Laptop } from './two-laptops';

/** Typed in one after the other. */
export async function addPeople(laptop: Laptop, people: Record<string, string>): Promise<void> {
  const screen = new MembersScreen(laptop.running.page);
  await screen.open();
  for (const [name, phone] of Object.entries(people)) {
    await screen.add(name, phone);
    await idOf(laptop, name);
    // Whoever was added is opened beside the list, over the button.
    await closePanel(screen);
  }
}

async function closePanel(screen: MembersScreen): Promise<void> {
  await expect(screen.panel).toBeVisible();
  await screen.panel.press('Escape');
  await expect(screen.panel).toHaveCount(0);
}

/** Opens somebody in the list, who is there or about to come. */
export async function openPerson(laptop: Laptop, name: string): Promise<MembersScreen> {
  const screen = new MembersScreen(laptop.running.page);
  const id = await idOf(laptop, name);
  await screen.open();
  if (await screen.panel.isVisible()) await closePanel(screen);
  await screen.openMember(id);
  return screen;
}

/** One field of somebody, until this laptop has it. */
export async function editPerson(
  laptop: Laptop,
  name: string,
  field: 'region' | 'channel' | 'groupNickname',
  value: string,
): Promise<void> {
  const screen = await openPerson(laptop, name);
  await screen.edit(field, value);
  await screen.panel.getByText(value, { exact: true }).waitFor();
}
