import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { useMessages } from '@/app/i18n/messages';
import { sendMessages } from './send.messages';

/** What a target is called; a group that is gone altogether has no name left. */
export function useTargetName(
  groups: readonly Pick<Group, 'id' | 'name'>[],
): (groupId: string) => string {
  const t = useMessages(sendMessages);
  return (groupId) => {
    if (groupId === ALL_GROUPS) return t('toAll');
    return groups.find(({ id }) => id === groupId)?.name ?? t('goneGroup');
  };
}
