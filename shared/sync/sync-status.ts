import type { Role } from '../contracts/hub-http';

/** What the window shows of the sync; the states are those of the handle `sync-state`. */
export type SyncStatus = {
  state: 'off' | 'offline' | 'syncing' | 'upToDate' | 'error';
  /** Own operations that the hub has not confirmed, and when the oldest was made (UTC ms). */
  pending: number;
  oldestPendingAt?: number;
  agreedAt?: number;
  /** Why it is stuck: a code with words in both languages, and what it names. */
  problem?: { code: string; data?: Record<string, string | number> };
  /** UTC ms of the next try, when it waits for one. */
  retryAt?: number;
  progress?: {
    kind: 'fetchState' | 'sendState' | 'push' | 'pull';
    /** Bytes, or operations for `pull`; `total` is absent while nobody knows. */
    done: number;
    total?: number;
  };
  workspace?: { id: string; name: string; hubUrl: string; role: Role; isWholeSight: boolean };
  /** Values that lost and that nobody has looked at; operations that were set aside. */
  overwritten: number;
  aside: number;
};
