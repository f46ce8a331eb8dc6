import type { EntryPerson } from '@shared/domain/groups/entry.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { Refused } from '@shared/domain/groups/placement.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { placingMessages } from './placing.messages';

/** The sentence that says why somebody was not placed: both identities and the group by name. */
export function useRefusalSentence() {
  const t = useMessages(placingMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return (
    refused: Refused,
    person: EntryPerson & { name: string },
    group: Group | undefined,
  ): string =>
    t(`refusal.${refused.reason}`, {
      name: person.name,
      group: group?.name ?? t('thisGroup'),
      identity: words(`identity.${person.identity}`),
      rival: words(`identity.${refused.rival ?? 'unknown'}`),
      region: person.region ?? t('notKnown'),
      channel: person.channel ?? t('notKnown'),
      capacity: format.count(group?.capacity ?? 0),
    });
}
