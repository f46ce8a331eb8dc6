import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLifeSettings } from '@/features/group-life';
import { Why } from '@/ui/why';
import { groupStoryMessages } from '../group-story.messages';
import classes from './phase.module.css';

/** The scores that a change of phase is judged by, latest last. */
export function WeekScores({ weeks }: { weeks: readonly (number | undefined)[] }) {
  const t = useMessages(groupStoryMessages);
  const format = useFormat();
  const settings = useLifeSettings();
  if (!settings) return null;
  const { weeks: count, lateBelow, backAbove, earlyDays } = settings.phase;
  const last = weeks.slice(-count);
  const limits = { weeks: count, late: lateBelow, back: backAbove, early: earlyDays };
  return (
    <p className={classes.quiet} data-testid="phase-weeks">
      {t('activityWeeks', { weeks: count })}{' '}
      {Array.from({ length: count }, (_, at) => {
        const score = last[at - (count - last.length)];
        return (
          <span key={at} className={classes.score} data-known={score !== undefined}>
            {score === undefined ? t('noData') : format.count(score)}
          </span>
        );
      })}
      <Why word={t('why')}>{t('activityWhy', limits)}</Why>
    </p>
  );
}
