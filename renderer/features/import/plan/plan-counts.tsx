import type { ImportCounts, ImportKind } from '@shared/domain/import/import-batch.schema';
import { PLAN_ACTIONS } from '@shared/domain/import/plan/plan';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { PlainNumber } from '@/ui/plain-number';
import type { PlanFilter } from '@/workers/import/import-types';
import { ActionLabel } from './action-label';
import { planMessages } from './plan.messages';
import classes from './plan-counts.module.css';

type Props = {
  counts: ImportCounts;
  file: string;
  /** Numbers of a plan that is being made anew: for the eye only. */
  isPast: boolean;
  filter: PlanFilter;
  onFilter: (filter: PlanFilter) => void;
};

const LABELS = {
  create: 'countCreate',
  update: 'countUpdate',
  unchanged: 'countUnchanged',
  confirm: 'countConfirm',
  rejected: 'countRejected',
} as const;

/** The six counts; each but the sum narrows the table to its records. */
export function PlanCounts({ counts, file, isPast, filter, onFilter }: Props) {
  const t = useMessages(planMessages);
  const format = useFormat();
  return (
    <div className={classes.counts} role="toolbar" aria-label={t('countsLabel')}>
      <button
        type="button"
        className={classes.count}
        aria-pressed={filter.kind === 'all'}
        onClick={() => onFilter({ kind: 'all' })}
      >
        <span className={classes.number}>
          {isPast ? (
            format.count(counts.total)
          ) : (
            <PlainNumber
              testId="import-count-total"
              value={counts.total}
              shown={format.count(counts.total)}
              data={{ 'data-file': file }}
            />
          )}
        </span>
        <ActionLabel text={t('countTotal')} />
      </button>
      {PLAN_ACTIONS.map((action) => (
        <button
          key={action}
          type="button"
          className={classes.count}
          data-empty={counts[action] === 0}
          aria-pressed={filter.kind === 'action' && filter.action === action}
          onClick={() => onFilter({ kind: 'action', action })}
        >
          <span className={classes.number}>
            {isPast ? (
              format.count(counts[action])
            ) : (
              <PlainNumber
                testId={`import-count-${action}`}
                value={counts[action]}
                shown={format.count(counts[action])}
              />
            )}
          </span>
          <ActionLabel action={action} text={t(LABELS[action])} />
        </button>
      ))}
    </div>
  );
}

/** Beside the records: the rows that they stand on, and the buyers that come with orders. */
export function RowCounts({ counts, kind }: { counts: ImportCounts; kind: ImportKind }) {
  const t = useMessages(planMessages);
  const format = useFormat();
  return (
    <>
      <span>
        {t('countRows')}{' '}
        <PlainNumber
          testId="import-count-rows"
          value={counts.rows}
          shown={format.count(counts.rows)}
        />
      </span>
      {kind === 'orders' && (
        <span>
          {t('countNewMembers')}{' '}
          <PlainNumber
            testId="import-count-new-members"
            value={counts.newMembers}
            shown={format.count(counts.newMembers)}
          />
        </span>
      )}
    </>
  );
}
