import { Button } from '@mantine/core';
import type { SopStep, StepDefinition } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { stepMessages } from '../step.messages';
import type { StepReading } from '../step-reading';
import classes from './step-metric.module.css';

type MetricSourceProps = {
  step: SopStep;
  reading: StepReading;
  recordCount: number | undefined;
  openCount: number | undefined;
  onUse: (count: number) => void;
};

const WORDS = {
  audit: 'recordsAudit',
  placement: 'recordsPlacement',
  placements: 'recordsDaily',
  guidePage: 'recordsDaily',
} as const satisfies Partial<Record<StepDefinition['tool'], string>>;

const wordsOf = (tool: StepDefinition['tool']) =>
  tool in WORDS ? WORDS[tool as keyof typeof WORDS] : 'recordsSegment';

/** Names where the number comes from, and keeps the console's own count beside a typed one. */
export function MetricSource({ step, reading, recordCount, openCount, onUse }: MetricSourceProps) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  const { tool } = step.definition;
  const isOpen = step.state === 'todo' || step.state === 'doing';
  if (reading.input.kind === 'empty' && !recordCount) return null;
  if (reading.source === 'records') {
    const count = format.count(recordCount ?? step.metricCount ?? 0);
    return (
      <p className={classes.source}>
        {t(wordsOf(tool), { count })}
        {isOpen && openCount !== undefined && openCount > 0 && (
          <strong className={classes.openPeople}>
            {t('recordsAuditOpen', { count: openCount, n: format.count(openCount) })}
          </strong>
        )}
      </p>
    );
  }
  if (!recordCount) return null;
  return (
    <p className={classes.source}>
      {t('typedBeside', { count: format.count(recordCount) })}
      {isOpen && (
        <Button variant="transparent" size="compact-xs" onClick={() => onUse(recordCount)}>
          {t('useRecords')}
        </Button>
      )}
    </p>
  );
}
