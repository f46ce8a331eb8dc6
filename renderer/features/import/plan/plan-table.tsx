import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import type { TableColumn } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import { useWindowRows } from '@/ui/use-window-rows';
import type { PlanFilter, PlanRow } from '@/workers/import/import-types';
import { importWords } from '../import-words.messages';
import { decideRecords } from '../session/decide-records';
import { ActionLabel } from './action-label';
import { useDecisionKeys } from './decision-keys';
import { planMessages } from './plan.messages';
import { PlanRowPanel } from './plan-row-panel';
import classes from './plan-table.module.css';
import { RowDetails } from './row-details';

type Props = {
  planNumber: number;
  filter: PlanFilter;
  /** Only records in which this is found; empty for all. */
  text: string;
};

/** Every record of the plan with what would become of it, however many there are. */
export function PlanTable({ planNumber, filter, text }: Props) {
  const t = useMessages(planMessages);
  const words = useMessages(importWords);
  const frame = useRef<HTMLDivElement>(null);
  const [picked, setPicked] = useState<PlanRow>();
  const close = useCallback(() => setPicked(undefined), []);
  const key = JSON.stringify([filter, text]);
  const rows = useWindowRows<PlanRow, { total: number }>({
    key,
    version: planNumber,
    isEnabled: true,
    load: (offset, limit) =>
      text === ''
        ? dataWorker().imports.planRows(filter, offset, limit)
        : dataWorker().imports.findRows(filter, text, offset, limit),
    onError: showProblem,
  });
  const total = rows.answer?.total ?? 0;
  const open = picked && (freshRow(rows.rowAt, total, picked.key) ?? picked);
  const decide = useCallback(
    (choice: ConfirmChoice | undefined) => {
      if (open) void decideRecords([open], choice).catch(showProblem);
    },
    [open],
  );
  const decideAndGoOn = useCallback(
    (choice: ConfirmChoice) => {
      decide(choice);
      // The table walks to the next record as with the key, cursor, scroll and panel at once.
      const table = frame.current?.querySelector('table');
      table?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    },
    [decide],
  );
  useDecisionKeys(open?.action === 'confirm', decideAndGoOn);
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
        render: (row) => <ActionLabel action={row.action} text={words(`action.${row.action}`)} />,
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
    <div ref={frame} className={classes.table} style={{ '--rows': total } as CSSProperties}>
      <WindowTable
        label={t('tableLabel')}
        columns={columns}
        minWidthPx={560}
        total={total}
        rowAt={rows.rowAt}
        idOf={(row) => String(row.key)}
        rowTestId="import-plan-row"
        rowData={(row) => ({ 'data-action': row.action, 'data-decision': row.decision ?? '' })}
        onRange={rows.onRange}
        {...(open ? { openId: String(open.key) } : {})}
        onOpen={setPicked}
        cutNote={t('tableCut')}
        scrollKey={key}
        empty={
          rows.answer === undefined
            ? undefined
            : t(text === '' ? 'tableEmpty' : 'tableNothingFound', { text })
        }
      />
      {open && <PlanRowPanel row={open} onDecide={decide} onClose={close} />}
    </div>
  );
}

/** The row as it is now: a decision has changed it since it was picked. */
function freshRow(rowAt: (index: number) => PlanRow | undefined, total: number, key: number) {
  for (let index = 0; index < total; index += 1) {
    const row = rowAt(index);
    if (row?.key === key) return row;
  }
  return undefined;
}

/** `12`, or `12–14` for an order over several rows. */
function rowNumbers({ rows }: PlanRow): string {
  const first = rows[0] ?? 0;
  const last = rows[rows.length - 1] ?? first;
  return first === last ? String(first) : `${first}–${last}`;
}
