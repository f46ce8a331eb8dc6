import { outcomeOf } from '@shared/domain/sop/rescue.rules';
import type { RescueTask } from '@shared/domain/sop/run-record.schema';
import {
  type Share,
  SMALL_SAMPLE_SIZE,
  wilsonInterval,
} from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { FunnelQuestion } from '@/workers/funnel/funnel-types';
import { rescueMessages } from './rescue.messages';
import classes from './rescue.module.css';

/** Who reached the step since the task was made, of those seen to and of the others. */
export function RescueOutcome({ task }: { task: RescueTask }) {
  const t = useMessages(rescueMessages);
  const { runId, position } = task;
  const found = useAnswer(`${runId} ${position}`, async () => {
    const question: FunnelQuestion = { scope: { of: 'runs', runIds: [runId] } };
    const [answer, reached] = await Promise.all([
      dataWorker().funnel.funnel(question),
      dataWorker().funnel.memberIds({ funnel: question, position, people: 'reached' }),
    ]);
    const step = answer.steps.find((it) => it.position === position);
    return { hasPeople: step?.hasPeople === true, reached: new Set(reached) };
  });
  return (
    <Card title={t('outcome')} actions={<Why word={t('why')}>{t('whyOutcome')}</Why>}>
      {found && (
        <div className={classes.outcome} data-testid="rescue-outcome">
          {found.hasPeople ? (
            <Figures task={task} reached={found.reached} />
          ) : (
            <p>{t('outcomeUnknown')}</p>
          )}
        </div>
      )}
    </Card>
  );
}

function Figures({ task, reached }: { task: RescueTask; reached: ReadonlySet<string> }) {
  const t = useMessages(rescueMessages);
  const format = useFormat();
  const { seen, unseen, test } = outcomeOf(task, reached);
  const words = (share: Share) => {
    const counts = `${format.count(share.count)} / ${format.count(share.total)}`;
    const interval = wilsonInterval(share);
    if (share.total < SMALL_SAMPLE_SIZE || interval.kind === 'none') return counts;
    const percent = format.percent(share.count / share.total);
    return `${counts} = ${percent} (${format.percent(interval.low)}–${format.percent(interval.high)})`;
  };
  const isFew = Math.min(seen.total, unseen.total) < SMALL_SAMPLE_SIZE;
  const points = (diff: number) => `${diff > 0 ? '+' : ''}${(diff * 100).toFixed(1)}`;
  return (
    <>
      <p>{t('outcomeText', { position: task.position })}</p>
      <p data-testid="rescue-outcome-seen" data-count={seen.count} data-n={seen.total}>
        {t('outcomeSeen', { share: words(seen) })}
      </p>
      <p>{t('outcomeUnseen', { share: words(unseen) })}</p>
      {isFew ? (
        <p className={classes.quiet}>{t('few')}</p>
      ) : (
        test.kind === 'test' && (
          <p>
            {t('outcomeDiff', {
              diff: points(test.diff),
              low: points(test.low),
              high: points(test.high),
              verdict: t(test.pValue < 0.05 ? 'verdict.real' : 'verdict.noise'),
            })}
          </p>
        )
      )}
      <p className={classes.quiet}>{t('notByLot')}</p>
    </>
  );
}
