import type { TransferRefusal } from '@shared/domain/group-life/transfer.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { Identity } from '@shared/domain/members/member.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { TransferPerson } from '@/workers/group-life/transfer-types';
import { transferRefusalMessages } from './refusal.messages';

type Refusal = { reason: TransferRefusal; rival?: Identity };
type Refused = Pick<TransferPerson, 'identity' | 'region' | 'channel'>;

/** The clause that says why a group does not take somebody. */
export function useRefusalWords() {
  const t = useMessages(transferRefusalMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return ({ reason, rival }: Refusal, person: Refused, group: Group | undefined): string =>
    t(group ? reason : `short.${reason}`, {
      group: group?.name ?? '',
      identity: words(`identity.${person.identity}`),
      rival: words(`identity.${rival ?? 'unknown'}`),
      region: person.region ?? t('notKnown'),
      channel: person.channel ?? t('notKnown'),
      capacity: format.count(group?.capacity ?? 0),
    });
}
