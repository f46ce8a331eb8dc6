import type { TransferItem, TransferPlan } from '@shared/domain/group-life/transfer.schema';
import { fillTransferInvitation } from '@shared/domain/group-life/transfer-invitation.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { invitationMessages } from './invitation.messages';

export const FIRST_WEEKS = 8;

export type Invited = {
  plan: TransferPlan;
  item: Pick<TransferItem, 'counts'>;
  name: string;
  oldGroup: string;
  newGroup: string;
};

/** The plan's invitation as one person gets it. */
export function useInvitationText() {
  const t = useMessages(invitationMessages);
  const format = useFormat();
  const standardText = t('standard');
  const reasonOf = ({ counts }: Invited['item'], weeks: number): string => {
    const what = [
      counts && counts.orders > 0 && t('orders', { count: counts.orders }),
      counts && counts.interactions > 0 && t('interactions', { count: counts.interactions }),
    ].filter(Boolean);
    if (what.length > 0) return t('because', { weeks, what: what.join(t('and')) });
    return t(counts?.isKoc ? 'becauseKoc' : 'becauseMember');
  };
  const textFor = ({ plan, item, name, oldGroup, newGroup }: Invited, text?: string): string =>
    fillTransferInvitation(text ?? plan.invitation ?? standardText, {
      name,
      group: newGroup,
      old: oldGroup,
      reason: reasonOf(item, plan.weeks ?? FIRST_WEEKS),
      until: plan.untilDay ? t('until', { day: format.day(plan.untilDay) }) : t('soon'),
    });
  return { standardText, textFor };
}
