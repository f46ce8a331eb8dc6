import { judgeChange } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { WeekFigure } from '@/workers/feelings/comment-types';
import { feelingsMessages } from '../feelings.messages';
import classes from './feeling-figures.module.css';
import { useShareText } from './share-text';

/** Week by week, the newest first: as long as there were comments, praise from the left, complaint from the right. */
export function WeekLines({ weeks }: { weeks: WeekFigure[] }) {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const shareText = useShareText();
  const most = Math.max(1, ...weeks.map(({ n }) => n));
  return (
    <ul className={classes.lines}>
      <Verdict weeks={weeks} />
      {[...weeks].reverse().map(({ week, n, good, bad }) => (
        <li key={week} className={classes.week} data-testid="feelings-week" data-week={week}>
          <span className={classes.label}>{format.day(week)}</span>
          <span className={classes.bar} style={{ width: `${(n / most) * 100}%` }} aria-hidden>
            <span data-tone="good" style={{ flexGrow: good }} />
            <span data-tone="unsure" style={{ flexGrow: n - good - bad }} />
            <span data-tone="bad" style={{ flexGrow: bad }} />
          </span>
          <span className={classes.quiet} title={`${t('feeling.bad')} ${shareText(bad, n) ?? ''}`}>
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

/** Whether complaint grew or shrank in the last week that has comments. */
function Verdict({ weeks }: { weeks: WeekFigure[] }) {
  const t = useMessages(feelingsMessages);
  const [before, after] = weeks.slice(-2);
  if (!before || !after) return null;
  const share = ({ bad, n }: WeekFigure) => ({ count: bad, total: n });
  const verdict = judgeChange(share(before), share(after));
  const known = verdict === 'likelyReal' || verdict === 'maybeNoise' ? verdict : 'tooFew';
  return <li className={classes.quiet}>{t(`verdict.${known}`)}</li>;
}
