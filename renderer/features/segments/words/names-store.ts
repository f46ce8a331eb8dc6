import type { Tag } from '@shared/domain/tags/tag.schema';
import { liveQuery } from 'dexie';
import { useSyncExternalStore } from 'react';
import { readDb } from '@/db/read';
import { reportError } from '@/platform/log';
import { readSegments, readSnapshots } from '../segments.queries';

type Named = { id: string; name: string };
export type NamedThings = {
  tags: readonly Tag[];
  segments: readonly (Named & { isArchived?: boolean | undefined })[];
  snapshots: readonly (Named & { at: number; count: number })[];
  groups: readonly Named[];
  /** Settings of each model by its name, as stored. */
  settings: Readonly<Record<string, unknown>>;
};

const NOTHING: NamedThings = { tags: [], segments: [], snapshots: [], groups: [], settings: {} };
const listeners = new Set<() => void>();
let current = NOTHING;
let subscription: { unsubscribe: () => void } | undefined;

async function readNamed(): Promise<NamedThings> {
  const [tags, segments, snapshots, groups, settings] = await Promise.all([
    readDb.rows('tags').all(),
    readSegments(),
    readSnapshots(),
    readDb.rows('groups').all(),
    readDb.rows('modelSettings').all(),
  ]);
  return {
    tags,
    segments,
    snapshots,
    groups,
    settings: Object.fromEntries(settings.map((row) => [row.id, row.settings])),
  };
}

/** One reader for all sentences on a page: each by itself would read every snapshot's people. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  subscription ??= liveQuery(readNamed).subscribe({
    next: (found) => {
      current = found;
      for (const each of listeners) each();
    },
    error: (error: unknown) => reportError('error', error),
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    subscription?.unsubscribe();
    subscription = undefined;
  };
}

/** What rules may refer to, as stored; empty until it is read. */
export function useNamedThings(): NamedThings {
  return useSyncExternalStore(subscribe, () => current);
}
