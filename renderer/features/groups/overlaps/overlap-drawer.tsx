import { Button, Drawer } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { groupAddress } from '@/features/group-life';
import { Chip } from '@/ui/chip';
import { useReturnFocus } from '@/ui/use-return-focus';
import type { OverlapRow } from '@/workers/rosters/roster-types';
import { removeMemberFromGroup } from '../groups.commands';
import { overlapsMessages } from './overlaps.messages';
import classes from './overlaps.module.css';
import { useStayWords } from './use-stay-words';

type OverlapDrawerProps = {
  row: OverlapRow;
  groupName: (groupId: string) => string;
  onClose: () => void;
};

/** One person's groups: where to stay and why, what to tell them, and out of the others. */
export function OverlapDrawer({ row, groupName, onClose }: OverlapDrawerProps) {
  useReturnFocus();
  const t = useMessages(overlapsMessages);
  const format = useFormat();
  const reasonOf = useStayWords();
  const [said, setSaid] = useState<'copied' | 'copyFailed'>();
  const { advice, memberId, name, places } = row;
  const quoted = (groupIds: readonly string[]) =>
    groupIds.map((groupId) => t('quoted', { name: groupName(groupId) })).join(t('between'));
  const text = t('text', {
    name: places.find(({ nickname }) => nickname)?.nickname ?? name,
    all: quoted(places.map(({ groupId }) => groupId)),
    stay: groupName(advice.stayIn),
    leave: quoted(advice.leave.map(({ groupId }) => groupId)),
  });
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  const remove = async (groupId: string) => {
    try {
      await execute(removeMemberFromGroup, { groupId, memberId });
      showDone(t('removed', { name, group: groupName(groupId) }), { undo: true });
      onClose();
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={t('panelTitle', { name, count: places.length })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.panel} data-testid="overlap-panel" data-member-id={memberId}>
        {places.map(({ groupId, joinedAt, activity, nickname }) => {
          const leave = advice.leave.find((it) => it.groupId === groupId);
          const facts = [
            t('since', { day: format.date(joinedAt) }),
            nickname && t('nickname', { nickname }),
            activity === undefined ? t('noActs') : t('acts', { count: format.count(activity) }),
          ];
          return (
            <section key={groupId} data-testid="overlap-place" data-group-id={groupId}>
              <header>
                <b>{groupName(groupId)}</b>
                <Chip tone={leave ? 'plain' : 'teal'}>{t(leave ? 'leave' : 'stay')}</Chip>
              </header>
              <p className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</p>
              {leave && <p>{reasonOf(row, leave.because)}</p>}
              <div className={classes.actions}>
                <Link href={groupAddress(groupId)}>{t('open')}</Link>
                <Button
                  size="compact-sm"
                  variant={leave ? 'default' : 'subtle'}
                  color="gray"
                  data-testid="overlap-remove"
                  onClick={() => void remove(groupId)}
                >
                  {t('remove')}
                </Button>
              </div>
            </section>
          );
        })}
        <section>
          <header>
            <b>{t('message')}</b>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconCopy size={14} />}
              data-testid="overlap-copy"
              onClick={() => void copy()}
            >
              {t(said ?? 'copy')}
            </Button>
          </header>
          <p className={classes.message}>{text}</p>
        </section>
      </div>
    </Drawer>
  );
}
