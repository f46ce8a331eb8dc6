import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { KocStanding, KocStandings } from '@/workers/koc/koc-types';
import classes from '../koc.module.css';
import { pointsText } from '../score/score-numbers';
import { ScoreParts } from '../score/score-parts';
import { ScoreWhy } from '../score/score-why';
import { kocPanelMessages } from './koc-panel.messages';

type ScorePartProps = { row: KocStanding; count: KocStandings };

/** The score with its sum, and where it was four weeks ago. */
export function ScorePart({ row, count }: ScorePartProps) {
  const t = useMessages(kocPanelMessages);
  const format = useFormat();
  return (
    <section className={classes.section}>
      <h3>
        {t('score')} <ScoreWhy settings={count.settings} known={count.known} />
      </h3>
      {row.score === undefined ? (
        <p className={classes.none}>{t('noScore')}</p>
      ) : (
        <>
          <p data-testid="koc-score" data-score={row.score.toFixed(4)}>
            {t('scoreNow', {
              score: pointsText(row.score),
              from: format.day(count.fromDay),
              to: format.day(count.toDay),
            })}
            {row.before !== undefined && (
              <>
                <br />
                <span className={classes.quiet}>
                  {t('scoreBefore', { score: pointsText(row.before) })}
                </span>
              </>
            )}
          </p>
          <ScoreParts row={row} settings={count.settings} />
        </>
      )}
    </section>
  );
}
