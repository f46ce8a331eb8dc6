import type { GroupRule } from '@shared/domain/group-life/group-rule.schema';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { useClassGroups } from '@/features/group-life';
import { readGroupNames } from './group-rules.queries';
import { rulesMessages } from './rules.messages';

/** For whom a rule holds, in words. */
export function useScopeName(): (rule: Pick<GroupRule, 'groupId' | 'classId'>) => string {
  const t = useMessages(rulesMessages);
  const groups = useLive(readGroupNames, []);
  const classes = useClassGroups();
  return ({ groupId, classId }) => {
    if (groupId !== undefined) {
      return t('scopeGroup', { name: groups?.get(groupId)?.name ?? t('goneScope') });
    }
    if (classId === undefined) return t('scopeAll');
    const name = classes?.find((it) => it.classId === classId)?.name ?? t('goneScope');
    return t('scopeClass', { name });
  };
}
