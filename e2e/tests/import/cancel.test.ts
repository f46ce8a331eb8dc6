import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';

/** More than can be written before anybody is shown the way to stop it. */
const ROWS = 300_000;
const LONGEST_MS = 500;

test('a long import tells how far it is, and a cancel leaves nothing within half a second', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(180_000);
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const lines = ['姓名,手机号,备注,地址,标签'];
  for (let at = 0; at < ROWS; at += 1) {
    lines.push(`成员${at},1${String(3_000_000_000 + at)},备注${at},春田路${at}号,标签${at % 9}`);
  }
  const file = await writeInto(folder, '大名单.csv', lines.join('\n'));
  await screen.plan('members', file);
  await screen.startCommit();
  const cancel = page.getByTestId('import-cancel');
  await expect(cancel).toBeVisible({ timeout: 30_000 });
  const took = await page.evaluate(async () => {
    const button = document.querySelector<HTMLElement>('[data-testid=import-cancel]');
    const begun = performance.now();
    button?.click();
    while (document.querySelector('[data-testid=import-cancel]')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return performance.now() - begun;
  });
  expect(took).toBeLessThan(LONGEST_MS);
  await expect(screen.total).toHaveCount(0);
  expect(await running.countRows('members')).toBe(0);
  expect(await running.countRows('outbox')).toBe(0);
  await expect(screen.done).toHaveCount(0);

  // The next one begins from nothing, and nothing of the first comes late.
  await screen.importFile(
    'members',
    await writeInto(folder, '小.csv', '姓名,手机号\n王芳,13800138000'),
  );
  expect(await running.rows('members')).toMatchObject([{ name: '王芳' }]);
});
