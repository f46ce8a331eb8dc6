import { Button } from '@mantine/core';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import type { CountClash, DailySums } from '@shared/domain/step-tools/daily-counts.rules';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Why } from '@/ui/why';
import { takeDailySum } from '../counts.commands';
import classes from '../flow-tools.module.css';
import { countsMessages } from './counts.messages';

const CLASHES_SHOWN = 4;

type SumLineProps = { step: SopStep; sums: DailySums; canEdit: boolean };

/** What the figures come to, how that stands to the step's number, and what was left out. */
export function SumLine({ step, sums, canEdit }: SumLineProps) {
  const t = useMessages(countsMessages);
  const format = useFormat();
  const { total, importedTotal, byDay, clashes } = sums;
  if (byDay.size === 0) return <p className={classes.quiet}>{t('noFigures')}</p>;
  const isApart = step.metricCount !== undefined && step.metricCount !== total;
  const use = () => {
    const { runId, position } = step;
    execute(takeDailySum, { runId, position }).catch(showProblem);
  };
  return (
    <>
      <div className={classes.line} data-testid="counts-sum" data-total={total}>
        <span className={classes.number}>
          {t('sum', { count: byDay.size, days: byDay.size, n: format.count(total) })}
          {importedTotal > 0 && ` · ${t('sumImported', { n: format.count(importedTotal) })}`}
        </span>
        <Why word={t('why')}>{t('whySum')}</Why>
        {isApart && (
          <>
            <span className={classes.doubt}>
              {t('apart', { n: format.count(step.metricCount ?? 0) })}
            </span>
            {canEdit && (
              <Button size="compact-xs" variant="light" onClick={use}>
                {t('useSum', { n: format.count(total) })}
              </Button>
            )}
          </>
        )}
      </div>
      {clashes.length > 0 && <Clashes clashes={clashes} />}
    </>
  );
}

function Clashes({ clashes }: { clashes: readonly CountClash[] }) {
  const t = useMessages(countsMessages);
  const format = useFormat();
  return (
    <ul className={classes.plainList} data-testid="counts-clashes">
      {clashes.slice(0, CLASHES_SHOWN).map((clash) => (
        <li key={`${clash.day} ${clash.placement} ${clash.kind}`} className={classes.doubt}>
          {t(`clash.${clash.kind}`, {
            day: format.day(clash.day),
            place: clash.placement === '' ? t('wholeDay') : clash.placement,
            used: format.count(clash.used),
            unused: format.count(clash.unused),
          })}
        </li>
      ))}
      {clashes.length > CLASHES_SHOWN && (
        <li className={classes.quiet}>
          {t('moreClashes', { count: clashes.length - CLASHES_SHOWN })}
        </li>
      )}
    </ul>
  );
}
