import type { References } from '@shared/domain/funnel/bottleneck.rules';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { FunnelAnswer, FunnelStep } from '@/workers/funnel/funnel-types';
import { RateBar } from '../figures/rate-bar';
import { useShares } from '../figures/use-shares';
import { detailMessages } from './detail.messages';
import classes from './detail.module.css';

type StepBarsProps = {
  answer: FunnelAnswer;
  /** What others reached, by position. */
  cases: References;
  /** People by position in the question “what if”. */
  projected: ReadonlyMap<number, number>;
};

/** Every step with its share, its certainty, its count and where that comes from. */
export function StepBars({ answer, cases, projected }: StepBarsProps) {
  const t = useMessages(detailMessages);
  return (
    <Card
      title={
        <span className={classes.titleWithWhy}>
          {t('stepsTitle')}
          <Why word={t('why')}>{t('whySteps')}</Why>
        </span>
      }
    >
      <p className={classes.legend}>{t('legend')}</p>
      <ol className={classes.steps}>
        {answer.steps.map((step) => (
          <StepBar
            key={step.position}
            step={step}
            caseRate={cases.get(step.position)?.rate}
            projected={projected}
          />
        ))}
      </ol>
    </Card>
  );
}

type StepBarProps = {
  step: FunnelStep;
  caseRate: number | undefined;
  projected: ReadonlyMap<number, number>;
};

function StepBar({ step, caseRate, projected }: StepBarProps) {
  const t = useMessages(detailMessages);
  const say = useBilingual();
  const { barWords, format, people } = useShares();
  const { bar, position } = step;
  const words = barWords(bar);
  const interval = bar.interval?.kind === 'interval' ? bar.interval : undefined;
  const isRate = bar.base !== undefined && bar.rate !== undefined;
  const before = bar.previousPosition;
  const ghostPeople = projected.get(position);
  const ghostBase = before === undefined ? undefined : (projected.get(before) ?? bar.base);
  const ghost =
    ghostPeople !== undefined && ghostBase ? Math.min(1, ghostPeople / ghostBase) : undefined;
  const overall =
    bar.rateFromTop !== undefined && isRate && !bar.isSmall
      ? t('overall', { rate: format.percent(bar.rateFromTop) })
      : undefined;
  return (
    <li
      className={classes.step}
      data-testid={`funnel-detail-step-${position}`}
      data-status={bar.status}
      data-count={bar.count}
      data-rate={isRate ? bar.rate : undefined}
      data-source={step.source}
    >
      <span className={classes.position}>{position}</span>
      <span className={classes.name}>
        <b title={say(step.title)}>{say(step.title)}</b>
        <small title={step.isOptional ? t('optionalWhy') : undefined}>
          <Sources step={step} />
        </small>
      </span>
      <RateBar
        label={t('barLabel', { position, title: say(step.title), ...words })}
        rate={isRate ? Math.min(1, bar.rate ?? 0) : undefined}
        low={interval?.low}
        high={interval?.high}
        target={bar.base === undefined ? undefined : bar.targetRate}
        caseRate={caseRate}
        ghost={ghost}
        tone={bar.problem ? 'problem' : bar.isSmall ? 'quiet' : 'plain'}
      />
      <span className={classes.words} data-problem={bar.problem !== undefined} title={overall}>
        <b>{words.value}</b> {words.more}
        {before !== undefined && bar.base !== undefined && (
          <small>{t('from', { position: before, n: format.count(bar.base) })}</small>
        )}
      </span>
      <span className={classes.count}>
        {bar.count === undefined ? '—' : format.count(bar.count)}
        {step.unit === 'exposures' && bar.count !== undefined && <small>{t('exposures')}</small>}
        {ghostPeople !== undefined && (
          <small className={classes.ghost} data-testid={`funnel-ghost-${position}`}>
            {t('ghost', { count: people(ghostPeople) })}
          </small>
        )}
      </span>
    </li>
  );
}

/** Where the count comes from, and what the sources say that were not taken. */
function Sources({ step }: { step: FunnelStep }) {
  const t = useMessages(detailMessages);
  const { format } = useShares();
  const parts = step.parts.length > 1 ? step.parts : [];
  const words = [
    ...(parts.length > 0
      ? parts.map((part) => `${t(`source.${part.source}`)} ${format.count(part.count)}`)
      : [step.source ? t(`source.${step.source}`) : t('noSource')]),
    ...step.others.map((other) =>
      t('otherSource', {
        source: t(`source.${other.source}`),
        count: format.count(other.count),
      }),
    ),
    ...(step.isOptional ? [t('optional')] : []),
  ];
  return <>{words.join(' · ')}</>;
}
