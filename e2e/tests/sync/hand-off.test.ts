import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { countsOf, readStoredState } from '../../lib/stored-state';
import { HandOffScreen } from '../../pages/hand-off-screen';
import { SettingsScreen } from '../../pages/settings-screen';

const PASSPHRASE = '橙子八斤半 2026';

async function rename(running: RunningConsole, name: string): Promise<void> {
  const settings = new SettingsScreen(running.page);
  await settings.open();
  await settings.renameWorkspace(name);
}

async function hasAgreed(one: RunningConsole, other: RunningConsole): Promise<void> {
  const more = ['groups', 'memberships', 'segments', 'overwritten'];
  const [a, b] = [await readStoredState(one, more), await readStoredState(other, more)];
  // When each laptop heard of a value that lost is its own.
  const alike = (state: typeof a) =>
    Object.entries(state).map(([store, rows]) => [
      store,
      store === 'overwritten' ? rows.map(({ id, value }) => ({ id, value })) : rows,
    ]);
  expect(countsOf(b)).toEqual(countsOf(a));
  expect(alike(b)).toEqual(alike(a));
}

test('two laptops agree by files alone, and hear what both wrote', async ({
  folder,
  startFilled,
  startConsole,
}) => {
  test.setTimeout(240_000);
  const file = (name: string) => join(folder, `${name}.qunduo-handoff`);
  const first = await startFilled();
  const one = new HandOffScreen(first);
  await one.begin('店长的电脑');
  const fingerprint = await one.fingerprint();
  await one.make(file('whole'), { to: '完整包', passphrase: PASSPHRASE });

  const second = await startConsole({ dataFolder: join(folder, 'second') });
  const other = new HandOffScreen(second);
  await other.nameForTaking('小组长的电脑');
  await other.look(file('whole'), '不是这个口令');
  await expect(other.problem).toContainText('口令不对');
  await other.unlock(PASSPHRASE);
  await expect(other.preview).toHaveAttribute('data-signer', 'new');
  await expect(other.preview).toContainText('店长的电脑');
  await expect(other.preview).toContainText(fingerprint);
  await expect(other.preview).toContainText('成员 300');
  await other.takeShown();
  await hasAgreed(first, second);

  // Both write, the same thing among it; then a pack each way.
  await rename(first, '滨江鲜选');
  await rename(second, '滨江团购');
  await other.make(file('back'), {});
  await one.look(file('back'));
  await expect(one.preview).toHaveAttribute('data-signer', 'new');
  await expect(lostIn(one.preview)).toContainText('滨江鲜选');
  await one.takeShown();
  await one.make(file('there'), {});
  await other.take(file('there'));
  await hasAgreed(first, second);
  await expect(first.page.locator('.q-workspace')).toHaveText('滨江团购');
  await expect(first.page.getByTestId('overwritten-row')).toHaveCount(1);

  // Once more, from who is known now, and after a restart.
  await second.restart();
  await rename(second, '滨江社群');
  await other.make(file('again'), {});
  await one.look(file('again'));
  await expect(one.preview).toHaveAttribute('data-signer', 'known');
  await one.takeShown();
  await one.look(file('again'));
  await expect(one.preview).toContainText('不会改动任何东西');
  await one.takeShown();
  await hasAgreed(first, second);
});

const lostIn = (preview: Locator) => preview.getByTestId('hand-off-lost');

test('what does not fit is refused in words, and volunteers get no phones', async ({
  folder,
  startFilled,
  startConsole,
}) => {
  test.setTimeout(240_000);
  const file = (name: string) => join(folder, `${name}.qunduo-handoff`);
  const first = await startFilled();
  const one = new HandOffScreen(first);
  await one.begin('店长的电脑');
  await one.make(file('masked'), { to: '完整包', isMasked: true });
  await one.look(file('masked'));
  await expect(one.problem).toContainText('这台电脑自己做的');

  const bytes = await readFile(file('masked'));
  const altered = Buffer.from(bytes);
  altered.writeUInt8(altered.readUInt8(altered.length - 100) ^ 1, altered.length - 100);
  await writeFile(file('altered'), altered);
  await writeFile(file('cut'), bytes.subarray(0, bytes.length - 1000));
  await writeFile(file('other'), 'Name,Phone\n');

  const second = await startConsole({ dataFolder: join(folder, 'volunteer') });
  const volunteer = new HandOffScreen(second);
  await volunteer.nameForTaking('志愿者的电脑');
  for (const [name, said] of [
    ['altered', '不完整，或内容被改动过'],
    ['cut', '不完整，或内容被改动过'],
    ['other', '不是群舵的交接包'],
  ] as const) {
    await volunteer.look(file(name));
    await expect(volunteer.problem).toContainText(said);
  }
  await volunteer.look(file('masked'));
  await expect(volunteer.preview).toContainText('志愿者版');
  await volunteer.takeShown();
  const people = await second.rows('members');
  expect(people.length).toBe(300);
  const [before] = (await first.rows('members')).filter(({ phone }) => phone !== undefined);
  expect(before).toBeDefined();
  for (const field of ['phone', 'wechatId', 'address', 'note']) {
    expect(people.filter((person) => person[field] !== undefined)).toEqual([]);
  }
  // What the volunteer gives back takes no phone away.
  await rename(second, '志愿者改的名');
  await volunteer.make(file('from-volunteer'), {});
  await one.take(file('from-volunteer'));
  await expect(first.page.locator('.q-workspace')).toHaveText('志愿者改的名');
  const after = (await first.rows('members')).find(({ id }) => id === before?.id);
  expect(after).toEqual(before);
});
