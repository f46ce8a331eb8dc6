import { Button } from '@mantine/core';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { GroupForm } from './group-form';
import { removeMemberFromGroup } from './groups.commands';
import { groupsMessages } from './groups.messages';
import classes from './groups.module.css';
import type { GroupWithCount, Insider } from './groups.queries';
import { useInsiders } from './use-groups';

const LISTED_AT_ONCE = 100;

/** One group: its class and room, and who is inside. */
export function GroupDetail({ group, count }: GroupWithCount) {
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const [listed, setListed] = useState(LISTED_AT_ONCE);
  const insiders = useInsiders(group.id);
  if (isEditing) {
    return (
      <GroupForm
        group={group}
        onCancel={() => setEditing(false)}
        onSaved={(_, name) => {
          setEditing(false);
          showDone(t('edited', { name }), { undo: true });
        }}
      />
    );
  }
  const room = group.capacity - count;
  const identity =
    group.identity === 'unknown' ? t('unclassed') : words(`identity.${group.identity}`);
  const facts = [identity, group.region, words(`groupPhase.${group.phase}`)].filter(Boolean);
  const hidden = (insiders?.length ?? 0) - listed;
  return (
    <div className={classes.detail}>
      <div className={classes.detailHead}>
        <p>{facts.join(' · ')}</p>
        <Button variant="default" size="xs" onClick={() => setEditing(true)}>
          {t('edit')}
        </Button>
      </div>
      <p className={classes.quiet}>
        {room > 0 ? t('room', { count: format.count(room) }) : t('full')}
        {count >= group.scanLimit && ` · ${t('scanLimit', { limit: group.scanLimit })}`}
      </p>
      <h3>{t('members')}</h3>
      {insiders?.length === 0 && <p className={classes.quiet}>{t('noMembers')}</p>}
      <ul className={classes.insiders}>
        {insiders?.slice(0, listed).map((insider) => (
          <InsiderRow key={insider.membership.id} insider={insider} group={group} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" size="xs" onClick={() => setListed(listed + LISTED_AT_ONCE)}>
          {t('moreMembers', { count: format.count(hidden) })}
        </Button>
      )}
    </div>
  );
}

function InsiderRow({ insider, group }: { insider: Insider; group: GroupWithCount['group'] }) {
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { member, membership } = insider;
  const remove = async () => {
    try {
      await execute(removeMemberFromGroup, { groupId: group.id, memberId: member.id });
      showDone(t('removed', { name: member.name, group: group.name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <li className={classes.insider}>
      <span className={classes.insiderName}>{member.name}</span>
      <span className={classes.quiet}>
        {words(`identity.${member.identity}`)} ·{' '}
        {t('joined', { day: format.date(membership.joinedAt) })}
      </span>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void remove()}>
        {t('remove')}
      </Button>
    </li>
  );
}
