import { Button, SegmentedControl } from '@mantine/core';
import { CONFIRM_CHOICES, type ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { PlanFilter, PlanSummary } from '@/workers/import/import-types';
import { importMessages } from './import.messages';
import { PlanCounts, RowCounts } from './plan-counts';
import classes from './plan-step.module.css';
import { PlanTable } from './plan-table';
import { ProgressLine } from './progress-line';
import { ReasonChips } from './reason-chips';
import { RefusedNote } from './refused-note';
import { saveRejected } from './save-rejected';
import { changeConfirmChoice, commitPlan, type ImportSession } from './session';

type Props = { session: Extract<ImportSession, { step: 'planned' | 'writing' }> };

const HINTS = {
  skip: 'choiceHintSkip',
  same: 'choiceHintSame',
  new: 'choiceHintNew',
} as const satisfies Record<ConfirmChoice, string>;

function writtenCount({ counts }: PlanSummary, choice: ConfirmChoice): number {
  return counts.create + counts.update + (choice === 'skip' ? 0 : counts.confirm);
}

/** What would be added and changed, in counts, in reasons and record by record. */
export function PlanStep({ session }: Props) {
  const t = useMessages(importMessages);
  const format = useFormat();
  const [filter, setFilter] = useState<PlanFilter>({ kind: 'all' });
  const { summary, choice, opened } = session;
  const { counts, reasons } = summary;
  const writes = writtenCount(summary, choice);
  const isWriting = session.step === 'writing';
  const problem = session.step === 'planned' ? session.problem : undefined;
  return (
    <section className={classes.card}>
      <PlanCounts counts={counts} file={opened.fileName} filter={filter} onFilter={setFilter} />
      <div className={classes.beside}>
        <RowCounts counts={counts} kind={opened.kind} />
        <div className={classes.actions}>
          {counts.rejected > 0 && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              data-testid="import-rejected-download"
              onClick={() => void saveRejected(opened.fileName)}
            >
              {t('downloadRejected', { n: format.count(counts.rejected) })}
            </Button>
          )}
          <Button data-testid="import-commit" loading={isWriting} onClick={() => void commitPlan()}>
            {writes > 0 ? t('commit', { n: format.count(writes) }) : t('commitNothing')}
          </Button>
        </div>
      </div>
      <ReasonChips reasons={reasons} filter={filter} onFilter={setFilter} />
      {counts.confirm > 0 && (
        <div className={classes.confirm}>
          <span>{t('confirmChoice', { n: format.count(counts.confirm) })}</span>
          <SegmentedControl
            size="xs"
            disabled={isWriting}
            data-testid="import-confirm-choice"
            value={choice}
            data={CONFIRM_CHOICES.map((value) => ({ value, label: t(`choice.${value}`) }))}
            onChange={(value) => changeConfirmChoice(value)}
          />
          <small>{t(HINTS[choice])}</small>
        </div>
      )}
      {session.step === 'planned' && (
        <PlanTable key={session.planNumber} planNumber={session.planNumber} filter={filter} />
      )}
      {problem !== undefined && <RefusedNote file={opened.fileName} problem={problem} />}
      {isWriting && <ProgressLine progress={session.progress} file={opened.fileName} />}
    </section>
  );
}
