import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { ModelPage } from '../frame/model-page';
import { CohortTriangle } from './cohort-triangle';
import { cohortsMessages } from './cohorts.messages';
import classes from './cohorts-page.module.css';
import { RateCard } from './rate-card';
import { RatesByMonth } from './rates-by-month';

const ask = () => dataWorker().insights.cohorts();

/** Whether those who came once come back: two rates, by month, and the triangle. */
export function CohortsPage() {
  const t = useMessages(cohortsMessages);
  const format = useFormat();
  return (
    <ModelPage
      tab="cohorts"
      ask={ask}
      isEmpty={(answer) => answer.cohorts.length === 0}
      subtitle={(answer) =>
        t('state', {
          months: answer.cohorts.length,
          buyers: format.count(answer.cohorts.reduce((sum, it) => sum + it.size, 0)),
        })
      }
      notes={(answer) => answer.notes}
    >
      {(answer) => (
        <>
          <div className={classes.pair}>
            <RateCard within="retention7" figure={answer.retention7} />
            <RateCard within="repurchase30" figure={answer.repurchase30} />
          </div>
          <RatesByMonth answer={answer} />
          <CohortTriangle answer={answer} />
        </>
      )}
    </ModelPage>
  );
}
