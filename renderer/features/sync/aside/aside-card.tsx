import { Button, Group } from '@mantine/core';
import { describeError } from '@shared/contracts/error-text';
import type { RowChange } from '@shared/sync/op';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { Aside } from '@/db/sync/aside';
import { useRecordWords, ValueText } from '@/features/overwritten';
import classes from '../sync.module.css';
import { asideMessages } from './aside.messages';
import { canTryAgain, changesOf } from './aside.queries';

const SHOWN = 8;

type AsideCardProps = { aside: Aside; onAgain: () => void; onLetGo: () => void };

/** One refused step: when, why, which records and what was written into them. */
export function AsideCard({ aside, onAgain, onLetGo }: AsideCardProps) {
  const t = useMessages(asideMessages);
  const format = useFormat();
  const changes = changesOf(aside);
  const more = changes.length - SHOWN;
  const { code, data = {} } = aside.refusal;
  return (
    <article className={classes.aside} data-testid="aside-row">
      <header>
        <b>{format.dateTime(aside.at)}</b>
        <span className={classes.count}>
          {t('changes', { count: changes.length, n: format.count(changes.length) })}
        </span>
      </header>
      <p>{describeError(code, data, currentLanguage())}</p>
      {aside.kind === 'refused' && (
        <p className={classes.quiet}>{t(aside.isTakenBack ? 'takenBack' : 'stillHere')}</p>
      )}
      {aside.kind === 'foreign' && <p className={classes.quiet}>{t('foreign')}</p>}
      <ul className={classes.changes}>
        {changes.slice(0, SHOWN).map((change) => (
          <li key={`${change.entity}.${change.id}`}>
            <ChangeText change={change} />
          </li>
        ))}
        {more > 0 && <li>{t('more', { count: more, n: format.count(more) })}</li>}
      </ul>
      <Group gap="xs">
        {canTryAgain(aside) && (
          <Button size="compact-sm" variant="light" data-testid="aside-again" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" data-testid="aside-let-go" onClick={onLetGo}>
          {t('letGo')}
        </Button>
      </Group>
    </article>
  );
}

function ChangeText({ change }: { change: RowChange }) {
  const t = useMessages(asideMessages);
  const words = useRecordWords();
  const { entity, set = {}, gone } = change;
  const fields = Object.entries(set).filter(([field]) => field !== 'id');
  return (
    <>
      <b>{words.entityName(entity)}</b> {gone && t('removed')}
      {fields.map(([field, value]) => (
        <span key={field}>
          {' '}
          {words.fieldName(field)}{' '}
          <em>
            <ValueText entity={entity} field={field} value={value} />
          </em>
        </span>
      ))}
    </>
  );
}
