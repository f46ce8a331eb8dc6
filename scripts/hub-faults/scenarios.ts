import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HubProcess, runHub } from './hub-process';
import { pause, type Random } from './random';
import { type Outcome, type Scene, strike, underFaults } from './scenario';

export type Rig = { url: string; kill(): Promise<void>; start(): Promise<void> };
type World = { root: string; random: Random; pushers: number };

/** Killed again and again in the middle of work, and started again over the same data. */
const killRepeatedly =
  (times: number, random: Random, hub: HubProcess) => async (isMid: () => boolean) => {
    let mid = 0;
    for (let n = 0; n < times; n++) {
      if (await strike(random, isMid, hub.kill)) mid += 1;
      await hub.start();
    }
    return { 'hub killed': times, 'of these mid-request': mid };
  };

export async function embeddedKilled(world: World, times: number): Promise<Outcome> {
  return await inFolder(async (folder) => {
    const scene: Scene = { ...world, place: ['--data', folder] };
    const hub = await runHub(world.root, scene.place);
    try {
      return await underFaults(
        'embedded hub killed',
        scene,
        [hub],
        killRepeatedly(times, world.random, hub),
      );
    } finally {
      await hub.stop();
    }
  });
}

export async function hubKilled(world: World, rig: Rig, times: number): Promise<Outcome> {
  return await onServer(world, rig, 1, 'hub on PostgreSQL killed', ([hub]) =>
    killRepeatedly(times, world.random, hub),
  );
}

export async function databaseKilled(world: World, rig: Rig, times: number): Promise<Outcome> {
  return await onServer(world, rig, 1, 'PostgreSQL killed', () => async (isMid) => {
    let mid = 0;
    for (let n = 0; n < times; n++) {
      if (await strike(world.random, isMid, rig.kill)) mid += 1;
      await rig.start();
      await pause(300);
    }
    return { 'PostgreSQL killed': times, 'of these mid-request': mid };
  });
}

/** Both take pushes for one workspace all the time; one is killed, the other goes on alone meanwhile. */
export async function oneOfTwoKilled(world: World, rig: Rig, times: number): Promise<Outcome> {
  return await onServer(world, rig, 2, 'one of two hubs killed', ([, second = undefined]) => {
    if (!second) throw new Error('two hubs were asked for');
    return killRepeatedly(times, world.random, second);
  });
}

async function onServer(
  world: World,
  rig: Rig,
  count: number,
  name: string,
  disturber: (hubs: [HubProcess, ...HubProcess[]]) => Parameters<typeof underFaults>[3],
): Promise<Outcome> {
  const scene: Scene = { ...world, place: ['--database-url', rig.url] };
  const first = await runHub(world.root, scene.place);
  const hubs: [HubProcess, ...HubProcess[]] = [first];
  while (hubs.length < count) hubs.push(await runHub(world.root, scene.place));
  try {
    return await underFaults(name, scene, hubs, disturber(hubs));
  } finally {
    for (const hub of hubs) await hub.stop();
  }
}

const SMALL_MB = 150;
const LARGE_MB = 600;

/** A disk that fills up while pushing goes on, and has room again later. Root on Linux only. */
export async function diskFull(world: World): Promise<Outcome> {
  return await inFolder(async (folder) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'pipe' });
    mount('-t', 'tmpfs', '-o', `size=${SMALL_MB}m`, 'tmpfs', disk);
    try {
      const scene: Scene = { ...world, place: ['--data', join(disk, 'hub')] };
      const hub = await runHub(world.root, scene.place);
      try {
        return await underFaults('disk of an embedded hub full', scene, [hub], async () => {
          await pause(1500);
          // Something else takes all but a little, and the hub's own work the rest.
          writeFileSync(
            join(disk, 'other'),
            Buffer.alloc(Math.max(0, freeBytes(disk) - LEFT_BYTES)),
          );
          const fullAfterMs = await untilFull(disk);
          await pause(2000);
          mount('-o', `remount,size=${LARGE_MB}m`, disk);
          // It may have ended when it could not write any more, as a supervisor would start it again.
          const hasEnded = !hub.isRunning();
          if (hasEnded) await hub.start();
          await pause(1500);
          return { 'full after s': Math.round(fullAfterMs / 1000), 'hub ended': hasEnded ? 1 : 0 };
        });
      } finally {
        await hub.stop();
      }
    } finally {
      execFileSync('umount', [disk]);
    }
  });
}

const LEFT_BYTES = 2 * 1024 * 1024;
const FULL_BYTES = 512 * 1024;
const FULL_WITHIN_MS = 60_000;

const freeBytes = (disk: string) =>
  1024 *
  Number(execFileSync('df', ['--output=avail', '-k', disk], { encoding: 'utf8' }).split('\n')[1]);

async function untilFull(disk: string): Promise<number> {
  const startedAt = Date.now();
  while (Date.now() - startedAt < FULL_WITHIN_MS) {
    if (freeBytes(disk) < FULL_BYTES) return Date.now() - startedAt;
    await pause(100);
  }
  throw new Error('the disk did not fill up');
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-faults-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
