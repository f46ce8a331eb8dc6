import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { RosterView } from '@/workers/rosters/roster-types';
import { listBoxMessages } from './list-box.messages';
import classes from './list-box.module.css';

const MOST_LISTED = 100;

/** Who came, went and stayed, by name and by what they were recognised. */
export function PlanPeople({ view: { plan, faces } }: { view: RosterView }) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const nameOf = (memberId: string) => faces[memberId]?.name ?? '—';
  const called = (memberId: string, nickname: string) =>
    nickname === nameOf(memberId)
      ? nickname
      : t('aside', { text: nickname, more: nameOf(memberId) });
  return (
    <>
      <People
        title={t('joinedTitle', { count: format.count(plan.joined.length + plan.fresh.length) })}
        isOpen
        lines={[
          ...plan.joined.map(({ memberId, nickname, by, isBack }) => ({
            key: memberId,
            name: called(memberId, nickname),
            facts: [t(`by.${by}`), isBack && t('back')],
          })),
          ...plan.fresh.map(({ nickname, wechatId = '', phone = '' }) => ({
            key: `${nickname} ${wechatId} ${phone}`,
            name: nickname,
            facts: [t('asNew')],
          })),
        ]}
      />
      <People
        title={t('leftTitle', { count: format.count(plan.left.length) })}
        isOpen
        lines={plan.left.map((memberId) => ({
          key: memberId,
          name: nameOf(memberId),
          facts: [faces[memberId]?.groupNickname],
        }))}
      />
      <People
        title={t('stayedTitle', { count: format.count(plan.stayed.length) })}
        lines={plan.stayed.map(({ memberId, nickname, by, before }) => ({
          key: memberId,
          name: called(memberId, nickname),
          facts: [t(`by.${by}`), before && before !== nickname && t('renamed', { before })],
        }))}
      />
    </>
  );
}

type Line = { key: string; name: ReactNode; facts: (string | false | undefined)[] };
type PeopleProps = { title: string; lines: readonly Line[]; isOpen?: boolean };

function People({ title, lines, isOpen = false }: PeopleProps) {
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const [listed, setListed] = useState(MOST_LISTED);
  return (
    <details className={classes.people} open={isOpen && lines.length > 0}>
      <summary>{title}</summary>
      <ul>
        {lines.length === 0 && <li className={classes.quiet}>{t('none')}</li>}
        {lines.slice(0, listed).map(({ key, name, facts }) => (
          <li key={key} className={classes.person}>
            <span>{name}</span>
            <small>{facts.filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
      {lines.length > listed && (
        <Button size="compact-xs" variant="subtle" onClick={() => setListed(listed + MOST_LISTED)}>
          {t('more', { count: format.count(lines.length - listed) })}
        </Button>
      )}
    </details>
  );
}
