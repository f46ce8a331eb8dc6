import type { ContentPlan } from '@shared/domain/calendar/content.schema';
import type { Tx } from '@/db/command';

/** Everything that may hold a file now. Sendings hold it too, but what was sent stays as it was. */
export const PLACES = [
  'contentItems',
  'contentRepeats',
  'weekTemplates',
  'groups',
  'libraryEntries',
  'characters',
  'experiments',
] as const;

type Holder = Pick<ContentPlan, 'assetIds'>;
const holds = ({ assetIds }: Holder, id: string) => assetIds?.includes(id) ?? false;

function without({ assetIds = [] }: Holder, id: string): string[] | undefined {
  const left = assetIds.filter((it) => it !== id);
  return left.length > 0 ? left : undefined;
}

/** The rows that hold a file. Experiments under way or over stay as they were drawn and judged. */
async function holders(tx: Tx, id: string) {
  const all = {
    items: await tx.all('contentItems'),
    repeats: await tx.all('contentRepeats'),
    templates: await tx.all('weekTemplates'),
    groups: await tx.all('groups'),
    entries: await tx.all('libraryEntries'),
    characters: await tx.all('characters'),
    experiments: await tx.findBy('experiments', 'state', 'draft'),
  };
  return {
    items: all.items.filter((item) => holds(item, id)),
    repeats: all.repeats.filter(({ plan }) => holds(plan, id)),
    templates: all.templates.filter(({ items }) => items.some(({ plan }) => holds(plan, id))),
    groups: all.groups.filter(({ qrAssetId }) => qrAssetId === id),
    entries: all.entries.filter(({ assetId }) => assetId === id),
    characters: all.characters.filter(({ assetId }) => assetId === id),
    experiments: all.experiments.filter(({ arms }) => arms.some(({ assetId }) => assetId === id)),
  };
}

const sizeOf = (held: Awaited<ReturnType<typeof holders>>): number =>
  Object.values(held).reduce((sum, rows) => sum + rows.length, 0);

export async function countPlaces(tx: Tx, assetId: string): Promise<number> {
  return sizeOf(await holders(tx, assetId));
}

/** Takes a file out of everything that holds it now; of how many. */
export async function takeOut(tx: Tx, assetId: string): Promise<number> {
  const held = await holders(tx, assetId);
  for (const item of held.items) {
    await tx.update('contentItems', item.id, { assetIds: without(item, assetId) });
  }
  for (const { id, plan } of held.repeats) {
    await tx.update('contentRepeats', id, {
      plan: { ...plan, assetIds: without(plan, assetId) },
    });
  }
  for (const { id, items } of held.templates) {
    const left = items.map((item) => ({
      ...item,
      plan: { ...item.plan, assetIds: without(item.plan, assetId) },
    }));
    await tx.update('weekTemplates', id, { items: left });
  }
  for (const { id } of held.groups) {
    await tx.update('groups', id, { qrAssetId: undefined, qrUntil: undefined });
  }
  for (const { id } of held.entries) {
    await tx.update('libraryEntries', id, { assetId: undefined });
  }
  for (const { id } of held.characters) await tx.update('characters', id, { assetId: undefined });
  for (const { id, arms } of held.experiments) {
    const bare = arms.map(({ assetId: own, ...arm }) =>
      own === undefined || own === assetId ? arm : { ...arm, assetId: own },
    );
    await tx.update('experiments', id, { arms: bare });
  }
  return sizeOf(held);
}
