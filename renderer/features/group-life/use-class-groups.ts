import type { Group } from '@shared/domain/groups/group.schema';
import { classesInUse, groupsOfClass } from '@shared/domain/groups/member-class.rules';
import { currentLanguage } from '@/app/i18n/i18n';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** Stands for the groups of no class. */
const NO_CLASS = '';

export type ClassGroups = { classId: string; name: string; groups: Group[] };

/** Running groups by class, in the order of the classes; those of no class last, under no name. */
async function readClassGroups(): Promise<ClassGroups[]> {
  const [groups, stored] = await Promise.all([
    readDb.rows('groups').all(),
    readDb.rows('memberClasses').all(),
  ]);
  const classes = classesInUse(stored, currentLanguage() === 'en' ? 'en' : 'zh');
  const byClass = classes.map((it) => ({
    classId: it.id,
    name: it.name,
    groups: groupsOfClass(it, groups, classes),
  }));
  const taken = new Set(byClass.flatMap((it) => it.groups.map(({ id }) => id)));
  const rest = groups.filter(({ id, phase }) => phase !== 'dissolved' && !taken.has(id));
  return [...byClass, { classId: NO_CLASS, name: '', groups: rest }].filter(
    (it) => it.groups.length > 0,
  );
}

export const useClassGroups = (): ClassGroups[] | undefined => useLive(readClassGroups, []);
