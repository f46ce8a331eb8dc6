import { assertNever } from '@shared/lib/errors';
import { buildPack } from '@shared/sync/pack/build-pack';
import type { Known } from '@shared/sync/pack/knowledge';
import { fingerprintOf, openPackFile, type Pack } from '@shared/sync/pack/pack-file';
import { v7 as uuidv7 } from 'uuid';
import { type PackHooks, readContents } from '@/db/packs/make-pack';
import { keepOwnPast, knowledgeOf, knownAt, readPacks } from '@/db/packs/packs-place';
import {
  type PackEffect,
  type TakeHooks,
  type TakeParts,
  takePack,
  tryPack,
} from '@/db/packs/take-pack';
import { CURRENT_SCHEMA_VERSION } from '@/db/schema';
import { rowTable } from '@/db/tables';
import { ensureIdentity } from '@/db/write/identity';
import type { Heart } from '../data-worker-api';
import type { MadePack, MakeAsk, PackPreview, SignerKnown, SignPack } from './hand-off-types';

/** So many of the values that would lose are shown before a pack is taken in. */
const LOST_SHOWN = 50;

export async function makePack(
  { db, door }: Pick<Heart, 'db' | 'door'>,
  { to, isMasked, passphrase }: MakeAsk,
  { publicKey, sign }: { publicKey: string; sign: SignPack },
  hooks: PackHooks,
): Promise<MadePack> {
  const since = await sinceOf(db, to, isMasked);
  const { packs, parts, ...contents } = await readContents(
    db,
    door,
    { isMasked, ...(since && { since }) },
    hooks,
  );
  const { deviceId, workspaceId } = await ensureIdentity(db);
  const workspace = await rowTable(db, 'workspace').get('workspace');
  const bytes = await buildPack({
    header: {
      ...contents,
      id: uuidv7(),
      workspaceId,
      ...(typeof workspace?.name === 'string' && { workspaceName: workspace.name.slice(0, 200) }),
      origin: packs.origin,
      madeAt: Date.now(),
      laptop: { id: deviceId, name: packs.name },
      publicKey,
      names: packs.names,
      schemaVersion: CURRENT_SCHEMA_VERSION,
      isMasked,
    },
    parts,
    sign,
    passphrase,
    random: (into) => crypto.getRandomValues(into),
  });
  const { isWhole, counts, gone } = contents;
  return { bytes, isWhole, counts, gone };
}

/** What whoever gets the pack knows already, as far as it is known here. */
async function sinceOf(
  db: Heart['db'],
  to: MakeAsk['to'],
  isMasked: boolean,
): Promise<Known | undefined> {
  const packs = await keepOwnPast(db);
  switch (to.kind) {
    case 'whole':
      return undefined;
    case 'since':
      return packs && knownAt(to.ms, await knowledgeOf(db, packs));
    case 'laptop': {
      const known = packs?.laptops.find(({ id }) => id === to.id)?.knowledge;
      return isMasked ? known?.masked : known?.whole;
    }
    default:
      return assertNever(to, 'pack for');
  }
}

export async function openPack(
  parts: TakeParts,
  file: Uint8Array,
  { passphrase, ...hooks }: TakeHooks & { passphrase: string },
): Promise<{ pack: Pack; preview: PackPreview }> {
  const pack = openPackFile(file, passphrase);
  const effect = await tryPack(parts, pack, hooks);
  const { parts: _parts, since: _since, until: _until, names: _names, ...header } = pack.header;
  const packs = await readPacks(parts.db);
  const known = packs?.laptops.find(({ id }) => id === header.laptop.id)?.publicKey;
  const told = withCount(effect);
  return {
    pack,
    preview: {
      header,
      fingerprint: fingerprintOf(header.publicKey),
      signer: signerOf(known, header.publicKey),
      ...(known && { knownFingerprint: fingerprintOf(known) }),
      effect: told,
      lost: effect.lost.slice(0, LOST_SHOWN),
      isNothingNew:
        sum(told.created) + sum(told.changed) + sum(told.gone) + told.lost === 0 &&
        effect.fit === 'goOn',
      bytes: file.byteLength,
    },
  };
}

export async function takeOpened(
  parts: TakeParts,
  pack: Pack,
  hooks: TakeHooks & { name: string },
): Promise<PackPreview['effect']> {
  return withCount(await takePack(parts, pack, hooks));
}

function signerOf(known: string | undefined, publicKey: string): SignerKnown {
  if (known === undefined) return 'new';
  return known === publicKey ? 'known' : 'changed';
}

const withCount = ({ lost, ...effect }: PackEffect): PackPreview['effect'] => ({
  ...effect,
  lost: lost.length,
});

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
