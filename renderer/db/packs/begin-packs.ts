import { ExpectedError } from '@shared/lib/errors';
import { v7 as uuidv7 } from 'uuid';
import type { ConsoleDb } from '../db';
import { readPlace } from '../sync/place';
import { inTransaction, meta } from '../tables';
import { ensureIdentity } from '../write/identity';
import type { WriteDoor } from '../write/write-door';
import { forgetPacks, type PacksPlace, readPacks, writePacks } from './packs-place';

type Parts = { db: ConsoleDb; door: WriteDoor };

/**
 * From here on every change is stamped, so that packs can tell what another laptop lacks. What was
 * written before goes over with the first pack, which is a whole one. `pack-while-joined` where a hub
 * does that already.
 */
export function beginPacks({ db, door }: Parts, name: string): Promise<PacksPlace> {
  return door.exclusively(async () => {
    const { deviceId } = await ensureIdentity(db);
    return inTransaction(db, ['meta'], async (within) => {
      if (await readPlace(within)) throw new ExpectedError('pack-while-joined');
      const known = await readPacks(within);
      const packs: PacksPlace = known
        ? { ...known, name }
        : {
            self: deviceId,
            name,
            origin: deviceId,
            knowledge: { whole: {}, masked: {} },
            laptops: [],
            names: {},
            since: Date.now(),
          };
      await writePacks(within, packs);
      return packs;
    });
  });
}

/** All data stay as they are; from here on they are this laptop's alone. */
export function endPacks({ db, door }: Parts): Promise<void> {
  return door.exclusively(async () => {
    const identity = { ...(await ensureIdentity(db)), workspaceId: uuidv7() };
    await inTransaction(db, ['meta'], async (within) => {
      await forgetPacks(within);
      await meta(within).put({ key: 'identity', value: identity });
    });
    door.become(identity);
  });
}
