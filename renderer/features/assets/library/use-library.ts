import type { LibraryKind } from '@shared/domain/library/library-entry.schema';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import type { LibraryList } from '@/workers/assets/asset-types';

export type LibraryView = { kind: LibraryKind | 'all'; text: string; isArchived: boolean };

/** Entries that fit, with how often they are used. */
export function useLibrary(view: LibraryView): LibraryList | undefined {
  const { kind, text, isArchived } = view;
  const question = { text, isArchived, ...(kind !== 'all' && { kinds: [kind] }) };
  return useAnswer(JSON.stringify(question), () => dataWorker().assets.library(question));
}
