import type {
  ActivityPart,
  GroupLifeSettings,
} from '@shared/domain/group-life/life-settings.schema';
import { scoreLines } from '@shared/domain/group-life/score-lines.rules';
import type { ScoredPart } from '@shared/domain/group-life/weighted-score.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { activityMessages } from '../activity.messages';
import classes from '../activity.module.css';
import type { Activity } from '../use-activity';
import { usePartWords } from './use-part-words';

type ScoreCardProps = { activity: Activity; settings: GroupLifeSettings['activity'] };

/** The score with every part, so that it can be reckoned by hand: the points add up to it. */
export function ScoreCard({ activity, settings }: ScoreCardProps) {
  const t = useMessages(activityMessages);
  const format = useFormat();
  const { score, seven, trend } = activity;
  const { tenths, points, most } = scoreLines(score);
  const numbers = ['colWeight', 'colMost', 'colEarned', 'colPoints'] as const;
  return (
    <Card title={t('score')} actions={<Why word={t('why')}>{t('whyScore')}</Why>}>
      <p className={classes.big}>
        <b
          data-testid="activity-score"
          data-score={tenths === undefined ? '' : tenthsText(tenths)}
          data-none={tenths === undefined}
        >
          {tenths === undefined ? t('noData') : tenthsText(tenths)}
        </b>
        <span className={classes.quiet}>
          {tenths !== undefined && `${t('outOf')} · `}
          {seven && t('seven', { from: format.day(seven.from), to: format.day(seven.to) })}
          {` · ${t('parts', { known: points.size, all: score.parts.length })}`}
        </span>
      </p>
      <p
        className={classes.text}
        data-testid="activity-trend"
        data-direction={trend?.direction ?? ''}
      >
        {trend
          ? t(`trend.${trend.direction}`, { points: trend.perWeek.toFixed(1), n: trend.n })
          : t('trendUnknown')}{' '}
        <Why word={t('why')}>{t('whyTrend')}</Why>
      </p>
      <div className={classes.scroll}>
        <table className={classes.lines}>
          <thead>
            <tr>
              <th scope="col">{t('colPart')}</th>
              <th scope="col">{t('colFigure')}</th>
              <th scope="col" data-number>
                {t('colAnchor')}
              </th>
              {numbers.map((key) => (
                <th key={key} scope="col" data-number>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {score.parts.map((part) => (
              <PartLine
                key={part.key}
                part={part}
                activity={activity}
                anchor={settings.anchors[part.key]}
                most={most.get(part.key)}
                points={points.get(part.key)}
              />
            ))}
          </tbody>
          <tfoot>
            <tr data-sum>
              <th scope="row" colSpan={4}>
                {t('sum')}
              </th>
              <td data-number>{points.size > 0 ? '100.0' : '—'}</td>
              <td />
              <td data-number>{tenths === undefined ? '—' : tenthsText(tenths)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  );
}

const tenthsText = (tenths: number) => (tenths / 10).toFixed(1);

type PartLineProps = {
  part: ScoredPart<ActivityPart>;
  activity: Activity;
  anchor: number;
  most: number | undefined;
  points: number | undefined;
};

function PartLine({ part, activity, anchor, most, points }: PartLineProps) {
  const t = useMessages(activityMessages);
  const say = usePartWords();
  const { key, weight, earned } = part;
  return (
    <tr
      data-testid="activity-part"
      data-part={key}
      data-known={points !== undefined}
      data-weight={weight}
      data-anchor={anchor}
      data-value={part.value ?? ''}
      data-points={points === undefined ? '' : tenthsText(points)}
    >
      <th scope="row">
        {t(`part.${key}`)}
        <small>{t(`means.${key}`)}</small>
      </th>
      <td>{say.figure(key, activity.figures)}</td>
      <td data-number>{say.anchor(key, anchor)}</td>
      <td data-number>{weight}</td>
      <td data-number>{most === undefined ? '—' : tenthsText(most)}</td>
      <td data-number>{earned === undefined ? '—' : `× ${earned.toFixed(3)}`}</td>
      <td data-number>{points === undefined ? '—' : tenthsText(points)}</td>
    </tr>
  );
}
