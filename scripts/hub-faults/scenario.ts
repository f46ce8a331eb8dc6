import { checkLog } from './check-log';
import { type CuttingProxy, openCuttingProxy } from './cutting-proxy';
import { askHub, type HubProcess } from './hub-process';
import { joinPusher, type Pusher } from './pusher';
import { pause, type Random } from './random';

export type Outcome = {
  name: string;
  /** Empty when every acknowledged operation is there, once, in order and without gaps. */
  faults: string[];
  figures: Record<string, number>;
};

export type Scene = {
  root: string;
  random: Random;
  pushers: number;
  /** `--data DIR` or `--database-url URL`. */
  place: string[];
};

/**
 * Pushers at work through a network that cuts, over `hubs`, while `disturb` does its worst; then the
 * network heals, everything is pushed to its end, and the log is held against what was acknowledged.
 */
export async function underFaults(
  name: string,
  { root, random, pushers: count, place }: Scene,
  hubs: HubProcess[],
  disturb: (isMidRequest: () => boolean) => Promise<Record<string, number>>,
): Promise<Outcome> {
  const startedAt = performance.now();
  const url = (hub: HubProcess) => `http://127.0.0.1:${hub.port}`;
  const [first = hubs[0]] = hubs;
  if (!first) throw new Error('a scenario needs a hub');
  const workspace = await askHub(root, ['create-workspace', name, ...place]);
  const proxies: CuttingProxy[] = [];
  const pushers: Pusher[] = [];
  for (let n = 0; n < count; n++) {
    const hub = hubs[n % hubs.length] ?? first;
    const proxy = await openCuttingProxy(() => hub.port, random);
    proxies.push(proxy);
    const invite = await askHub(root, [
      ...['invite', '--workspace', workspace.id ?? '', '--role', 'owner'],
      ...[...place, '--url', url(first)],
    ]);
    const base = () => `http://127.0.0.1:${proxy.port}`;
    pushers.push(await joinPusher(url(first), invite.code ?? '', base, random));
  }
  let isStopped = false;
  const running = Promise.all(pushers.map((pusher) => pusher.run(() => isStopped)));
  // A pusher that gives up ends the scenario at once, not after everything else was tried.
  const gaveUp = running.then(() => undefined);
  gaveUp.catch(() => undefined);
  const disturbed = disturb(() => pushers.some((pusher) => pusher.isAsking())).finally(() => {
    isStopped = true;
    for (const proxy of proxies) proxy.heal();
  });
  const figures = await Promise.race([disturbed, gaveUp.then(() => disturbed)]);
  await running;
  const { ops, faults } = await checkLog(url(first), pushers);
  for (const proxy of proxies) await proxy.close();
  return {
    name,
    faults,
    figures: {
      ...figures,
      pushers: count,
      acknowledged: pushers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0),
      'in the log': ops,
      'connections cut': proxies.reduce((sum, proxy) => sum + proxy.cuts(), 0),
      'requests unheard': pushers.reduce(
        (sum, { failures }) => sum + (failures.get('nothing heard') ?? 0),
        0,
      ),
      seconds: Math.round((performance.now() - startedAt) / 1000),
    },
  };
}

/** Waits until work is under way, then a little, so that the blow falls in the middle of it. */
export async function strike(
  random: Random,
  isMidRequest: () => boolean,
  blow: () => Promise<void>,
): Promise<boolean> {
  const deadline = Date.now() + 10_000;
  await pause(50 + random.upTo(250));
  while (!isMidRequest() && Date.now() < deadline) await pause(2);
  await pause(random.upTo(12));
  const isMid = isMidRequest();
  await blow();
  return isMid;
}
