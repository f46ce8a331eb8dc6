import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** Whether the group is dissolved, so that its pages are only read. */
export function useIsOver(groupId: string): boolean {
  return useLive(() => readDb.rows('groups').get(groupId), [groupId])?.phase === 'dissolved';
}
