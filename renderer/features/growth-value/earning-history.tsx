import { FIRST_DAY, type GrowthVersion } from '@shared/domain/growth/growth-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';

/** By which rules earlier points were earned; they stay in force for their days. */
export function EarningHistory({ versions }: { versions: readonly GrowthVersion[] }) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  if (versions.length < 2) return null;
  return (
    <details className={classes.quiet}>
      <summary>{t('history')}</summary>
      {[...versions].reverse().map(({ from, points }) => (
        <p key={from}>
          {t('historyLine', {
            from: from === FIRST_DAY ? t('historyFirst') : format.fullDay(from),
            ...points,
          })}
        </p>
      ))}
    </details>
  );
}
