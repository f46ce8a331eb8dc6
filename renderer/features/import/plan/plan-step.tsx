import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { PlanFilter } from '@/workers/import/import-types';
import { ProgressLine } from '../progress-line';
import { RefusedNote } from '../refused-note';
import type { Comparison, SessionAt } from '../session/import-session';
import { useFocusIfLost } from '../use-focus-if-lost';
import { DecisionBar } from './decision-bar';
import { PlanActions } from './plan-actions';
import { PlanCounts, RowCounts } from './plan-counts';
import { PlanSearch } from './plan-search';
import classes from './plan-step.module.css';
import { PlanTable } from './plan-table';
import { ReasonList } from './reason-list';
import { usePlanWords } from './use-plan-words';

type Props = {
  session: SessionAt<'recognised' | 'planning' | 'planned' | 'writing'>;
  comparison: Comparison;
};

/** What would be added and changed, in counts, in reasons and record by record. */
export function PlanStep({ session, comparison }: Props) {
  const [filter, setFilter] = useState<PlanFilter>({ kind: 'all' });
  const [text, setText] = useState('');
  const { opened, choices, step } = session;
  const { summary, planNumber } = comparison;
  const { counts, reasons } = summary;
  const isPast = step === 'planning' || step === 'recognised';
  const card = useFocusIfLost();
  const said = usePlanWords(counts);
  const problem = step === 'planned' ? session.problem : undefined;
  return (
    <section
      ref={card}
      className={classes.card}
      tabIndex={-1}
      data-past={isPast}
      aria-busy={isPast}
      inert={isPast}
    >
      <VisuallyHidden role="status">{isPast ? '' : said}</VisuallyHidden>
      <PlanCounts
        counts={counts}
        file={opened.fileName}
        isPast={isPast}
        filter={filter}
        onFilter={setFilter}
      />
      <div className={classes.beside}>
        <PlanSearch onChange={setText} />
        {!isPast && <RowCounts counts={counts} kind={opened.kind} />}
        <PlanActions session={session} comparison={comparison} />
      </div>
      {problem !== undefined && <RefusedNote file={opened.fileName} problem={problem} />}
      <ReasonList
        reasons={reasons}
        fixes={choices.fixes}
        filter={filter}
        riskCount={summary.riskCount}
        isBusy={step !== 'planned'}
        onFilter={setFilter}
      />
      {counts.confirm > 0 && (
        <DecisionBar comparison={comparison} filter={filter} isBusy={step !== 'planned'} />
      )}
      {step !== 'writing' && <PlanTable planNumber={planNumber} filter={filter} text={text} />}
      {step === 'writing' && <ProgressLine progress={session.progress} file={opened.fileName} />}
    </section>
  );
}
