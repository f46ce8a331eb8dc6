import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';
import { builtInTemplates } from './built-in-templates';

const isUsable = (template: SopTemplate) => template.status !== 'draft' && !template.isArchived;

/**
 * The newest published version of each flow: the workspace's own before the one that came with the
 * console. A flow whose versions are all archived or drafts is left out, also if it came with it.
 */
export function newestTemplates(own: readonly SopTemplate[]): SopTemplate[] {
  const newest = new Map(builtInTemplates().map((template) => [template.key, template]));
  for (const key of new Set(own.filter((it) => it.isArchived).map((it) => it.key))) {
    newest.delete(key);
  }
  const ascending = own.filter(isUsable).sort((a, b) => a.version - b.version);
  for (const template of ascending) newest.set(template.key, template);
  return [...newest.values()];
}

/**
 * One version by its id, or the newest published one of a key; `sop-not-found` when there is none.
 * Touches `sopTemplates`.
 */
export async function findTemplate(
  tx: Tx,
  which: { id: string } | { key: string },
): Promise<SopTemplate> {
  if ('id' in which) {
    const { id } = which;
    const builtIn = builtInTemplates().find((template) => template.id === id);
    const found = (await tx.get('sopTemplates', id)) ?? builtIn;
    if (!found) throw new ExpectedError('sop-not-found');
    return found;
  }
  const own = await tx.findBy('sopTemplates', 'key', which.key);
  const found = newestTemplates(own).find((template) => template.key === which.key);
  if (!found) throw new ExpectedError('sop-not-found');
  return found;
}
