import { expect, test } from '../../fixtures';
import { fillGroups } from '../../lib/fill-groups';
import { LANGUAGES, lookAtAll } from '../../lib/look-at-screens';
import { groupInnerScreens } from '../../pages/group-inner-screens';

test('what opens inside groups holds no cut word, raw key or native control, and keeps the mask', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(240_000);
  const running = await startConsole();
  await fillGroups(running, folder);
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    await running.restart({ language });
    await running.isReady('today');
    const seen = { prefix: '', isEmpty: false, language };
    for (const fault of await lookAtAll(running, groupInnerScreens, seen)) {
      faults.push(`${language} ${fault}`);
    }
  }
  const { page } = running;
  await page.keyboard.press('Escape');
  await page.getByTestId('privacy-mask').click();
  for (const screen of groupInnerScreens) {
    await page.keyboard.press('Escape');
    await screen.open(page);
    const text = await page.evaluate(() => document.body.innerText);
    for (const secret of text.match(/1380013\d{4}|138 0013 \d{4}|¥\s?\d[\d.,]*/g) ?? []) {
      faults.push(`masked ${screen.name}: ${secret}`);
    }
  }
  expect(faults).toEqual([]);
});
