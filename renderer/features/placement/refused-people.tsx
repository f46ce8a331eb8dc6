import { Checkbox } from '@mantine/core';
import type { Refused } from '@shared/domain/groups/placement.rules';
import type { Member } from '@shared/domain/members/member.schema';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { type GroupWithCount, useRefusalSentence } from '@/features/groups/index';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';

export type RefusedPerson = { refused: Refused; person: Member };

type RefusedPeopleProps = {
  title: string;
  refused: readonly RefusedPerson[];
  groups: readonly GroupWithCount[];
  /** With these, people can be ticked to be placed elsewhere by hand. */
  chosen?: ReadonlySet<string>;
  onToggle?: (ids: readonly string[], isIn: boolean) => void;
};

const MOST_LISTED = 50;

/** Who is not placed and why, one sentence a person. */
export function RefusedPeople({ title, refused, groups, chosen, onToggle }: RefusedPeopleProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const sentence = useRefusalSentence();
  const hidden = refused.length - MOST_LISTED;
  const groupOf = (id: string | undefined) => groups.find(({ group }) => group.id === id)?.group;
  return (
    <div className={classes.notice} role="alert" data-testid="placement-refused">
      <strong>{title}</strong>
      <ul className={classes.refusals}>
        {refused.slice(0, MOST_LISTED).map(({ refused: row, person }) => {
          const words = sentence(row, person, groupOf(row.groupId));
          return (
            <li key={person.id} data-member-id={person.id} data-reason={row.reason}>
              {row.reason === 'identityUnknown' && (
                <Link href={`/members/${person.id}`} className={classes.fix}>
                  {t('setIdentity')}
                </Link>
              )}
              {onToggle ? (
                <Checkbox
                  size="xs"
                  label={words}
                  checked={chosen?.has(person.id) ?? false}
                  onChange={(event) => onToggle([person.id], event.currentTarget.checked)}
                />
              ) : (
                words
              )}
            </li>
          );
        })}
        {hidden > 0 && <li>{t('more', { count: format.count(hidden) })}</li>}
      </ul>
    </div>
  );
}
