import { consoleDb } from '@/db/db';
import { countUnsent } from '@/db/sync/outbox';

/** Changes that no hub has seen yet. */
export const readPendingOps = (): Promise<number> => countUnsent(consoleDb());
