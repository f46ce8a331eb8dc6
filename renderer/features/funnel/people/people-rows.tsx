import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import detailClasses from '../detail/detail.module.css';
import { subjectWords } from '../figures/subject-words';
import { useLength } from '../figures/use-length';
import { peopleMessages } from './people.messages';
import classes from './people.module.css';
import type { NamedPerson, PeopleList } from './use-people';

/** People with how long they have stood there and until when their window is open. */
export function PeopleRows({ people }: { people: PeopleList }) {
  const t = useMessages(peopleMessages);
  if (people.rows.length === 0) return <p className={detailClasses.quiet}>{t('nobody')}</p>;
  return (
    <>
      <div className={classes.head} aria-hidden>
        <span>{t('column_person')}</span>
        <span>{t('column_since')}</span>
        <span>{t('column_until')}</span>
      </div>
      <ul className={classes.rows} data-testid="funnel-people">
        {people.rows.map((person) => (
          <Person key={person.key} person={person} />
        ))}
      </ul>
    </>
  );
}

function Person({ person }: { person: NamedPerson }) {
  const t = useMessages(peopleMessages);
  const format = useFormat();
  const length = useLength();
  const { name, subject, since, until } = person;
  const now = Date.now();
  return (
    <li className={classes.person} data-unknown={name === undefined}>
      <span>{name ?? t('unknownPerson', { subject: subjectWords(format)(subject ?? '') })}</span>
      <span>
        {t('since', {
          length: length(Math.max(0, now - since)),
          when: format.dateTime(since),
        })}
      </span>
      <span>
        {until !== undefined && t(until > now ? 'until' : 'over', { when: format.dateTime(until) })}
      </span>
    </li>
  );
}
