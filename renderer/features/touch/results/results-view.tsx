import { lotsOf } from '@shared/domain/touch/hold-out.rules';
import { newcomersNeeded, type TouchResult } from '@shared/domain/touch/results.rules';
import type { TouchPlan } from '@shared/domain/touch/touch.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { PageSkeleton } from '@/ui/page-skeleton';
import { Why } from '@/ui/why';
import { touchMessages } from '../touch.messages';
import classes from '../touch.module.css';
import { useTouchResults } from '../use-touch';
import { PairView } from './pair-view';

const POINTS = 0.05;
/** Half of the newcomers: what a hold-out that is not drawn yet could be at most. */
const EVEN = 0.5;

/** What touching brought: by lot where one was drawn, else touched against untouched with its warning. */
export function ResultsView({ plan }: { plan: TouchPlan }) {
  const t = useMessages(touchMessages);
  const answer = useTouchResults(plan.id);
  if (!answer) return <PageSkeleton />;
  return (
    <div className={classes.results} data-testid="touch-results">
      {answer.results.map((result) => (
        <Card
          key={result.window}
          title={t(`result.${result.window as 'retention7' | 'repurchase30'}`)}
          actions={<Why word={t('why')}>{t('result.why', { days: result.days })}</Why>}
        >
          <ResultBody plan={plan} result={result} weekly={answer.weeklyNewcomers} />
        </Card>
      ))}
    </div>
  );
}

type ResultBodyProps = { plan: TouchPlan; result: TouchResult; weekly: number };

function ResultBody({ plan, result, weekly }: ResultBodyProps) {
  const t = useMessages(touchMessages);
  const format = useFormat();
  const { byLot, observed, pending, window } = result;
  const share = lotsOf(plan).at(-1)?.share ?? 0;
  const base = byLot?.b ?? observed.b;
  const needed = newcomersNeeded(base, POINTS, share > 0 ? share : EVEN);
  const weeks = weekly > 0 && needed !== undefined ? Math.ceil(needed / weekly) : undefined;
  return (
    <>
      {byLot && (
        <>
          <b>{t('result.lotTitle')}</b>
          <PairView
            pair={byLot}
            labels={[t('result.assigned'), t('result.heldOut')]}
            testId={`touch-lot-${window}`}
          />
          <p className={classes.quiet}>{t('result.byLot')}</p>
          <b>{t('result.observed')}</b>
        </>
      )}
      <PairView
        pair={observed}
        labels={[t('result.touched'), t('result.untouched')]}
        testId={`touch-observed-${window}`}
      />
      <p className={classes.warn}>{t('result.notByLot')}</p>
      {!byLot && <p className={classes.quiet}>{t('result.offer')}</p>}
      {pending > 0 && (
        <p className={classes.quiet}>
          {t('result.pending', { count: pending, n: format.count(pending) })}
        </p>
      )}
      {needed !== undefined && (
        <p className={classes.quiet}>
          {weeks === undefined
            ? t('result.neededAlone', { n: format.count(needed) })
            : t('result.needed', {
                n: format.count(needed),
                week: format.count(weekly),
                weeks: format.count(weeks),
              })}
        </p>
      )}
      <span className={classes.case}>
        {t(`result.case.${window as 'retention7' | 'repurchase30'}`)}
      </span>
    </>
  );
}
