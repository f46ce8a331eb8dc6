import type { SyncPlace } from '@shared/sync/local-port';
import { seesAll } from '@shared/sync/scopes';
import type { SyncStatus } from '@shared/sync/sync-status';
import { isPassing } from './retry.rules';

export const OFF: SyncStatus = { state: 'off', pending: 0, overwritten: 0, aside: 0 };

/** Between two words to the window. */
const EVERY_MS = 200;

export type StatusFacts = {
  place: SyncPlace | undefined;
  pending: number;
  oldestPendingAt?: number | undefined;
  overwritten: number;
  aside: number;
  problem?: SyncStatus['problem'] | undefined;
  retryAt?: number | undefined;
  progress?: SyncStatus['progress'] | undefined;
};

function stateOf({ place, pending, problem, progress }: StatusFacts): SyncStatus['state'] {
  if (!place) return 'off';
  if (problem) return isPassing(problem.code) ? 'offline' : 'error';
  const isAgreed = place.agreedAt !== undefined && !place.needsCheckpoint;
  return pending > 0 || progress || !isAgreed ? 'syncing' : 'upToDate';
}

/** What the window shows, of what is known. */
export function composeStatus(facts: StatusFacts): SyncStatus {
  const { place, pending, oldestPendingAt, overwritten, aside, problem, retryAt, progress } = facts;
  return {
    state: stateOf(facts),
    pending,
    overwritten,
    aside,
    ...(oldestPendingAt !== undefined && pending > 0 ? { oldestPendingAt } : {}),
    ...(place?.agreedAt === undefined ? {} : { agreedAt: place.agreedAt }),
    ...(problem ? { problem } : {}),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(progress ? { progress } : {}),
    ...(place
      ? {
          workspace: {
            id: place.workspaceId,
            name: place.workspaceName,
            hubUrl: place.hubUrl,
            role: place.role,
            isWholeSight: seesAll(place.grants),
          },
        }
      : {}),
  };
}

type Watcher = (status: SyncStatus) => unknown;

/** Tells those who watch, at once and then a few times a second at most; the last word always comes. */
export class StatusKeeper {
  private readonly watchers = new Set<Watcher>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStale = false;
  latest: SyncStatus = OFF;

  set(status: SyncStatus): void {
    this.latest = status;
    if (this.timer) {
      this.isStale = true;
      return;
    }
    this.tell();
  }

  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    void watcher(this.latest);
    return () => this.watchers.delete(watcher);
  }

  private tell(): void {
    this.isStale = false;
    for (const watcher of this.watchers) void watcher(this.latest);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.isStale) this.tell();
    }, EVERY_MS);
  }
}
