import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { type GroupWorth, ratioText } from '../use-worth';
import { worthMessages } from '../worth.messages';
import classes from '../worth.module.css';
import { RatesForm } from './rates-form';

/** What was put in and what came out, line by line, and what is missing. */
export function EconomyCard({ whole }: { whole: GroupWorth }) {
  const t = useMessages(worthMessages);
  const format = useFormat();
  const { worth, settings, group } = whole;
  const { economy, figures, activity, activePeople } = worth;
  const { roi, gmvFen, earnedFen, marginRate } = economy;
  const { hourRateFen } = settings.economy;
  const unpriced = figures.unpricedHours ?? 0;
  const isUnpriced = unpriced > 0 && hourRateFen === undefined;
  const isNoted = figures.hours !== undefined || figures.inputFen !== undefined;
  const { rewards } = figures;
  const isKnown = isNoted || rewards !== undefined;
  const money = (fen: number | undefined) => (fen === undefined ? t('noData') : format.money(fen));
  return (
    <Card title={t('economy')} actions={<Why word={t('why')}>{t('whyEconomy')}</Why>}>
      <p className={classes.big}>
        <span className={classes.quiet}>{t('roi')}</span>
        <b
          data-testid="economy-roi"
          data-roi={roi === undefined ? '' : roi.toFixed(4)}
          data-none={roi === undefined}
        >
          {roi === undefined ? t('roiUnknown') : ratioText(roi)}
        </b>
        {roi !== undefined && (
          <span className={classes.quiet}>
            {t(roi < 0 ? 'roiLoses' : 'roiMeans', { roi: Math.abs(roi).toFixed(2) })}
          </span>
        )}
      </p>
      <table className={classes.lines}>
        <tbody>
          <Line
            name={t('hours')}
            note={
              unpriced > 0
                ? hourRateFen === undefined
                  ? t('hoursUnpriced', { unpriced })
                  : t('hoursPriced', { unpriced, rate: format.money(hourRateFen) })
                : undefined
            }
            value={
              figures.hours === undefined
                ? t('noData')
                : hourRateFen === undefined || unpriced === 0
                  ? t('hoursFigure', { hours: economy.hours })
                  : `${t('hoursFigure', { hours: economy.hours })} · ${money(economy.hoursFen)}`
            }
          />
          <Line
            name={t('money')}
            note={t('moneyMeans')}
            value={isNoted ? money(economy.moneyFen) : t('noData')}
          />
          {rewards !== undefined && (
            <Line
              name={t('rewards')}
              note={t('rewardsMean', { n: rewards })}
              value={money(economy.rewardFen)}
              testId="economy-rewards"
              fen={economy.rewardFen}
            />
          )}
          <Line
            name={t('input')}
            value={
              !isKnown
                ? t('noData')
                : isUnpriced
                  ? t('inputWithHours', { money: money(economy.inputFen), hours: unpriced })
                  : money(economy.inputFen)
            }
            isSum
            testId="economy-input"
            fen={isKnown ? economy.inputFen : undefined}
          />
          <Line name={t('gmv')} note={t('gmvMeans')} value={money(gmvFen)} />
          <Line
            name={t('margin')}
            value={marginRate === undefined ? t('marginNone') : format.percent(marginRate)}
          />
          <Line
            name={t('earned')}
            note={t(marginRate === undefined ? 'earnedGmv' : 'earnedMargin')}
            value={money(earnedFen)}
            isSum
            testId="economy-earned"
            fen={earnedFen}
          />
          <Line
            name={t('activity')}
            note={t('activityMeans', { n: worth.activityWeeks })}
            value={activity === undefined ? t('noData') : activity.toFixed(1)}
          />
          <Line
            name={t('people')}
            value={
              activePeople === undefined ? t('noData') : t('peopleFigure', { n: activePeople })
            }
          />
        </tbody>
      </table>
      {worth.weeksWithoutOrders > 0 && gmvFen !== undefined && (
        <p className={classes.quiet}>{t('weeksWithoutOrders', { n: worth.weeksWithoutOrders })}</p>
      )}
      {worth.weeksWithoutInputs > 0 && isNoted && (
        <p className={classes.quiet}>{t('weeksWithoutInputs', { n: worth.weeksWithoutInputs })}</p>
      )}
      {economy.gaps.length > 0 && (
        <ul className={classes.gaps}>
          {economy.gaps.map((it) => (
            <li key={it.gap} data-testid="economy-gap" data-gap={it.gap}>
              {t(`gap.${it.gap}`, { hours: 'hours' in it ? it.hours : 0 })}
            </li>
          ))}
        </ul>
      )}
      <RatesForm
        key={JSON.stringify(settings.economy)}
        settings={settings.economy}
        classId={group.classId}
      />
    </Card>
  );
}

type LineProps = {
  name: string;
  note?: string | undefined;
  value: ReactNode;
  isSum?: boolean;
  testId?: string;
  fen?: number | undefined;
};

function Line({ name, note, value, isSum, testId, fen }: LineProps) {
  return (
    <tr data-sum={isSum}>
      <th scope="row">
        {name}
        {note !== undefined && <small>{note}</small>}
      </th>
      <td data-number data-testid={testId} data-fen={fen}>
        {value}
      </td>
    </tr>
  );
}
