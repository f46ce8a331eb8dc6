import { expect, test } from '../../fixtures';
import { fillFlows } from '../../lib/fill-flows';
import { LANGUAGES, lookAtAll } from '../../lib/look-at-screens';
import { flowScreens } from '../../pages/flow-screens';

test('the pages of flows hold no cut word, raw key or native control in both languages and themes', async ({
  startFilled,
}) => {
  test.setTimeout(300_000);
  const running = await startFilled();
  await fillFlows(running);
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    await running.restart({ language });
    await running.isReady('today');
    const seen = { prefix: '', isEmpty: false, language };
    for (const fault of await lookAtAll(running, flowScreens, seen))
      faults.push(`${language} ${fault}`);
  }
  expect(faults).toEqual([]);
});
