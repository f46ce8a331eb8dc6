import { expect, test } from '../../fixtures';
import { fillKocs, KOC_PEOPLE } from '../../lib/fill-kocs';
import { LANGUAGES, lookAtAll } from '../../lib/look-at-screens';
import { KocScreen } from '../../pages/koc-screen';
import { kocScreens } from '../../pages/koc-screens';

test('the pages of core members hold no cut word, raw key or native control in both languages and themes', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(180_000);
  const running = await startConsole();
  await fillKocs(running, folder);
  const koc = new KocScreen(running.page);
  await koc.open('candidates');
  await koc.add(KOC_PEOPLE.helper);
  await koc.turnTo('pool');
  await koc.openKoc(KOC_PEOPLE.helper);
  await koc.tick('spot');
  await koc.promise('新品样品一份', '39.5');
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    await running.restart({ language });
    await running.isReady('today');
    const seen = { prefix: '', isEmpty: false, language };
    for (const fault of await lookAtAll(running, kocScreens, seen)) {
      faults.push(`${language} ${fault}`);
    }
  }
  expect(faults).toEqual([]);
});
