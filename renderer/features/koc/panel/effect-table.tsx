import {
  type EffectFigure,
  type EffectMeasure,
  LEAST_EFFECT_DAYS,
} from '@shared/domain/koc/koc-effect.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { KocEffectAnswer } from '@/workers/koc/koc-types';
import classes from '../koc.module.css';
import { kocPanelMessages } from './koc-panel.messages';

const MEASURES = ['orders', 'active'] as const satisfies EffectMeasure[];

/** Which words go with an interval; a difference whose interval holds 0 is none. */
function verdictOf({ reason, low = 0, high = 0 }: EffectFigure) {
  if (reason) return reason;
  if (low > 0) return 'more';
  return high < 0 ? 'less' : 'unsure';
}

/** Both sides with their days, the difference with its interval, and what to keep in mind. */
export function EffectTable({ effect }: { effect: KocEffectAnswer }) {
  const t = useMessages(kocPanelMessages);
  const format = useFormat();
  const { meanPeople, otherGroups, warnings } = effect;
  // Per 100 people inside; as many as there are on average makes it a number of this group.
  const ofGroup = (perHundred: number) =>
    ((perHundred * meanPeople) / 100).toFixed(2).replace('-', '−');
  const signed = (perHundred: number) => `${perHundred > 0 ? '+' : ''}${ofGroup(perHundred)}`;
  const verdict = (figure: EffectFigure) =>
    t(`verdict.${verdictOf(figure)}`, { least: LEAST_EFFECT_DAYS });
  const diff = (figure: EffectFigure, measure: EffectMeasure) =>
    figure.diff !== undefined &&
    t('diffCell', {
      diff: signed(figure.diff),
      low: signed(figure.low ?? 0),
      high: signed(figure.high ?? 0),
      unit: t(`unit.${measure}`),
    });
  const hasDiff = MEASURES.some((measure) => effect[measure].againstOwn.diff !== undefined);
  return (
    <>
      <p className={classes.quiet}>
        {t('effectSpan', {
          from: format.day(effect.fromDay),
          to: format.day(effect.toDay),
          people: meanPeople.toFixed(1),
        })}
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('effectMeasure')}</th>
            <th>{t('effectPost')}</th>
            <th>{t('effectOther')}</th>
            <th>{t('effectDiff')}</th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => {
            const { againstOwn: own, againstOthers } = effect[measure];
            const unit = t(`unit.${measure}`);
            return [
              <tr key={measure} data-measure={measure} data-verdict={verdictOf(own)}>
                <td className={classes.measure}>{t(`measure.${measure}`)}</td>
                <td>{t('daysCount', { days: own.postDays, count: own.onPostCount, unit })}</td>
                <td>{t('daysCount', { days: own.otherDays, count: own.onOtherCount, unit })}</td>
                <td>
                  {diff(own, measure)}
                  <div className={classes.quiet}>{verdict(own)}</div>
                </td>
              </tr>,
              otherGroups > 0 && (
                <tr key={`${measure} others`} data-measure={`${measure}-others`}>
                  <td className={classes.quiet} colSpan={3}>
                    {t('againstOthers')}
                  </td>
                  <td>
                    {diff(againstOthers, measure)}
                    <div className={classes.quiet}>{verdict(againstOthers)}</div>
                  </td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
      <p className={classes.quiet}>
        {otherGroups > 0 ? t('othersUsed', { count: otherGroups }) : t('noOthers')}
      </p>
      {hasDiff &&
        warnings.map((warning) => (
          <p key={warning} className={classes.quiet}>
            {t(`warning.${warning}`)}
          </p>
        ))}
    </>
  );
}
