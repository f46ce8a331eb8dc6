import type { ClassGroups } from '@/features/group-life';

/** The class to which a running group belongs, whether it names one or not. */
export const classIdOf = (known: readonly ClassGroups[], groupId: string): string | undefined =>
  known.find(({ groups }) => groups.some(({ id }) => id === groupId))?.classId || undefined;
