import type { MoveOutcome } from '@shared/domain/group-life/transfer.rules';
import { entryRefusal } from '@shared/domain/groups/placement.rules';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { declineMove, inviteToMove, moveByPlan, redirectMove } from '../transfer-steps.commands';
import { candidateOf } from '../use-transfer';
import { useInvitationText } from '../words/use-invitation';
import { useRefusalWords } from '../words/use-refusal-words';
import { planMessages } from './plan.messages';
import type { PlanLine, PlanView } from './plan-view';

const idsOf = (lines: readonly PlanLine[]) => lines.map(({ item }) => item.memberId);

/** What can be done with people of a plan; each is one change that one undo takes back. */
export function usePlanSteps(view: PlanView) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const refusal = useRefusalWords();
  const { textFor } = useInvitationText();
  const { plan, group, world } = view;
  const planId = plan.id;

  const textOf = ({ item, called }: PlanLine) =>
    textFor({
      plan,
      item,
      name: called,
      oldGroup: group.name,
      newGroup: world.groupOf(item.toGroupId)?.name ?? '',
    });

  /** Why somebody was not let in, with the group and the other side by name where they are known. */
  const sentence = (outcome: MoveOutcome & { state: 'refused' }, line: PlanLine | undefined) => {
    const room = world.roomOf(line?.item.toGroupId);
    const live =
      room && line?.person
        ? entryRefusal(candidateOf(line.person), room, world.classes, world.rules)
        : undefined;
    const exact = live?.reason === outcome.reason ? live : { reason: outcome.reason };
    const why = refusal(exact, line?.person ?? { identity: 'unknown' }, room?.group);
    return t('whoWhy', { name: line?.called ?? t('unnamed'), why });
  };

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      showProblem(error);
    }
  };

  const invite = (lines: readonly PlanLine[]) =>
    attempt(async () => {
      const { invited } = await execute(inviteToMove, { planId, memberIds: idsOf(lines) });
      const count = format.count(invited.length);
      showDone(t(invited.length > 0 ? 'invitedMany' : 'noneInvited', { count }), {
        undo: invited.length > 0,
      });
    });

  /** What is copied to be sent is noted as sent: one key a person. */
  const copy = (lines: readonly PlanLine[]) =>
    attempt(async () => {
      const able = lines.filter(({ item }) => item.toGroupId !== undefined);
      const texts = able.map(textOf);
      if (texts.length === 0) return showDone(t('noneInvited'));
      try {
        await navigator.clipboard.writeText(texts.join('\n\n'));
      } catch {
        return showDone(t('copyFailed'));
      }
      const [first] = able;
      const isNew = first && able.length === 1 && first.item.state === 'planned';
      if (isNew) await execute(inviteToMove, { planId, memberIds: idsOf(able) });
      const name = first?.called ?? '';
      const said =
        able.length > 1
          ? t('copiedMany', { count: format.count(able.length) })
          : t(isNew ? 'copiedInvited' : 'copied', { name });
      showDone(said, { undo: isNew === true });
    });

  const move = (lines: readonly PlanLine[]) =>
    attempt(async () => {
      const { outcomes } = await execute(moveByPlan, {
        planId,
        memberIds: idsOf(lines),
        language: currentLanguage() === 'en' ? 'en' : 'zh',
      });
      const refused = outcomes.flatMap((it) => (it.state === 'refused' ? [it] : []));
      const moved = outcomes.length - refused.length;
      const [no] = refused;
      if (!no) {
        const words = { count: format.count(moved), group: group.name };
        return showDone(t('movedMany', words), { undo: moved > 0 });
      }
      const line = lines.find(({ item }) => item.memberId === no.memberId);
      const more = refused.length - 1;
      const first =
        sentence(no, line) + (more > 0 ? t('andMore', { count: format.count(more) }) : '');
      const words = { moved: format.count(moved), refused: format.count(refused.length), first };
      showDone(t(moved > 0 ? 'movedSome' : 'movedNone', words), { undo: true, stays: true });
    });

  const decline = (lines: readonly PlanLine[], reason?: string) =>
    attempt(async () => {
      const why = reason?.trim();
      const { declined } = await execute(declineMove, {
        planId,
        memberIds: idsOf(lines),
        ...(why && { reason: why }),
      });
      const count = format.count(declined.length);
      showDone(t('declinedMany', { count }), { undo: declined.length > 0 });
    });

  const redirect = (lines: readonly PlanLine[], toGroupId: string) =>
    attempt(async () => {
      const { changed } = await execute(redirectMove, {
        planId,
        memberIds: idsOf(lines),
        toGroupId,
      });
      const words = { count: format.count(changed), group: world.groupOf(toGroupId)?.name ?? '' };
      showDone(t('redirected', words), { undo: changed > 0 });
    });

  return { textOf, invite, copy, move, decline, redirect };
}

export type PlanSteps = ReturnType<typeof usePlanSteps>;
