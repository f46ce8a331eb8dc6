import { Button } from '@mantine/core';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { stepMessages } from '../step.messages';
import type { StepReading } from '../step-reading';
import classes from './step-metric.module.css';

type MetricSourceProps = {
  step: SopStep;
  reading: StepReading;
  recordCount: number | undefined;
  onUse: (count: number) => void;
};

/** Names where the number comes from, and keeps the console's own count beside a typed one. */
export function MetricSource({ step, reading, recordCount, onUse }: MetricSourceProps) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  const { tool } = step.definition;
  if (reading.input.kind === 'empty' && !recordCount) return null;
  if (reading.source === 'records') {
    const count = format.count(recordCount ?? step.metricCount ?? 0);
    const key =
      tool === 'audit' ? 'recordsAudit' : tool === 'placement' ? 'recordsPlacement' : undefined;
    return <p className={classes.source}>{key ? t(key, { count }) : t('recordsSegment')}</p>;
  }
  if (!recordCount) return null;
  const isOpen = step.state === 'todo' || step.state === 'doing';
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
