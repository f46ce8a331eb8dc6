import type { Erasure } from '@shared/domain/members/erasure.schema';
import { ExpectedError } from '@shared/lib/errors';
import { nextHlc } from '@shared/sync/clock';
import { isMasked, joinKnown, type Knowledge } from '@shared/sync/pack/knowledge';
import type { Pack } from '@shared/sync/pack/pack-file';
import type { PackHeader } from '@shared/sync/pack/pack-header';
import type { ConsoleDb } from '../db';
import { meta, rowTable, type TableSource } from '../tables';
import {
  type DeviceIdentity,
  ensureIdentity,
  readProgress,
  writeProgress,
} from '../write/identity';
import type { WriteDoor } from '../write/write-door';
import type { WriteTx } from '../write/write-tx';
import { checkPack, newestOf, type PackFit } from './check-pack';
import { effectOf, type LostValue, PackMerge } from './merge-pack';
import { readPackParts } from './pack-parts';
import { keepOwnPast, knowledgeOf, type PacksPlace, writePacks } from './packs-place';

export type TakeParts = {
  db: ConsoleDb;
  door: WriteDoor;
  /** The key with which this laptop signs. */
  publicKey: string;
  /** Carries erasures out here that others made, before their pack is taken in. */
  eraseAgain: (erasures: Erasure[]) => Promise<void>;
};

export type TakeHooks = {
  onProgress?: (parts: number, of: number) => void;
  isStopped?: () => boolean;
};

/** What taking a pack in changes here: records by kind, and values that lose. */
export type PackEffect = {
  fit: PackFit;
  created: Record<string, number>;
  changed: Record<string, number>;
  gone: Record<string, number>;
  lost: LostValue[];
};

/** Ends a trial: all that it did is taken back by the database itself. */
class TrialOver extends Error {
  constructor(readonly effect: PackEffect) {
    super('trial over');
  }
}

/**
 * What `takePack` would do, told without doing it. Refuses as `checkPack` does, and `pack-damaged`,
 * `pack-stopped`.
 */
export async function tryPack(parts: TakeParts, pack: Pack, hooks: TakeHooks): Promise<PackEffect> {
  try {
    return await mergePack(parts, pack, { ...hooks, isTrial: true });
  } catch (error) {
    const inner = (error as { inner?: unknown } | null)?.inner;
    if (error instanceof TrialOver) return error.effect;
    if (inner instanceof TrialOver) return inner.effect;
    throw error;
  }
}

/**
 * Joins a pack into what is here, all of it in one commit, or nothing. The same pack a second time
 * changes nothing. `name`: what this laptop is called in packs from now on, where it begins with this one.
 */
export async function takePack(
  parts: TakeParts,
  pack: Pack,
  hooks: TakeHooks & { name: string },
): Promise<PackEffect> {
  const erasures = await unknownErasures(parts.db, pack);
  // First: a person whom others erased goes with all that remembers them here, not only with their rows.
  if (erasures.length > 0) {
    await fitOf(parts, pack.header);
    await parts.eraseAgain(erasures);
  }
  return mergePack(parts, pack, { ...hooks, isTrial: false });
}

async function fitOf({ db, publicKey }: TakeParts, header: PackHeader): Promise<PackFit> {
  const packs = await keepOwnPast(db);
  return checkPack(db, packs, header, { ...(await ensureIdentity(db)), publicKey });
}

async function unknownErasures(db: ConsoleDb, pack: Pack): Promise<Erasure[]> {
  const known = new Set(await rowTable(db, 'erasures').toCollection().primaryKeys());
  const found: Erasure[] = [];
  for (const slices of readPackParts(pack)) {
    for (const { entity, rows = [] } of slices) {
      if (entity === 'erasures') found.push(...(rows as unknown as Erasure[]));
    }
  }
  return found.filter(({ id }) => !known.has(id));
}

type MergeHooks = TakeHooks & { isTrial: boolean; name?: string };

function mergePack(parts: TakeParts, pack: Pack, hooks: MergeHooks): Promise<PackEffect> {
  const { db, door } = parts;
  const { header } = pack;
  return door.exclusively(async () => {
    const fit = await fitOf(parts, header);
    const packs = await keepOwnPast(db);
    const identity = await ensureIdentity(db);
    const known = packs && (await knowledgeOf(db, packs));
    const { result } = await door.takeInNow(
      'handOff.taken',
      async (tx) => {
        const effect = await join(tx, pack, { fit, known, identity, hooks });
        if (hooks.isTrial) throw new TrialOver(effect);
        return effect;
      },
      async (within, _tx, op) => {
        const { hlc, ...progress } = await readProgress(within);
        const newest = newestOf(header);
        // Without a change of rows nobody wrote down how far the others' clocks are.
        if (!op && newest > (hlc ?? '')) await writeProgress(within, { ...progress, hlc: newest });
        await settle(within, { packs, header, identity, name: hooks.name ?? '' });
      },
      { newest: newestOf(header) },
    );
    if (fit === 'begin') door.become({ ...identity, workspaceId: header.workspaceId });
    return result;
  });
}

type JoinParts = {
  fit: PackFit;
  known: Knowledge | undefined;
  identity: DeviceIdentity;
  hooks: MergeHooks;
};

async function join(
  tx: WriteTx,
  pack: Pack,
  { fit, known, identity, hooks }: JoinParts,
): Promise<PackEffect> {
  const { header } = pack;
  const { hlc } = await readProgress(tx.db);
  const newest = newestOf(header);
  const merge = new PackMerge(tx, {
    known: known?.masked ?? {},
    theirs: header.until.masked,
    isFromMasked: header.isMasked || isMasked(header.until),
    isBeginning: fit === 'begin',
    /** As the commit reckons its own: what is stamped here is stamped by it. */
    now: nextHlc(hlc !== undefined && hlc > newest ? hlc : newest, tx.now, identity.deviceId),
    erasures: (await rowTable(tx.db, 'erasures').toArray()) as unknown as Erasure[],
  });
  let done = 0;
  for (const slices of readPackParts(pack)) {
    for (const slice of slices) {
      if (hooks.isStopped?.()) throw new ExpectedError('pack-stopped');
      await merge.take(slice);
    }
    done += 1;
    hooks.onProgress?.(done, pack.parts.length);
  }
  await merge.finish();
  return { fit, ...effectOf(tx), lost: merge.lost };
}

type Settling = {
  packs: PacksPlace | undefined;
  header: PackHeader;
  identity: DeviceIdentity;
  name: string;
};

/** What is known now, and of whom; in the transaction that took the pack in. */
async function settle(
  within: TableSource,
  { packs, header, identity, name }: Settling,
): Promise<void> {
  const { laptop, until, publicKey, madeAt } = header;
  const before: PacksPlace = packs ?? {
    self: identity.deviceId,
    name,
    origin: header.origin,
    knowledge: { whole: {}, masked: {} },
    laptops: [],
    names: {},
    since: Date.now(),
  };
  const whole = header.isMasked
    ? before.knowledge.whole
    : joinKnown(before.knowledge.whole, until.whole);
  const masked = joinKnown(joinKnown(before.knowledge.masked, until.masked), whole);
  const known = before.laptops.find(({ id }) => id === laptop.id);
  const heard = {
    ...laptop,
    publicKey,
    knowledge: {
      whole: joinKnown(known?.knowledge.whole ?? {}, until.whole),
      masked: joinKnown(known?.knowledge.masked ?? {}, until.masked),
    },
    heardAt: Math.max(known?.heardAt ?? 0, madeAt),
  };
  await writePacks(within, {
    ...before,
    knowledge: { whole: without(whole, before.self), masked: without(masked, before.self) },
    laptops: [...before.laptops.filter(({ id }) => id !== laptop.id), heard],
    names: { ...before.names, ...header.names, [laptop.id]: laptop.name },
  });
  if (packs) return;
  const value = { ...identity, workspaceId: header.workspaceId };
  await meta(within).put({ key: 'identity', value });
}

/** Of itself a laptop knows more at any time than anybody can tell it. */
function without(known: Knowledge['whole'], self: string): Knowledge['whole'] {
  const { [self]: _, ...others } = known;
  return others;
}
