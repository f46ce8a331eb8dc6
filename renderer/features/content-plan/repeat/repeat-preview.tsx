import { occurrencesBetween, type RepeatTimes } from '@shared/domain/calendar/repeat.rules';
import { useMemo } from 'react';
import { useHolidayVersion } from '@/app/holiday-tables';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { useFormat } from '@/app/use-format';
import { repeatMessages } from './repeat.messages';
import classes from './repeat.module.css';

type RepeatPreviewProps = { times: RepeatTimes; firstDay: string; lastDay: string };

/** The days on which it comes, those that are left out and why, and how many. */
export function RepeatPreview({ times, firstDay, lastDay }: RepeatPreviewProps) {
  const t = useMessages(repeatMessages);
  const format = useFormat();
  const key = useLanguageKey();
  const holidays = useHolidayVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables are behind the rules
  const { days, skipped, unknownYears } = useMemo(
    () => occurrencesBetween(times, firstDay, lastDay),
    [times, firstDay, lastDay, holidays],
  );
  const until = format.day(lastDay);
  const text = t('preview', { count: days.length, n: days.length, until });
  const all = [
    ...days.map((day) => ({ day, why: '' })),
    ...skipped.map(({ day, why, name }) => ({
      day,
      why:
        why === 'leftOut'
          ? t('skippedLeftOut')
          : t(why === 'off' ? 'skippedOff' : 'skippedMakeUp', { name: name?.[key] ?? '' }),
    })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <div className={classes.preview} data-testid="repeat-preview">
      <p className={classes.sum} aria-live="polite">
        {days.length === 0 && skipped.length === 0
          ? t('previewNone', { until })
          : skipped.length === 0
            ? text
            : t('previewSkipped', { text, n: skipped.length })}
      </p>
      <ul className={classes.days}>
        {all.map(({ day, why }) => (
          <li key={day} className={classes.day} data-skipped={why !== ''}>
            {format.dayWithWeekday(day)}
            {why !== '' && <small>{why}</small>}
          </li>
        ))}
      </ul>
      {unknownYears.length > 0 && (
        <p className={classes.note} data-warns="true">
          {t('unknown', { years: unknownYears.join(t('listComma')) })}
        </p>
      )}
      {times.untilDay === undefined && <p className={classes.note}>{t('ahead')}</p>}
    </div>
  );
}
