import { type CSSProperties, useCallback, useMemo, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import type { TableColumn } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import { useWindowRows } from '@/ui/use-window-rows';
import type { PlanFilter, PlanRow } from '@/workers/import/import-types';
import { importWords } from '../import-words.messages';
import { planMessages } from './plan.messages';
import { PlanRowPanel } from './plan-row-panel';
import classes from './plan-table.module.css';
import { RowDetails } from './row-details';

type Props = { planNumber: number; filter: PlanFilter };

/** Every record of the plan with what would become of it, however many there are. */
export function PlanTable({ planNumber, filter }: Props) {
  const t = useMessages(planMessages);
  const words = useMessages(importWords);
  const [open, setOpen] = useState<PlanRow>();
  const close = useCallback(() => setOpen(undefined), []);
  const key = JSON.stringify(filter);
  const rows = useWindowRows<PlanRow, { total: number }>({
    key,
    version: planNumber,
    isEnabled: true,
    load: (offset, limit) => dataWorker().imports.planRows(filter, offset, limit),
    onError: showProblem,
  });
  const total = rows.answer?.total ?? 0;
  const columns = useMemo<TableColumn<PlanRow>[]>(
    () => [
      {
        id: 'rows',
        label: t('columnRows'),
        width: '72px',
        isNumber: true,
        render: (row) => rowNumbers(row),
      },
      {
        id: 'action',
        label: t('columnAction'),
        width: '112px',
        render: (row) => (
          <span className={classes.action}>
            <i className={classes.mark} data-action={row.action} />
            {words(`action.${row.action}`)}
          </span>
        ),
      },
      {
        id: 'record',
        label: t('columnRecord'),
        width: 'minmax(120px, 220px)',
        render: (row) => row.title,
      },
      {
        id: 'details',
        label: t('columnDetails'),
        width: 'minmax(240px, 1fr)',
        render: (row) => <RowDetails row={row} />,
      },
    ],
    [t, words],
  );
  return (
    <div className={classes.table} style={{ '--rows': total } as CSSProperties}>
      <WindowTable
        label={t('tableLabel')}
        columns={columns}
        minWidthPx={560}
        total={total}
        rowAt={rows.rowAt}
        idOf={(row) => String(row.key)}
        rowTestId="import-plan-row"
        rowData={(row) => ({ 'data-action': row.action })}
        onRange={rows.onRange}
        {...(open ? { openId: String(open.key) } : {})}
        onOpen={setOpen}
        cutNote={t('tableCut')}
        scrollKey={key}
        empty={rows.answer === undefined ? undefined : t('tableEmpty')}
      />
      {open && <PlanRowPanel row={open} onClose={close} />}
    </div>
  );
}

/** `12`, or `12–14` for an order over several rows. */
function rowNumbers({ rows }: PlanRow): string {
  const first = rows[0] ?? 0;
  const last = rows[rows.length - 1] ?? first;
  return first === last ? String(first) : `${first}–${last}`;
}
