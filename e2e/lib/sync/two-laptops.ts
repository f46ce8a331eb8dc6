import { join } from 'node:path';
import { SettingsScreen } from '../../pages/settings-screen';
import { SyncScreen } from '../../pages/sync-screen';
import type { RunningConsole, StartOptions } from '../running-console';
import { RunningHub } from './running-hub';

/** A console, and its team's screens in the window that it has now. */
export type Laptop = { running: RunningConsole; readonly sync: SyncScreen };
export type TwoLaptops = { hub: RunningHub; owner: Laptop; leader: Laptop };

type Start = (options: Partial<StartOptions>) => Promise<RunningConsole>;

/** A hub, the owner's laptop, and one of somebody whose role is given. */
export async function startTwoLaptops(
  folder: string,
  startConsole: Start,
  role: 'leader' | 'assistant' | 'viewer' = 'leader',
): Promise<TwoLaptops> {
  const hub = await RunningHub.start(join(folder, 'hub'));
  const workspaceId = await hub.createWorkspace('滨江社群');
  const owner = await openLaptop(startConsole, join(folder, 'owner'));
  await owner.sync.join(hub.url, await hub.invite(workspaceId, 'owner'), '店长的电脑');
  await owner.sync.hasAgreed();
  const leader = await openLaptop(startConsole, join(folder, 'leader'));
  await leader.sync.join(hub.url, await hub.invite(workspaceId, role), '小组长的电脑');
  await leader.sync.hasAgreed();
  return { hub, owner, leader };
}

export async function openLaptop(startConsole: Start, dataFolder: string): Promise<Laptop> {
  const running = await startConsole({ dataFolder });
  return {
    running,
    // A console that was started again has another window.
    get sync() {
      return new SyncScreen(running.page);
    },
  };
}

/** Both name the workspace anew while nobody hears of it; the leader's name is the later one. */
export async function disagreeOnName({ hub, owner, leader }: TwoLaptops): Promise<void> {
  await hub.kill();
  for (const [{ running }, name] of [
    [owner, '滨江鲜选'],
    [leader, '滨江团购'],
  ] as const) {
    const settings = new SettingsScreen(running.page);
    await settings.open();
    await settings.renameWorkspace(name);
  }
  await hub.start();
  for (const { sync } of [owner, leader]) {
    await sync.syncNow();
    await sync.hasAgreed();
  }
  // Who sent first hears of the other only now.
  for (const { sync } of [owner, leader]) await sync.hasAgreed();
}
