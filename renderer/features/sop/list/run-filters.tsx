import { SegmentedControl, Select } from '@mantine/core';
import { FLOW_KINDS, type FlowKind, type SopStep } from '@shared/domain/sop/sop.schema';
import type { Timeliness } from '@shared/domain/sop/sop-run.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { sopMessages } from '../sop.messages';
import type { RunWithSteps } from '../sop.queries';
import classes from './run-list.module.css';

/** Up to here one reads the list. */
export const FILTERED_FROM = 10;

const STATES = ['all', 'running', 'overdue', 'finished', 'ended'] as const;
export type RunFilter = { state: (typeof STATES)[number]; kind: FlowKind | undefined };
export const ALL_RUNS: RunFilter = { state: 'all', kind: undefined };

export function fits(
  { run, steps }: RunWithSteps,
  { state, kind }: RunFilter,
  timeliness: (step: SopStep) => Timeliness,
): boolean {
  if (kind !== undefined && (run.kind ?? 'traffic') !== kind) return false;
  if (state === 'all') return true;
  if (state !== 'overdue') return run.status === state;
  return run.status === 'running' && steps.some((step) => timeliness(step) === 'overdue');
}

type RunFiltersProps = {
  runs: readonly RunWithSteps[];
  filter: RunFilter;
  onChange: (filter: RunFilter) => void;
};

/** By state and by kind, once there are more runs than one reads. */
export function RunFilters({ runs, filter, onChange }: RunFiltersProps) {
  const t = useMessages(sopMessages);
  const words = useMessages(wordsMessages);
  const used = new Set(runs.map(({ run }) => run.kind ?? 'traffic'));
  return (
    <div className={classes.filters}>
      <SegmentedControl
        size="xs"
        aria-label={t('filterState')}
        data={STATES.map((state) => ({
          value: state,
          label:
            state === 'all' || state === 'overdue'
              ? t(`filter_${state}`)
              : words(`runStatus.${state}`),
        }))}
        value={filter.state}
        onChange={(value) =>
          onChange({ ...filter, state: STATES.find((state) => state === value) ?? 'all' })
        }
      />
      <Select
        size="xs"
        clearable
        aria-label={t('filterKind')}
        placeholder={t('filterKind')}
        data={FLOW_KINDS.filter((kind) => used.has(kind)).map((kind) => ({
          value: kind,
          label: words(`flowKind.${kind}`),
        }))}
        value={filter.kind ?? null}
        onChange={(value) =>
          onChange({ ...filter, kind: FLOW_KINDS.find((kind) => kind === value) })
        }
      />
    </div>
  );
}
