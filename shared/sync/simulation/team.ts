import { ExpectedError } from '@shared/lib/errors';
import type { HubPort } from '../hub-port';
import type { StoredRow } from '../merge/record-state';
import type { RowChange } from '../op';
import { Laptop } from './laptop';
import { newDisk } from './memory-disk';
import { MemoryHub } from './memory-hub';
import { isUnsent } from './memory-local-port';
import { Random } from './random';
import { placeOf } from './run-schedule';

const START_MS = 1_760_000_000_000;

export type Team = {
  hub: MemoryHub;
  laptops: Laptop[];
  /** True time, and how it passes. */
  pass(ms: number): void;
};

/** Laptops that have joined an empty workspace; `through` may put something between one and the hub. */
export function teamOf(
  count: number,
  through: (hub: HubPort, laptop: number) => HubPort = (hub) => hub,
): Team {
  let nowMs = START_MS;
  const hub = new MemoryHub(() => nowMs);
  const random = new Random(count);
  const laptops = Array.from({ length: count }, (_, n) => {
    const disk = newDisk(random.uuid(), placeOf(hub.workspaceId, n));
    disk.place.needsCheckpoint = false;
    return new Laptop({
      name: `laptop ${n}`,
      hub: through(hub.port(`seat-${n}`), n),
      disk,
      seed: n,
      trueMs: () => nowMs,
      late: () => undefined,
      onAcked: () => undefined,
    });
  });
  return {
    hub,
    laptops,
    pass(ms) {
      nowMs += ms;
    },
  };
}

/** Some rounds of everybody, a while apart. */
export async function settle({ laptops, pass }: Team): Promise<void> {
  for (let rounds = 3; rounds > 0; rounds--) {
    pass(70_000);
    for (const laptop of laptops) await laptop.round();
  }
}

export const rowOf = ({ disk }: Laptop, entity: string, id: string): StoredRow | undefined =>
  disk.held.get(`${entity}:${id}`)?.row;

export const unsentOf = ({ disk }: Laptop): number => disk.own.filter(isUnsent).length;

export const create = (id: string, set: Record<string, unknown>): RowChange => ({
  ...{ entity: 'settings', id, isNew: true, set },
});
export const edit = (id: string, set: Record<string, unknown>): RowChange => ({
  ...{ entity: 'settings', id, set },
});
export const remove = (id: string): RowChange => ({ entity: 'settings', id, gone: true });

/** Through which nothing comes while it is switched off. */
export function cuttable(hub: HubPort): { port: HubPort; cut: (after: number) => void } {
  let left = Number.POSITIVE_INFINITY;
  const through = async <T>(ask: () => Promise<T>): Promise<T> => {
    left--;
    if (left < 0) throw new ExpectedError('hub-unreachable');
    return ask();
  };
  return {
    cut: (after) => {
      left = after;
    },
    port: {
      ...hub,
      push: (frames) => through(() => hub.push(frames)),
      pull: (query) => through(() => hub.pull(query)),
      checkpointPart: (id, n) => through(() => hub.checkpointPart(id, n)),
    },
  };
}
