import { Button, Modal, Select, TextInput } from '@mantine/core';
import { planByHand } from '@shared/domain/groups/placement.rules';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import type { Insider } from '@/workers/groups/group-types';
import { removeMemberFromGroup } from '../groups.commands';
import type { GroupWithCount } from '../groups.queries';
import { moveMembers } from '../placing.commands';
import { useClassBook } from '../use-groups';
import { useRefusalSentence } from '../use-refusal-sentence';
import { misplacedMessages } from './misplaced.messages';
import classes from './move-dialog.module.css';

type MoveDialogProps = {
  row: Insider & { groupId: string };
  groups: readonly GroupWithCount[];
  /** What is wrong with where they are, if something is. */
  why?: string;
  onClose: () => void;
};

/** One person to another group or out of this one; what the rules say is shown before it happens. */
export function MoveDialog({ row, groups, why, onClose }: MoveDialogProps) {
  useReturnFocus();
  const t = useMessages(misplacedMessages);
  const format = useFormat();
  const book = useClassBook();
  const sentence = useRefusalSentence();
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const from = groups.find(({ group }) => group.id === row.groupId)?.group;
  const room = groups.find(({ group }) => group.id === to);
  const person = { ...row, isApproved: true, insideGroupIds: [row.groupId] };
  const plan = (isAllowed: boolean) =>
    room && book && planByHand([person], room, book.classes, book.rules, isAllowed);
  const strict = plan(false)?.refused[0];
  const refused = plan(reason.trim() !== '')?.refused[0];
  const finish = async (work: () => Promise<{ said: string; isDone: boolean }>) => {
    try {
      const { said, isDone } = await work();
      showDone(said, { undo: isDone });
      if (isDone) onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  const move = () =>
    finish(async () => {
      const { refused: no } = await execute(moveMembers, {
        language: currentLanguage() === 'en' ? 'en' : 'zh',
        fromGroupId: row.groupId,
        groupId: to ?? '',
        memberIds: [row.memberId],
        ...(reason.trim() && { overrideReason: reason.trim() }),
      });
      const [one] = no;
      if (one) return { said: sentence(one, row, room?.group), isDone: false };
      return { said: t('moved', { name: row.name, group: room?.group.name ?? '' }), isDone: true };
    });
  const remove = () =>
    finish(async () => {
      await execute(removeMemberFromGroup, { groupId: row.groupId, memberId: row.memberId });
      return { said: t('removed', { name: row.name, group: from?.name ?? '' }), isDone: true };
    });
  return (
    <Modal opened onClose={onClose} title={t('moveTitle', { name: row.name })} size="md">
      <div className={classes.body}>
        {why && <p className={classes.why}>{why}</p>}
        <Select
          label={t('moveTo')}
          placeholder={t('movePick')}
          data-testid="move-to"
          searchable
          data={groups
            .filter(({ group }) => group.phase !== 'dissolved' && group.id !== row.groupId)
            .map(({ group, count }) => ({
              value: group.id,
              label: `${group.name} · ${format.count(count)}/${format.count(group.capacity)}`,
            }))}
          value={to}
          onChange={setTo}
        />
        {refused && (
          <p className={classes.refused} role="alert" data-reason={refused.reason}>
            {sentence(refused, row, room?.group)}
          </p>
        )}
        {strict?.reason.endsWith('Differs') && (
          <TextInput
            label={t('overrideWhy')}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <div className={classes.actions}>
          <Button variant="default" data-testid="misplaced-remove" onClick={() => void remove()}>
            {t('remove', { group: from?.name ?? '' })}
          </Button>
          <Button
            data-testid="misplaced-move"
            disabled={!room || refused !== undefined}
            onClick={() => void move()}
          >
            {t('move')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
