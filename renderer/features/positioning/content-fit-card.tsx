import { SegmentedControl } from '@mantine/core';
import { contentFit } from '@shared/domain/positioning/fit.rules';
import type { Positioning } from '@shared/domain/positioning/positioning.schema';
import { SMALL_SAMPLE_SIZE } from '@shared/domain/statistics/proportion.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { addDays, dayOf, weekStart } from '@shared/lib/time';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { positioningMessages } from './positioning.messages';
import classes from './positioning.module.css';
import { useAllColumns } from './use-all-columns';

const SHOWN = 20;

function spanOf(span: string): [string, string] {
  const today = dayOf(Date.now(), DEFAULT_TIME_ZONE);
  if (span === 'month') return [`${today.slice(0, 7)}-01`, `${today.slice(0, 7)}-31`];
  return [weekStart(today), addDays(weekStart(today), 6)];
}

/** How much of what is planned serves the card, and what does not. */
export function ContentFitCard({ card }: { card: Positioning }) {
  const t = useMessages(positioningMessages);
  const format = useFormat();
  const [span, setSpan] = useState('week');
  const [from, to] = spanOf(span);
  const items = useLive(() => readDb.rows('contentItems').between('date', from, to), [from, to]);
  const columns = useAllColumns();
  const nameOf = (id: string | undefined) =>
    columns.find((column) => column.id === id)?.name ?? t('fit.noColumn');
  const fit = contentFit(items ?? [], card.columnIds);
  const { total, serving, byColumn, serveNone } = fit;
  return (
    <Card title={t('fit')} actions={<Why word={t('why')}>{t('fit.why')}</Why>}>
      <div
        className={classes.stack}
        data-testid="positioning-fit"
        data-total={total}
        data-serving={serving}
      >
        <SegmentedControl
          style={{ alignSelf: 'start' }}
          size="xs"
          aria-label={t('fit.span')}
          data={(['week', 'month'] as const).map((it) => ({ value: it, label: t(`fit.${it}`) }))}
          value={span}
          onChange={setSpan}
        />
        {total === 0 ? (
          <p className={classes.quiet}>{t('fit.none')}</p>
        ) : (
          <p>
            {t('fit.sum', { total: format.count(total), serving: format.count(serving) })}
            {total < SMALL_SAMPLE_SIZE
              ? t('fit.few')
              : t('fit.share', { share: format.percent(serving / total, total), total })}
          </p>
        )}
        {byColumn.length > 0 && (
          <p className={classes.quiet}>
            {byColumn
              .map(({ columnId, count }) => t('fit.column', { name: nameOf(columnId), count }))
              .join(' · ')}
          </p>
        )}
        {serveNone.length > 0 && (
          <>
            <p>{t('fit.serveNone', { n: format.count(serveNone.length) })}</p>
            <ul className={classes.list}>
              {serveNone.slice(0, SHOWN).map(({ id, title, date, columnId }) => (
                <li key={id}>
                  <Link href={`/calendar/${date}`}>{title}</Link>{' '}
                  <span className={classes.quiet}>
                    {format.day(date)} · {nameOf(columnId)}
                  </span>
                </li>
              ))}
            </ul>
            {serveNone.length > SHOWN && (
              <p className={classes.quiet}>
                {t('fit.more', { n: format.count(serveNone.length - SHOWN) })}
              </p>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
