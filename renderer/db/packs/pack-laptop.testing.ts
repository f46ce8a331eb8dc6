import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type EntityName, entityNames } from '@shared/domain/registry';
import { buildPack } from '@shared/sync/pack/build-pack';
import type { Knowledge } from '@shared/sync/pack/knowledge';
import { openPackFile, type Pack } from '@shared/sync/pack/pack-file';
import { v7 as uuidv7 } from 'uuid';
import type { ConsoleDb } from '../db';
import { CURRENT_SCHEMA_VERSION, spec } from '../schema';
import { counters } from '../tables';
import { allRows, commandOf, openTestDoor } from '../test-db';
import { ensureIdentity } from '../write/identity';
import type { WriteDoor } from '../write/write-door';
import { type PackWish, readContents } from './make-pack';
import { knowledgeOf, readPacks } from './packs-place';
import { type PackEffect, type TakeParts, takePack } from './take-pack';

/** A laptop with a real database, a real door and a key of its own; for tests. */
export type PackLaptopRig = TakeParts & { name: string; secretKey: Uint8Array };

export async function openRig(name: string): Promise<PackLaptopRig> {
  const { db, door } = await openTestDoor();
  const { secretKey, publicKey } = ed25519.keygen();
  const eraseAgain = async () => undefined;
  return { db, door, name, secretKey, publicKey: bytesToHex(publicKey), eraseAgain };
}

/** Changes anything through the door. */
export const write = (
  { door }: { door: WriteDoor },
  run: Parameters<typeof commandOf>[1],
): Promise<unknown> => door.run(commandOf([...entityNames], run), {});

async function makeFile(
  { db, door, name, publicKey, secretKey }: PackLaptopRig,
  wish: PackWish,
  passphrase?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { packs, parts, ...contents } = await readContents(db, door, wish);
  const { deviceId, workspaceId } = await ensureIdentity(db);
  const { since, until, isWhole, counts, gone } = contents;
  return buildPack({
    header: {
      id: uuidv7(),
      workspaceId,
      origin: packs.origin,
      madeAt: Date.now(),
      laptop: { id: deviceId, name },
      publicKey,
      names: packs.names,
      schemaVersion: CURRENT_SCHEMA_VERSION,
      isWhole,
      isMasked: wish.isMasked,
      since,
      until,
      counts,
      gone,
    },
    parts,
    sign: async (digest) => ed25519.sign(digest, secretKey),
    passphrase,
    random: (bytes) => crypto.getRandomValues(bytes),
  });
}

/** What a laptop knows, itself included. */
async function knows(rig: PackLaptopRig): Promise<Knowledge> {
  const packs = await readPacks(rig.db);
  return packs ? knowledgeOf(rig.db, packs) : { whole: {}, masked: {} };
}

/** A pack of everything that the other one lacks, or of all. */
export async function packFor(
  from: PackLaptopRig,
  to?: PackLaptopRig,
  isMasked = false,
): Promise<Pack> {
  const known = to && (await knows(to));
  const since = known && (isMasked ? known.masked : known.whole);
  return openPackFile(await makeFile(from, { isMasked, ...(since && { since }) }), '');
}

export const take = (to: PackLaptopRig, pack: Pack): Promise<PackEffect> =>
  takePack(to, pack, { name: to.name });

/** All that laptops must agree on, what is reckoned from it, and the clocks. */
export async function stored(db: ConsoleDb): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {};
  for (const entity of [...entityNames] as EntityName[]) {
    if (spec(entity).scope === 'device' && entity !== 'clocks') continue;
    const rows = await allRows(db, entity);
    if (rows.length > 0) state[entity] = rows;
  }
  const counts = (await counters(db).toArray()).filter(
    ({ name, n }) => n !== 0 && !['clocks', 'overwritten'].includes(name),
  );
  return { ...state, counts };
}
