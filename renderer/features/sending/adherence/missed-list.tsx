import type { PlannedSend } from '@shared/domain/calendar/send-adherence.rules';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { sendMessages } from '../send.messages';
import classes from './adherence.module.css';

type MissedListProps = {
  name: string;
  units: readonly PlannedSend[];
  nameOf: (groupId: string) => string;
};

/** What of a row of the table did not go out in its slot, newest first. */
export function MissedList({ name, units, nameOf }: MissedListProps) {
  const t = useMessages(sendMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const off = units.filter(({ outcome }) => outcome !== 'inSlot');
  if (off.length === 0)
    return <p className={classes.quiet}>{t('adherence.allFine', { what: name })}</p>;
  const rows = [...off].sort((a, b) => (a.day < b.day ? 1 : -1));
  return (
    <section className={classes.missed} data-testid="send-missed-list">
      <b>{t('adherence.listTitle', { what: name, n: format.count(off.length) })}</b>
      <ul>
        {rows.map(({ itemId, groupId, day, slot, title, outcome, at, reason }) => (
          <li key={`${itemId}.${groupId}`}>
            <Link href={`/calendar/send/${day}`}>
              {format.day(day)} {words(`slot.${slot}`)}
            </Link>
            <span className={classes.missedTitle}>{title}</span>
            <span>{nameOf(groupId)}</span>
            <span className={classes.quiet}>
              {[t(`adherence.${outcome}`), at !== undefined && format.dateTime(at), reason]
                .filter((part) => typeof part === 'string')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
