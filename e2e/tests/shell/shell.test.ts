import { expect, test } from '../../fixtures';
import { SettingsScreen } from '../../pages/settings-screen';

const ready = '[data-testid=page-today][data-ready=true]';

test('the first start shows Today in Chinese, with a choice that leaves the navigation free', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  await page.locator(ready).waitFor();
  await expect(page.getByTestId('nav-today')).toHaveText('今日');
  const choice = await page.getByTestId('first-run').boundingBox();
  const navigation = await page.getByRole('navigation').boundingBox();
  if (!choice || !navigation) throw new Error('choice or navigation is not on screen');
  expect(choice.x).toBeGreaterThanOrEqual(navigation.x + navigation.width);
  await page.getByTestId('nav-settings').click();
  await expect(page.getByTestId('page-settings')).toBeVisible();
  await expect(page.getByTestId('sync-state')).toHaveAttribute('data-state', 'off');
});

test('language, theme, text size, mask and a folded navigation are there after a restart, from the first paint', async ({
  startConsole,
}) => {
  const first = await startConsole({ language: undefined });
  const settings = new SettingsScreen(first.page);
  await settings.open();
  await settings.choose('theme', '深色');
  await settings.choose('text-size', '大字');
  await settings.choose('language', 'English');
  await first.page.getByTestId('privacy-mask').click();
  await first.page.getByRole('button', { name: 'Collapse navigation' }).click();
  await expect(first.page.getByTestId('page-settings')).toContainText('Appearance');
  await first.quit();

  const { page } = await startConsole({ language: undefined });
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(html).toHaveAttribute('data-nav', 'collapsed');
  await expect(html).toHaveAttribute('data-text-size', 'large');
  await page.locator(ready).waitFor();
  await expect(page.getByTestId('privacy-mask')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByTestId('page-today')).toContainText('Today');
});

test('a change can be undone from its toast, from the bar after a restart, and by keys', async ({
  startConsole,
}) => {
  const first = await startConsole();
  const settings = new SettingsScreen(first.page);
  await settings.open();
  await settings.renameWorkspace('鲜选一队');
  await first.page.getByTestId('undo').click();
  await expect.poll(() => settings.workspaceName()).toBe('');
  await settings.renameWorkspace('鲜选二队');
  await first.quit();

  const { page } = await startConsole();
  const again = new SettingsScreen(page);
  await again.open();
  expect(await again.workspaceName()).toBe('鲜选二队');
  await page.getByTestId('undo').click();
  await expect.poll(() => again.workspaceName()).toBe('');
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => again.workspaceName()).toBe('鲜选二队');
  await page.keyboard.press('Control+Z');
  await expect.poll(() => again.workspaceName()).toBe('');
});

test('Ctrl+Z while typing takes back the typing and nothing else', async ({ startConsole }) => {
  const { page } = await startConsole();
  const settings = new SettingsScreen(page);
  await settings.open();
  await settings.renameWorkspace('鲜选一队');
  const field = page.getByTestId('workspace-name');
  await field.focus();
  await page.keyboard.press('End');
  await page.keyboard.insertText('甲');
  await page.keyboard.press('Control+Z');
  await expect(field).toHaveValue('鲜选一队');
  await expect(page.locator('.q-workspace')).toHaveText('鲜选一队');
});

test('Ctrl+K finds a page by its name in either language', async ({ startConsole }) => {
  const { page } = await startConsole();
  await page.locator(ready).waitFor();
  await page.keyboard.press('Control+K');
  const field = page.getByTestId('search').and(page.locator('input'));
  await field.fill('sett');
  await expect(page.getByTestId('search-hit')).toHaveText(['设置']);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('page-settings')).toBeVisible();
  await expect(page.getByTestId('search')).toHaveCount(1);
});

test('every area of the navigation opens a page that becomes ready, and nothing breaks', async ({
  startConsole,
}) => {
  const { page } = await startConsole({ language: 'en' });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.locator(ready).waitFor();
  const handles = await page
    .locator('[data-testid^=nav-]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-testid') ?? ''));
  expect(handles.length).toBeGreaterThan(1);
  for (const handle of handles) {
    await page.getByTestId(handle).click();
    const own = handle.replace('nav-', 'page-');
    await page.locator(`[data-testid=${own}][data-ready=true]`).waitFor();
    await expect(page.getByTestId(handle)).toHaveAttribute('aria-current', 'page');
  }
  expect(problems).toEqual([]);
});

test('the native menu does what the window does', async ({ startConsole }) => {
  const { app, page } = await startConsole();
  const choose = (id: string) =>
    app.evaluate(({ Menu }, name) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(name);
      if (!item) throw new Error(`the menu has no ${name}`);
      item.click();
    }, id);
  await page.locator(ready).waitFor();
  await choose('settings');
  await expect(page.getByTestId('page-settings')).toBeVisible();
  await choose('backup');
  await expect(page.getByTestId('toast')).toContainText('已备份');
  await choose('print');
  await expect(page.getByTestId('page-calendar')).toBeVisible();
  await choose('search');
  await expect(page.getByTestId('search').and(page.locator('input'))).toBeFocused();
});
