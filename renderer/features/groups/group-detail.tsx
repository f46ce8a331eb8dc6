import { Button } from '@mantine/core';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { GroupQrField } from '@/features/assets';
import { GroupForm } from './group-form';
import { groupsMessages } from './groups.messages';
import classes from './groups.module.css';
import type { GroupWithCount } from './groups.queries';
import { InsiderList } from './insider-list';

type GroupDetailProps = { row: GroupWithCount; groups: readonly GroupWithCount[] };

/** One group: its class and room, and who is inside. */
export function GroupDetail({ row, groups }: GroupDetailProps) {
  const { group, count } = row;
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <div className={classes.detailCard}>
        <GroupForm
          group={group}
          onCancel={() => setEditing(false)}
          onSaved={(_, name) => {
            setEditing(false);
            showDone(t('edited', { name }), { undo: true });
          }}
        />
      </div>
    );
  }
  const room = group.capacity - count;
  const identity =
    group.identity === 'unknown' ? t('unclassed') : words(`identity.${group.identity}`);
  const facts = [identity, group.region, words(`groupPhase.${group.phase}`)].filter(Boolean);
  return (
    <div className={classes.detail}>
      <div className={classes.detailCard}>
        {count === 0 ? (
          <>
            <h3>{t('members')}</h3>
            <p className={classes.quiet}>{t('noMembers')}</p>
          </>
        ) : (
          <InsiderList group={group} count={count} groups={groups} />
        )}
      </div>
      <div className={classes.detailCard}>
        <div className={classes.detailHead}>
          <p>{facts.join(' · ')}</p>
          {group.phase !== 'dissolved' && (
            <Button variant="default" size="xs" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )}
        </div>
        <p className={classes.quiet}>
          {room > 0 ? t('room', { count: format.count(room) }) : t('full')}
          {count >= group.scanLimit && ` · ${t('scanLimit', { limit: group.scanLimit })}`}
        </p>
        <GroupQrField group={group} />
      </div>
    </div>
  );
}
