import type { ReviewFacts, StepFact } from '@shared/domain/sop/review-facts.rules';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useShares } from '@/features/funnel';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import { factsMessages } from '../facts.messages';
import classes from '../reviews.module.css';
import { useMetricWords } from './use-metric-words';

type GoalTableProps = { steps: readonly SopStep[]; facts: ReviewFacts };

/** Each step: what was aimed at, what came, how far apart, and whether that means anything. */
export function GoalTable({ steps, facts }: GoalTableProps) {
  const t = useMessages(factsMessages);
  const say = useBilingual();
  const { people } = useShares();
  const { worst } = facts;
  const worstStep = steps.find(({ position }) => position === worst?.position);
  return (
    <Card title={t('title')} actions={<Why word={t('why')}>{t('whyText')}</Why>}>
      <table className={classes.table} data-testid="review-goals">
        <thead>
          <tr>
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('goal')}</th>
            <th scope="col">{t('actual')}</th>
            <th scope="col">{t('gap')}</th>
            <th scope="col">{t('verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => {
            const fact = facts.steps.find(({ position }) => position === step.position);
            return (
              fact && (
                <GoalRow
                  key={step.id}
                  step={step}
                  fact={fact}
                  isWorst={step.position === worst?.position}
                />
              )
            );
          })}
        </tbody>
      </table>
      <p className={classes.worst} data-testid="review-worst" data-step={worst?.position}>
        {worst && worstStep
          ? t(`worst_${worst.by}`, {
              position: worst.position,
              title: say(worstStep.definition.title),
              gain: people(worst.gainedPeople ?? 0),
            })
          : t('noWorst')}
      </p>
    </Card>
  );
}

type GoalRowProps = { step: SopStep; fact: StepFact; isWorst: boolean };

function GoalRow({ step, fact, isWorst }: GoalRowProps) {
  const t = useMessages(factsMessages);
  const say = useBilingual();
  const { t: figures, format, points, barWords, n } = useShares();
  const number = useMetricWords();
  const { metric, title } = step.definition;
  const { bar, count, gap, verdict, status } = fact;
  const isShare = bar?.base !== undefined;
  const words = bar && isShare ? barWords(bar) : undefined;
  const goal =
    metric.targetValue !== undefined
      ? number(metric.targetValue, metric.unit)
      : metric.targetRate !== undefined && step.position > 1
        ? format.percent(metric.targetRate)
        : '—';
  const gapWords =
    gap === undefined || bar?.isSmall
      ? ''
      : metric.targetValue === undefined
        ? t('points', { diff: points(gap) })
        : `${gap > 0 ? '+' : ''}${number(gap, metric.unit)}`;
  return (
    <tr data-worst={isWorst}>
      <th scope="row">
        {step.position} {say(title)}
        <small>{say(metric.name)}</small>
      </th>
      <td>{goal}</td>
      <td>
        {step.state === 'skipped' && count === undefined
          ? t('skipped')
          : count === undefined
            ? t('unread')
            : number(count, metric.unit)}
        {words && (
          <small>
            {words.value} {bar?.isSmall ? '' : `${words.more} ${n(bar?.base ?? 0)}`}
          </small>
        )}
      </td>
      <td>{gapWords}</td>
      <td>
        {isShare && metric.targetValue === undefined ? (
          <Chip tone={verdict === 'above' ? 'green' : verdict === 'below' ? 'red' : 'plain'}>
            {figures(`target.${verdict}`)}
          </Chip>
        ) : (
          status !== 'none' && (
            <Chip tone={status === 'reached' ? 'green' : 'red'}>{t(`status.${status}`)}</Chip>
          )
        )}
      </td>
    </tr>
  );
}
