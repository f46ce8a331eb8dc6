import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { PlanFilter, ReasonGroup } from '@/workers/import/import-types';
import { importWords } from './import-words.messages';
import classes from './plan-step.module.css';

type Props = {
  reasons: readonly ReasonGroup[];
  filter: PlanFilter;
  onFilter: (filter: PlanFilter) => void;
};

/** Why records are refused, to confirm or odd, each cause once with its number. */
export function ReasonChips({ reasons, filter, onFilter }: Props) {
  const words = useMessages(importWords);
  const format = useFormat();
  if (reasons.length === 0) return null;
  return (
    <div className={classes.reasons}>
      {reasons.map(({ kind, code, count }) => {
        const isOn = filter.kind === 'reason' && filter.group === kind && filter.code === code;
        return (
          <button
            key={`${kind}/${code}`}
            type="button"
            className={classes.reason}
            data-testid="import-reason"
            data-kind={kind}
            data-code={code}
            data-count={count}
            aria-pressed={isOn}
            onClick={() => onFilter(isOn ? { kind: 'all' } : { kind: 'reason', group: kind, code })}
          >
            {words(`code.${code}`)}
            <b>{format.count(count)}</b>
          </button>
        );
      })}
    </div>
  );
}
