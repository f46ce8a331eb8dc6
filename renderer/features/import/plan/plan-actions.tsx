import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { commitPlan } from '../session/commit-file';
import { useFileQueue } from '../session/file-queue';
import type { Comparison, SessionAt } from '../session/import-session';
import { nextWaiting } from '../session/queue.rules';
import { takeRestAlike } from '../session/run-queue';
import { planMessages } from './plan.messages';
import classes from './plan-step.module.css';
import { saveRejected } from './save-rejected';
import { writtenCount } from './written-count';

type Props = {
  session: SessionAt<'recognised' | 'planning' | 'planned' | 'writing'>;
  comparison: Comparison;
};

/** The rejected rows as a sheet, and the button that writes exactly the plan. */
export function PlanActions({ session, comparison }: Props) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const { files } = useFileQueue();
  const { opened, step } = session;
  const { rejected } = comparison.summary.counts;
  const writes = writtenCount(comparison);
  const n = format.count(writes);
  const isPast = step === 'planning' || step === 'recognised';
  const hasRest = nextWaiting(files) !== undefined && step === 'planned';
  return (
    <div className={classes.actions}>
      {rejected > 0 && (
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          {...(isPast ? {} : { 'data-testid': 'import-rejected-download' })}
          onClick={() => void saveRejected(opened.fileName)}
        >
          {t('downloadRejected', { n: format.count(rejected) })}
        </Button>
      )}
      {hasRest && (
        <Button
          variant="default"
          data-testid="import-commit-rest"
          onClick={() => void takeRestAlike()}
        >
          {t('commitRest', { n })}
        </Button>
      )}
      <Button
        {...(isPast ? {} : { 'data-testid': 'import-commit' })}
        data-writes={writes}
        disabled={isPast}
        loading={step === 'writing'}
        onClick={() => void commitPlan()}
      >
        {writes > 0 ? t('commit', { n }) : t('commitNothing')}
      </Button>
    </div>
  );
}
