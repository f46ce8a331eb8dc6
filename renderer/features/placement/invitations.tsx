import { Button } from '@mantine/core';
import { fillInvitation } from '@shared/domain/groups/invitation.rules';
import { classOf } from '@shared/domain/groups/member-class.rules';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { placingMessages } from '@/features/groups/index';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';
import type { PlanView } from './use-plan';

const MOST_LISTED = 100;

type Invited = { key: string; name: string; text: string };

/** What those brought in are sent, filled in for each of them, to be copied by one press. */
export function Invitations({ view }: { view: PlanView }) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const [listed, setListed] = useState(MOST_LISTED);
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const textOf = useInvitationText(view);
  const byGroup = view.groups.flatMap(({ group, count }) => {
    const people = view.placed
      .filter(({ groupId }) => groupId === group.id)
      .flatMap(({ memberId }): Invited[] => {
        const member = view.approved.get(memberId)?.member;
        const way = count > group.scanLimit ? 'invite' : 'scan';
        return member
          ? [{ key: memberId, name: member.name, text: textOf(member, group.name, way) }]
          : [];
      });
    return people.length > 0 ? [{ group, people }] : [];
  });
  const copy = async (people: readonly Invited[]) => {
    try {
      await navigator.clipboard.writeText(people.map(({ text }) => text).join('\n\n'));
      setCopied((before) => new Set([...before, ...people.map(({ key }) => key)]));
      showDone(t('copied', { count: format.count(people.length) }));
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <details className={classes.invitations} data-testid="placement-invitations">
      <summary>{t('invitations')}</summary>
      {byGroup.map(({ group, people }) => (
        <div key={group.id}>
          <div className={classes.headingRow}>
            <span className={classes.groupName}>{group.name}</span>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconCopy size={14} />}
              data-testid="placement-copy-all"
              onClick={() => void copy(people)}
            >
              {t('copyAll', { count: format.count(people.length) })}
            </Button>
          </div>
          <ul className={classes.people}>
            {people.slice(0, listed).map((person) => (
              <li key={person.key} className={classes.personRow}>
                <span className={classes.groupName}>{person.name}</span>
                <span className={classes.quiet}>{person.text}</span>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('copyFor', { name: person.name })}
                  data-testid="placement-copy"
                  onClick={() => void copy([person])}
                >
                  {copied.has(person.key) ? t('copiedOne') : t('copy')}
                </Button>
              </li>
            ))}
          </ul>
          {people.length > listed && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => setListed(listed + MOST_LISTED)}
            >
              {t('morePeople', { count: format.count(people.length - listed) })}
            </Button>
          )}
        </div>
      ))}
    </details>
  );
}

function useInvitationText({ book }: PlanView) {
  const t = useMessages(placementMessages);
  const placing = useMessages(placingMessages);
  return (
    member: Parameters<typeof classOf>[0] & { name: string; groupNickname?: string | undefined },
    group: string,
    way: 'scan' | 'invite',
  ): string => {
    const { classId } = classOf(member, book.classes);
    const own = book.classes.find(({ id }) => id === classId)?.invitation;
    return fillInvitation(own ?? t('invitationText'), {
      group,
      nickname: member.groupNickname ?? member.name,
      way: placing(`way.${way}`),
    });
  };
}
