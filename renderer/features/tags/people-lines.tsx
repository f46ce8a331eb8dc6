import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { PersonLine } from '@/workers/people/people-types';
import { tagPanelMessages } from './panel/tag-panel.messages';
import classes from './panel/tag-panel.module.css';

/** Some people by name, with what they bought; each leads to the member. */
export function PeopleLines({ people }: { people: readonly PersonLine[] }) {
  const t = useMessages(tagPanelMessages);
  const format = useFormat();
  if (people.length === 0) return <p className={classes.quiet}>{t('nobody')}</p>;
  return (
    <ul className={classes.lines}>
      {people.map((person) => (
        <li key={person.id} data-testid="tag-person" data-member-id={person.id}>
          <Link href={`/members/${person.id}`}>{person.name}</Link>
          <span>
            {person.orderCount > 0
              ? t('orders', {
                  n: format.count(person.orderCount),
                  spent: format.money(person.netFen),
                })
              : t('noOrders')}
          </span>
        </li>
      ))}
    </ul>
  );
}
