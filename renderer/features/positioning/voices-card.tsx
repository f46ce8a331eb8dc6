import { Checkbox, Select } from '@mantine/core';
import { type ContentColumn, VOICES, type Voice } from '@shared/domain/calendar/content.schema';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { setColumnVoice } from './positioning.commands';
import { positioningMessages } from './positioning.messages';
import classes from './positioning.module.css';
import { useAllColumns } from './use-all-columns';

/** Who speaks in which column, and what to mind when it is an account of one's own. */
export function VoicesCard() {
  const t = useMessages(positioningMessages);
  const format = useFormat();
  const columns = useAllColumns();
  const stored = useLive(() => readDb.rows('contentColumns').all(), []) ?? [];
  const editions = new Map(stored.map((column) => [column.id, column]));
  const hidden = stored.filter((it) => it.voice === 'seeded' && it.isDisclosed !== true).length;
  const set = (
    { id, name, category }: Pick<ContentColumn, 'id' | 'name' | 'category'>,
    voice: Voice | null,
    isDisclosed?: boolean,
  ) => {
    const more = isDisclosed === undefined ? {} : { isDisclosed };
    execute(setColumnVoice, { columnId: id, name, category, voice, ...more }).catch(showProblem);
  };
  return (
    <Card title={t('voices')}>
      <div className={classes.stack}>
        <p className={classes.quiet}>{t('voicesText')}</p>
        <ul className={classes.list}>
          {VOICES.map((voice) => (
            <li key={voice}>
              <b>{t(`voice.${voice}`)}</b> {t(`voiceIs.${voice}`)}
            </li>
          ))}
        </ul>
        {columns.map((column) => {
          const edition = editions.get(column.id);
          return (
            <div key={column.id} className={classes.question}>
              <span>{column.name}</span>
              <Select
                size="xs"
                w={130}
                clearable
                aria-label={`${t('voiceOf')} ${column.name}`}
                placeholder={t('voiceNone')}
                data={VOICES.map((voice) => ({ value: voice, label: t(`voice.${voice}`) }))}
                value={edition?.voice ?? null}
                onChange={(value) => set(column, VOICES.find((it) => it === value) ?? null)}
              />
              {edition?.voice === 'seeded' && (
                <Checkbox
                  className={classes.note}
                  size="xs"
                  label={t('disclosed')}
                  checked={edition.isDisclosed === true}
                  onChange={(event) => set(column, 'seeded', event.currentTarget.checked)}
                />
              )}
            </div>
          );
        })}
        {hidden > 0 && (
          <p className={classes.warn}>{t('undisclosed', { n: format.count(hidden) })}</p>
        )}
        <p className={classes.quiet}>{t('legal')}</p>
      </div>
    </Card>
  );
}
