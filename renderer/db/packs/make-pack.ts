import { ExpectedError } from '@shared/lib/errors';
import { type Knowledge, type Known, meetKnown } from '@shared/sync/pack/knowledge';
import { ALL } from '@shared/sync/scopes';
import type { ConsoleDb } from '../db';
import { clocksByRecord, unpackClocks } from '../sync/state/clock-rows';
import { PART_BYTES, packPart, weightOf } from '../sync/state/part-bytes';
import { readState } from '../sync/state/read-state';
import type { StateSlice } from '../sync/state/slice';
import { readProgress } from '../write/identity';
import type { WriteDoor } from '../write/write-door';
import { changedSlices, lostValues } from './changed-slices';
import { maskSlice } from './mask-slice';
import { keepOwnPast, knowledgeOf, type PacksPlace } from './packs-place';

export type PackWish = {
  /** What whoever takes it knows already; absent: nothing, they get everything. */
  since?: Known;
  isMasked: boolean;
};

export type PackContents = {
  packs: PacksPlace;
  /** As it is fulfilled: where this laptop lacks fields itself, what it gives is all it has. */
  since: Known;
  isWhole: boolean;
  until: Knowledge;
  parts: Uint8Array<ArrayBuffer>[];
  counts: Record<string, number>;
  gone: number;
};

export type PackHooks = { onProgress?: (records: number) => void; isStopped?: () => boolean };

/**
 * Reads what goes into a pack at one moment; writers wait meanwhile. Throws `pack-not-sharing`, and
 * `pack-stopped` when told to. Whoever does not know the laptop on which it began gets everything:
 * what was there before bears no stamp.
 */
export async function readContents(
  db: ConsoleDb,
  door: WriteDoor,
  wish: PackWish,
  hooks: PackHooks = {},
): Promise<PackContents> {
  const packs = await keepOwnPast(db);
  if (!packs) throw new ExpectedError('pack-not-sharing');
  return door.exclusively(async () => {
    const until = await knowledgeOf(db, packs);
    const since = meetKnown(wish.since ?? {}, wish.isMasked ? until.masked : until.whole);
    const isWhole = since[packs.origin] === undefined;
    const { hlc } = await readProgress(db);
    const packer = new Packer(hlc, wish.isMasked, hooks);
    for await (const slice of isWhole ? wholeSlices(db) : changedSlices(db, since)) {
      await packer.add(slice);
    }
    const { parts, counts, gone } = await packer.finish();
    return { packs, since: isWhole ? {} : since, isWhole, until, parts, counts, gone };
  });
}

async function* wholeSlices(db: ConsoleDb): AsyncGenerator<StateSlice> {
  yield* readState(db);
  yield* lostValues(db, () => true);
}

/** Packs slices into parts while the next are read. */
class Packer {
  private readonly packed: Promise<Uint8Array<ArrayBuffer>>[] = [];
  private readonly counts: Record<string, number> = {};
  private waiting: StateSlice[] = [];
  private weight = 0;
  private records = 0;
  private gone = 0;

  constructor(
    private readonly hlc: string | undefined,
    private readonly isMasked: boolean,
    private readonly hooks: PackHooks,
  ) {}

  async add(whole: StateSlice): Promise<void> {
    if (this.hooks.isStopped?.()) throw new ExpectedError('pack-stopped');
    const slice = this.isMasked ? maskSlice(whole) : whole;
    if (!slice) return;
    this.count(slice);
    this.waiting.push(slice);
    this.weight += weightOf(slice);
    if (this.weight >= PART_BYTES) await this.flush();
    this.hooks.onProgress?.(this.records);
  }

  async finish() {
    if (this.waiting.length > 0) await this.flush();
    const { counts, gone } = this;
    return { parts: await Promise.all(this.packed), counts, gone };
  }

  private count({ entity, pages = [], rows = [], clocks }: StateSlice): void {
    const n = pages.reduce((sum, { hot }) => sum + hot.n, rows.length);
    if (entity === 'overwritten') return;
    if (n > 0) this.counts[entity] = (this.counts[entity] ?? 0) + n;
    for (const { isGone } of clocksByRecord(entity, unpackClocks(clocks)).values()) {
      if (isGone) this.gone += 1;
    }
    this.records += n;
  }

  private async flush(): Promise<void> {
    const body = { slices: this.waiting, ...(this.hlc !== undefined && { hlc: this.hlc }) };
    this.waiting = [];
    this.weight = 0;
    const part = packPart(body, [ALL]);
    // Heard by whoever waits for all of them.
    part.catch(() => undefined);
    this.packed.push(part);
    // One is compressed while the next is read, not more: memory stays bounded.
    if (this.packed.length > 1) await this.packed[this.packed.length - 2];
  }
}
