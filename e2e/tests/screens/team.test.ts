import { expect, test } from '../../fixtures';
import { LANGUAGES, lookAtAll } from '../../lib/look-at-screens';
import { disagreeOnName, startTwoLaptops } from '../../lib/sync/two-laptops';
import { SyncScreen } from '../../pages/sync-screen';
import { teamScreens } from '../../pages/team-screens';

test('the pages of a team hold no cut word, raw key or native control in both languages and themes', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(300_000);
  const team = await startTwoLaptops(folder, startConsole);
  try {
    await disagreeOnName(team);
    const { running } = team.owner;
    const faults: string[] = [];
    for (const language of LANGUAGES) {
      await running.restart({ language });
      await running.isReady('today');
      await new SyncScreen(running.page).hasAgreed();
      const seen = { prefix: '', isEmpty: false, language };
      for (const fault of await lookAtAll(running, teamScreens, seen)) {
        faults.push(`${language} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  } finally {
    await team.hub.kill();
  }
});
