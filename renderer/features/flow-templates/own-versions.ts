import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';
import { builtInTemplates } from '@/features/flow-runs/index';

/** The version that came with the console under this key. */
export const builtInOf = (key: string): SopTemplate | undefined =>
  builtInTemplates().find((template) => template.key === key);

/** Only written so that a built-in flow can be hidden; says nothing that the built-in does not. */
export const isMarker = (template: SopTemplate): boolean => {
  const builtIn = builtInOf(template.key);
  return (
    builtIn !== undefined &&
    template.basedOnId === builtIn.id &&
    template.version === builtIn.version
  );
};

/** Every version of a flow, newest first: own ones and the one that came with the console. */
export function versionsOf(key: string, own: readonly SopTemplate[]): SopTemplate[] {
  const builtIn = builtInOf(key);
  const written = own.filter((template) => template.key === key && !isMarker(template));
  return [...written, ...(builtIn ? [builtIn] : [])].sort((a, b) => b.version - a.version);
}

/** The newest published version; archived ones count as well. `sop-not-found` without any. */
export async function newestPublished(tx: Tx, key: string): Promise<SopTemplate> {
  const versions = versionsOf(key, await tx.findBy('sopTemplates', 'key', key));
  const found = versions.find(({ status }) => status === 'published');
  if (!found) throw new ExpectedError('sop-not-found');
  return found;
}

/** The number that the next version of a flow gets; drafts are left out of account. */
export async function nextVersion(tx: Tx, key: string, except?: string): Promise<number> {
  const versions = versionsOf(key, await tx.findBy('sopTemplates', 'key', key));
  const others = versions.filter(({ id }) => id !== except);
  return Math.max(0, ...others.map(({ version }) => version)) + 1;
}

/** The draft of this id, or `flow-draft-gone`. */
export async function draftOf(tx: Tx, draftId: string): Promise<SopTemplate> {
  const draft = await tx.get('sopTemplates', draftId);
  if (draft?.status !== 'draft') throw new ExpectedError('flow-draft-gone');
  return draft;
}
