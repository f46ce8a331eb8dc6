import { Button, Progress } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { ExportFormat } from '@/workers/export/export-types';
import { exportMessages } from './export.messages';
import classes from './export-dialog.module.css';
import type { ExportState } from './use-export';

type ExportFooterProps = {
  state: ExportState;
  count: number | undefined;
  hasColumns: boolean;
  format: ExportFormat;
  onRun: () => void;
  onCancel: () => void;
  onClose: () => void;
};

/** How much it will be, how far it is, and what came of it. */
export function ExportFooter(props: ExportFooterProps) {
  const { state, count, hasColumns, format } = props;
  const t = useMessages(exportMessages);
  if (state.step === 'writing') {
    return (
      <div className={classes.foot}>
        <div className={classes.state} role="status">
          <WritingLine state={state} />
        </div>
        <Button variant="default" data-testid="export-cancel" onClick={props.onCancel}>
          {t('stop')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.foot}>
      <div className={classes.state} role="status">
        {state.step === 'done' ? (
          <DoneLine state={state} />
        ) : (
          <CountLine count={count} hasColumns={hasColumns} />
        )}
      </div>
      <Button variant="default" onClick={props.onClose}>
        {t(state.step === 'done' ? 'close' : 'cancel')}
      </Button>
      <Button data-testid="export-run" disabled={!hasColumns} onClick={props.onRun}>
        {t(format === 'xlsx' ? 'runXlsx' : 'runCsv')}
      </Button>
    </div>
  );
}

function WritingLine({ state }: { state: Extract<ExportState, { step: 'writing' }> }) {
  const t = useMessages(exportMessages);
  const format = useFormat();
  const { progress } = state;
  if (!progress) return <>{t('preparing')}</>;
  const { done, total } = progress;
  return (
    <>
      {t('progress', { done: format.count(done), total: format.count(total) })}
      <Progress size="sm" mt={4} value={total > 0 ? (done / total) * 100 : 0} />
    </>
  );
}

function DoneLine({ state }: { state: Extract<ExportState, { step: 'done' }> }) {
  const t = useMessages(exportMessages);
  const format = useFormat();
  const { name, rowCount, cutCount } = state;
  return (
    <span data-testid="export-done" data-file={name} data-rows={rowCount}>
      {t('saved', { name, n: format.count(rowCount) })}
      {cutCount > 0 && ` ${t('cut', { n: format.count(cutCount) })}`}
    </span>
  );
}

function CountLine({ count, hasColumns }: { count: number | undefined; hasColumns: boolean }) {
  const t = useMessages(exportMessages);
  const format = useFormat();
  if (!hasColumns) return <>{t('noColumns')}</>;
  if (count === undefined) return null;
  return (
    <span data-testid="export-count" data-count={count}>
      {t('countOne', { n: format.count(count) })}
    </span>
  );
}
