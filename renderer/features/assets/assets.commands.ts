import { type Asset, assetSchema } from '@shared/domain/assets/asset.schema';
import { groupSchema } from '@shared/domain/groups/group.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { countPlaces, PLACES, takeOut } from './asset-places';

const fields = assetSchema.shape;
const addedFile = assetSchema.pick({
  id: true,
  name: true,
  kind: true,
  mimeType: true,
  bytes: true,
  width: true,
  height: true,
});
export type AddedFile = z.infer<typeof addedFile>;

const shortName = (name: string) => (name.length > 20 ? `${name.slice(0, 20)}…` : name);

async function loadAsset(tx: Tx, id: string): Promise<Asset> {
  const asset = await tx.get('assets', id);
  if (!asset) throw new ExpectedError('asset-not-found');
  return asset;
}

export const addAssets = defineCommand({
  name: 'assets.add',
  input: z.object({ files: z.array(addedFile).min(1).max(2000) }),
  entities: ['assets'],
  label: ({ files }) => {
    const [first] = files;
    return files.length === 1 && first
      ? { zh: `添加素材「${shortName(first.name)}」`, en: `Add “${shortName(first.name)}”` }
      : { zh: `添加 ${files.length} 个素材`, en: `Add ${files.length} files` };
  },
  /** A file that is there keeps its name and tags; one that was put away is in use again. */
  run: async (tx, { files }) => {
    const added: string[] = [];
    const known: string[] = [];
    for (const file of new Map(files.map((it) => [it.id, it])).values()) {
      const before = await tx.get('assets', file.id);
      if (before) {
        known.push(file.id);
        if (before.isArchived) await tx.update('assets', file.id, { isArchived: undefined });
        continue;
      }
      added.push(file.id);
      await tx.create('assets', {
        ...file,
        addedAt: tx.now,
        ...(tx.actor !== undefined && { addedBy: tx.actor }),
      });
    }
    return { added, known };
  },
});

export const editAsset = defineCommand({
  name: 'assets.edit',
  /** Null or '' clears a field. */
  input: z.object({
    id: idSchema,
    name: fields.name.optional(),
    tags: fields.tags.unwrap().optional(),
    note: fields.note.nullable(),
    licence: fields.licence.nullable(),
  }),
  entities: ['assets'],
  label: ({ name }) =>
    name === undefined
      ? { zh: '修改素材', en: 'Edit a file' }
      : { zh: `素材改名为「${shortName(name)}」`, en: `Rename to “${shortName(name)}”` },
  run: async (tx, { id, tags, licence, ...rest }) => {
    await loadAsset(tx, id);
    const patch: Partial<Asset> = Object.fromEntries(
      Object.entries(rest).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value || undefined]],
      ),
    );
    if (tags !== undefined) patch.tags = [...new Set(tags)];
    if (licence !== undefined) {
      const said = Object.entries(licence ?? {}).filter(([, value]) => value);
      patch.licence = said.length > 0 ? Object.fromEntries(said) : undefined;
    }
    await tx.update('assets', id, patch);
  },
});

export const archiveAssets = defineCommand({
  name: 'assets.archive',
  input: z.object({ ids: z.array(idSchema).min(1).max(2000), isArchived: z.boolean() }),
  entities: ['assets'],
  label: ({ ids, isArchived }) =>
    isArchived
      ? { zh: `归档 ${ids.length} 个素材`, en: `Archive files: ${ids.length}` }
      : { zh: `取回 ${ids.length} 个素材`, en: `Bring files back: ${ids.length}` },
  run: async (tx, { ids, isArchived }) => {
    for (const id of ids) {
      await loadAsset(tx, id);
      await tx.update('assets', id, { isArchived: isArchived || undefined });
    }
  },
});

export const removeAsset = defineCommand({
  name: 'assets.remove',
  /** `isTakenOut`: also out of everything that holds it, in the same step. */
  input: z.object({ id: idSchema, name: z.string(), isTakenOut: z.boolean() }),
  entities: ['assets', ...PLACES],
  label: ({ name }) => ({
    zh: `删除素材「${shortName(name)}」`,
    en: `Remove “${shortName(name)}”`,
  }),
  run: async (tx, { id, isTakenOut }) => {
    await loadAsset(tx, id);
    const count = isTakenOut ? await takeOut(tx, id) : await countPlaces(tx, id);
    if (count > 0 && !isTakenOut) throw new ExpectedError('asset-in-use', { count });
    await tx.remove('assets', id);
    return { takenOut: count };
  },
});

export const takeAssetOut = defineCommand({
  name: 'assets.takeOut',
  input: z.object({ id: idSchema, name: z.string() }),
  entities: ['assets', ...PLACES],
  label: ({ name }) => ({
    zh: `取下素材「${shortName(name)}」`,
    en: `Take “${shortName(name)}” out`,
  }),
  run: async (tx, { id }) => ({ takenOut: await takeOut(tx, id) }),
});

export const setGroupQr = defineCommand({
  name: 'assets.setGroupQr',
  /** Null takes the picture, or its last day, away. */
  input: z.object({
    groupId: idSchema,
    assetId: z.string().nullable(),
    until: groupSchema.shape.qrUntil.unwrap().nullable(),
  }),
  entities: ['groups'],
  label: ({ assetId }) =>
    assetId === null
      ? { zh: '取下群二维码', en: 'Take the group’s QR code away' }
      : { zh: '设置群二维码', en: 'Set the group’s QR code' },
  run: async (tx, { groupId, assetId, until }) => {
    if (!(await tx.get('groups', groupId))) throw new ExpectedError('group-not-found');
    await tx.update('groups', groupId, {
      qrAssetId: assetId ?? undefined,
      qrUntil: assetId === null ? undefined : (until ?? undefined),
    });
  },
});
