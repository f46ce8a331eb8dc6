import type { TransferItem, TransferPlan } from '@shared/domain/group-life/transfer.schema';
import { fillTransferInvitation } from '@shared/domain/group-life/transfer-invitation.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { translator, useMessages } from '@/app/i18n/messages';
import { createFormat } from '@/ui/format';
import { invitationMessages } from './invitation.messages';

export const FIRST_WEEKS = 8;

type Words = ReturnType<typeof translator<keyof typeof invitationMessages.zh & string>>;

export type Invited = {
  plan: TransferPlan;
  item: Pick<TransferItem, 'counts'>;
  name: string;
  oldGroup: string;
  newGroup: string;
};

const HAN = /\p{Script=Han}/u;

/** An invitation is read by its people, so what is filled in speaks the language that it is in. */
const languageOf = (text: string) =>
  HAN.test(text.replace(/\{[^{}]*\}/g, '')) ? ('zh-CN' as const) : ('en' as const);

function reasonOf({ counts }: Invited['item'], weeks: number, t: Words): string {
  const what = [
    counts && counts.orders > 0 && t('orders', { count: counts.orders }),
    counts && counts.interactions > 0 && t('interactions', { count: counts.interactions }),
  ].filter(Boolean);
  if (what.length > 0) return t('because', { weeks, what: what.join(t('and')) });
  return t(counts?.isKoc ? 'becauseKoc' : 'becauseMember');
}

/** The invitation as one person gets it; `text` instead of the plan's while it is being written. */
function textFor({ plan, item, name, oldGroup, newGroup }: Invited, text: string): string {
  const language = languageOf(text);
  const t = translator(invitationMessages, language);
  const { day } = createFormat({ language, isMasked: false, timeZone: DEFAULT_TIME_ZONE });
  return fillTransferInvitation(text, {
    name,
    group: newGroup,
    old: oldGroup,
    reason: reasonOf(item, plan.weeks ?? FIRST_WEEKS, t),
    until: plan.untilDay ? t('until', { day: day(plan.untilDay) }) : t('soon'),
  });
}

/** The ready invitation in the window's language, and what each person gets. */
export function useInvitationText() {
  const standardText = useMessages(invitationMessages)('standard');
  return {
    standardText,
    textFor: (invited: Invited, text?: string): string =>
      textFor(invited, text ?? invited.plan.invitation ?? standardText),
  };
}
