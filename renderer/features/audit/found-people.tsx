import { IconPlus } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import type { FoundMember } from './audit.queries';

type FoundPeopleProps = {
  found: readonly FoundMember[];
  onAdd: (memberId: string) => void;
};

/** Whom a search found, each with a way into the queue. */
export function FoundPeople({ found, onAdd }: FoundPeopleProps) {
  const t = useMessages(auditMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return (
    <ul className={classes.found}>
      {found.length === 0 && <li className={classes.quiet}>{t('noMatch')}</li>}
      {found.map(({ row, isQueued }) => {
        const facts = [
          words(`identity.${row.identity}`),
          row.region,
          row.phone && format.phone(row.phone),
        ];
        return (
          <li key={row.id}>
            <button
              type="button"
              className={classes.foundButton}
              data-testid="audit-found"
              data-member-id={row.id}
              disabled={isQueued}
              onClick={() => onAdd(row.id)}
            >
              <strong>{row.name}</strong>
              <span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
              {isQueued ? (
                <span className={classes.quiet}>{t('inQueue')}</span>
              ) : (
                <IconPlus size={16} aria-hidden />
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
