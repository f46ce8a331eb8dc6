import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { WeekFigure } from '@/workers/feelings/comment-types';
import { feelingsMessages } from '../feelings.messages';
import classes from './feeling-figures.module.css';

/** Week by week, the newest first: as long as there were comments, praise from the left, complaint from the right. */
export function WeekLines({ weeks }: { weeks: WeekFigure[] }) {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const most = Math.max(1, ...weeks.map(({ n }) => n));
  return (
    <ul className={classes.lines}>
      {[...weeks].reverse().map(({ week, n, good, bad }) => (
        <li key={week} className={classes.week} data-testid="feelings-week" data-week={week}>
          <span className={classes.label}>{format.day(week)}</span>
          <span className={classes.bar} style={{ width: `${(n / most) * 100}%` }} aria-hidden>
            <span data-tone="good" style={{ flexGrow: good }} />
            <span data-tone="unsure" style={{ flexGrow: n - good - bad }} />
            <span data-tone="bad" style={{ flexGrow: bad }} />
          </span>
          <span className={classes.quiet}>
            {t('weekLine', {
              n: format.count(n),
              good: format.count(good),
              bad: format.count(bad),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
