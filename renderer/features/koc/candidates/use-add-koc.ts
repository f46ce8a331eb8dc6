import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { doAndSay } from '../do-and-say';
import { addKoc } from '../koc.commands';
import { kocMessages } from '../koc.messages';

type Person = { memberId: string; name: string; groupIds: readonly string[] };

/** Puts somebody on the list, in the group looked at or in the only one they are inside. */
export function useAddKoc() {
  const t = useMessages(kocMessages);
  return ({ memberId, name, groupIds }: Person, lookedAt?: string) => {
    const groupId = lookedAt ?? (groupIds.length === 1 ? groupIds[0] : undefined);
    return doAndSay(
      () => execute(addKoc, { memberId, name, ...(groupId !== undefined && { groupId }) }),
      t('added', { name }),
    );
  };
}
