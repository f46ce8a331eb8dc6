import type { Slot } from '@shared/domain/calendar/slots';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { editItem } from '@/features/content-items';
import type { Focus } from '../list/work-order';
import { sendMessages } from '../send.messages';
import { setSendVariable } from '../send-variables.commands';
import { carryOver, giveUpSends, markSent, setSendTime, unmarkSent } from '../sending.commands';

/** Everything that the sending day writes, each with its words and its way back. */
export function useSendActions() {
  const t = useMessages(sendMessages);
  const attempt = async (
    work: () => Promise<unknown>,
    said: string,
    undo = true,
  ): Promise<boolean> => {
    try {
      await work();
      showDone(said, { undo });
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    }
  };
  return {
    mark: (sends: Focus[], more: { title: string; groupName: string; reason?: string }) => {
      const { title, groupName, reason } = more;
      const input = { sends, at: Date.now(), title, ...(reason !== undefined && { reason }) };
      const said =
        sends.length === 1
          ? t('marked', { group: groupName })
          : t('markedMany', { n: sends.length });
      return attempt(() => execute(markSent, input), said);
    },
    unmark: (sends: Focus[]) => attempt(() => execute(unmarkSent, { sends }), t('unmarked')),
    giveUp: (sends: Focus[], reason: string) =>
      attempt(
        () => execute(giveUpSends, { sends, at: Date.now(), reason }),
        t('gaveUp', { n: sends.length }),
      ),
    carry: (itemIds: string[], to: { date: string; slot: Slot }, where: string) =>
      attempt(
        () => execute(carryOver, { itemIds, ...to }),
        t('carried', { n: itemIds.length, where }),
      ),
    approve: (itemId: string) =>
      attempt(() => execute(editItem, { id: itemId, status: 'ready' }), t('approved')),
    setText: (itemId: string, text: string) =>
      attempt(
        () => execute(editItem, { id: itemId, text: text.trim() === '' ? null : text }),
        t('textSaved'),
      ),
    setTime: (focus: Focus, at: number) =>
      attempt(() => execute(setSendTime, { ...focus, at }), t('log.timeSet')),
    setVariable: (name: string, value: string, groupId: string | undefined) =>
      attempt(
        () => execute(setSendVariable, { name, value, ...(groupId !== undefined && { groupId }) }),
        t('saved', { name: `{${name}}` }),
      ),
  };
}
export type SendActions = ReturnType<typeof useSendActions>;
