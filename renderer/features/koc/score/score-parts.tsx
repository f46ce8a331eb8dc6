import { wholeParts } from '@shared/domain/group-life/whole-parts';
import { KOC_PARTS, type KocSettings } from '@shared/domain/koc/koc-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import type { KocCandidate } from '@/workers/koc/koc-types';
import { kocMessages } from '../koc.messages';
import classes from '../koc.module.css';
import { exactText } from './score-numbers';

type ScorePartsProps = { row: KocCandidate; settings: KocSettings };

/** The score as one works it out on paper: count, full at, share, points, and their sum. */
export function ScoreParts({ row, settings }: ScorePartsProps) {
  const t = useMessages(kocMessages);
  const known = row.parts.filter(({ hasData }) => hasData);
  const weights = known.reduce((sum, { part }) => sum + settings.parts[part].weight, 0);
  // Hundredths that add up to the hundredths of the score, not to one near it.
  const exact = known.map(({ points }) => 100 * points);
  const whole = wholeParts(Math.round(100 * (row.score ?? 0)), exact);
  const points = new Map(known.map(({ part }, at) => [part, (whole[at] ?? 0) / 100]));
  return (
    <table className={classes.table} data-testid="koc-parts">
      <thead>
        <tr>
          <th>{t('partName')}</th>
          <th className={classes.number}>{t('partValue')}</th>
          <th className={classes.number}>{t('partFullAt')}</th>
          <th className={classes.number}>{t('partShare')}</th>
          <th className={classes.number}>{t('partPoints')}</th>
        </tr>
      </thead>
      <tbody>
        {KOC_PARTS.map((part) => {
          const own = row.parts.find((it) => it.part === part);
          const { weight, fullAt } = settings.parts[part];
          return (
            <tr key={part} data-part={part} data-points={own?.points ?? 0}>
              <td>{t(`partLong.${part}`)}</td>
              {own?.hasData ? (
                <>
                  <td className={classes.number}>{exactText(own.value)}</td>
                  <td className={classes.number}>{fullAt}</td>
                  <td className={classes.number}>{`${weight} ÷ ${exactText(weights)}`}</td>
                  <td className={classes.number}>{(points.get(part) ?? 0).toFixed(2)}</td>
                </>
              ) : (
                <td className={`${classes.number} ${classes.none}`} colSpan={4}>
                  {t('partNoData')}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
      {row.score !== undefined && (
        <tfoot>
          <tr>
            <td>{t('partTotal')}</td>
            <td className={classes.number} colSpan={4}>
              {row.score.toFixed(2)}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
