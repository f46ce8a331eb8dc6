import { useLive } from '@/db/use-live';
import { type GroupWithCount, type Insider, insidersOf, listGroups } from './groups.queries';

export const useGroups = (): GroupWithCount[] | undefined => useLive(listGroups, []);

export const useInsiders = (groupId: string): Insider[] | undefined =>
  useLive(() => insidersOf(groupId), [groupId]);
