import { Button, SegmentedControl, Select } from '@mantine/core';
import { DUE_STATES, type DueState } from '@shared/domain/touch/due.rules';
import type { TouchPlan } from '@shared/domain/touch/touch.schema';
import { packIds, unpackIds } from '@shared/lib/pack-ids';
import { useCallback, useMemo, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import type { TableColumn } from '@/ui/table/table-types';
import { useSelection } from '@/ui/table/use-selection';
import { WindowTable } from '@/ui/table/window-table';
import { useWindowRows } from '@/ui/use-window-rows';
import type {
  PlanCounts,
  TouchLine,
  TouchOverview,
  TouchPick,
  TouchQuestion,
} from '@/workers/touch/touch-types';
import { BatchDialog } from './batch-dialog';
import { Remarks } from './remarks';
import { StageBar } from './stage-bar';
import { touchMessages } from './touch.messages';
import classes from './touch.module.css';
import { TouchCard } from './touch-card';

type TouchListProps = { plan: TouchPlan; counts: PlanCounts; overview: TouchOverview };
type Batch = { status: 'done' | 'left'; pick: TouchPick };

/** The list of one stage, one person's message beside it, and the whole list at one stroke. */
export function TouchList({ plan, counts, overview }: TouchListProps) {
  const t = useMessages(touchMessages);
  const format = useFormat();
  const say = useBilingual();
  const version = useDataVersion();
  const busiest = counts.stages.find(({ due, overdue }) => due + overdue > 0);
  const [chosenStage, setStage] = useState(busiest?.key ?? plan.stages[0]?.key ?? '');
  const stage = plan.stages.find(({ key }) => key === chosenStage) ?? plan.stages[0];
  const stageCounts = counts.stages.find(({ key }) => key === stage?.key);
  const [state, setState] = useState<DueState>(
    busiest && busiest.due === 0 && busiest.overdue > 0 ? 'overdue' : 'due',
  );
  const [channel, setChannel] = useState<string | null>(null);
  const [region, setRegion] = useState<string | null>(null);
  const [open, setOpen] = useState<TouchLine>();
  const [batch, setBatch] = useState<Batch>();
  const question = useMemo<TouchQuestion>(
    () => ({
      planId: plan.id,
      stage: stage?.key ?? '',
      state,
      ...(channel !== null && { channel }),
      ...(region !== null && { region }),
    }),
    [plan.id, stage?.key, state, channel, region],
  );
  const load = useCallback(
    (offset: number, limit: number) => dataWorker().touch.list(question, offset, limit),
    [question],
  );
  const key = JSON.stringify(question);
  const { answer, rowAt, onRange } = useWindowRows<TouchLine, { total: number }>({
    key,
    version,
    isEnabled: true,
    load,
    onError: showProblem,
  });
  const total = answer?.total ?? 0;
  const { selection, ids, clear } = useSelection({
    total,
    idAt: (index) => rowAt(index)?.memberId,
    allIds: async () => unpackIds((await dataWorker().touch.pick(question)).members),
    labels: { all: t('chooseAll'), one: t('chooseOne') },
    onError: showProblem,
  });
  if (!stage) return null;
  const startBatch = async (status: Batch['status']) => {
    try {
      const all = await dataWorker().touch.pick(question);
      const chosen = unpackIds(all.members).filter((id) => ids.has(id));
      if (ids.size === 0) return setBatch({ status, pick: all });
      const names = await dataWorker().lists.memberNames(chosen.slice(0, 3));
      const sample = names.map((name) => name ?? '');
      setBatch({ status, pick: { members: packIds(chosen), count: chosen.length, sample } });
    } catch (error) {
      showProblem(error);
    }
  };
  const n = ids.size > 0 ? ids.size : total;
  // The year only where it is another one.
  const shortDay = (day: string) =>
    day.slice(0, 4) === overview.today.slice(0, 4) ? format.day(day) : format.fullDay(day);
  const columns: TableColumn<TouchLine>[] = [
    {
      id: 'name',
      label: t('col.name'),
      width: 'minmax(110px, 1.4fr)',
      render: (row) => row.groupNickname ?? row.name,
    },
    {
      id: 'first',
      label: t('col.first'),
      width: '124px',
      render: (row) => shortDay(row.firstDay),
    },
    {
      id: 'bought',
      label: t('col.bought'),
      width: 'minmax(120px, 2fr)',
      render: (row) => (row.isRefunded ? t('refunded') : row.bought),
    },
    { id: 'due', label: t('col.due'), width: '124px', render: (row) => shortDay(row.dueDay) },
  ];
  const choose = (change: () => void) => {
    change();
    clear();
    setOpen(undefined);
  };
  return (
    <>
      <StageBar
        stages={plan.stages}
        counts={counts.stages}
        open={stage.key}
        onOpen={(next) => choose(() => setStage(next))}
      />
      <Remarks plan={plan} stage={stage} counts={counts} overview={overview} />
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('state.label')}
          data-testid="touch-state"
          data={DUE_STATES.map((it) => ({
            value: it,
            label: t(`state.${it}`, { n: format.count(stageCounts?.[it] ?? 0) }),
          }))}
          value={state}
          onChange={(next) => choose(() => setState(next as DueState))}
        />
        <Select
          size="xs"
          w={140}
          clearable
          searchable
          placeholder={t('anyChannel')}
          aria-label={t('anyChannel')}
          data={overview.channels}
          value={channel}
          onChange={(next) => choose(() => setChannel(next))}
        />
        <Select
          size="xs"
          w={140}
          clearable
          searchable
          placeholder={t('anyRegion')}
          aria-label={t('anyRegion')}
          data={overview.regions}
          value={region}
          onChange={(next) => choose(() => setRegion(next))}
        />
        <span className={classes.push} />
        <Button
          size="xs"
          variant="default"
          disabled={n === 0}
          onClick={() => void startBatch('left')}
        >
          {t('batchLeft', { n: format.count(n) })}
        </Button>
        <Button
          size="xs"
          disabled={n === 0}
          data-testid="touch-batch-done"
          onClick={() => void startBatch('done')}
        >
          {t('batchDone', { n: format.count(n) })}
        </Button>
      </div>
      <div className={classes.body}>
        <div className={classes.list}>
          <WindowTable
            label={t('listLabel')}
            columns={columns}
            minWidthPx={480}
            total={answer?.total}
            rowAt={rowAt}
            idOf={(row) => row.memberId}
            rowTestId="touch-row"
            rowData={(row) => ({ 'data-member-id': row.memberId })}
            onRange={onRange}
            {...(open && { openId: open.memberId })}
            onOpen={setOpen}
            selection={selection}
            cutNote={t('cutNote')}
            scrollKey={key}
            empty={answer !== undefined && <p className={classes.quiet}>{t('nobody')}</p>}
          />
        </div>
        <TouchCard plan={plan} stage={stage} line={open} onMarked={() => setOpen(undefined)} />
      </div>
      {batch && (
        <BatchDialog
          planId={plan.id}
          stage={stage.key}
          stageName={say(stage.label)}
          status={batch.status}
          pick={batch.pick}
          onClose={(isDone) => {
            setBatch(undefined);
            if (isDone) choose(() => undefined);
          }}
        />
      )}
    </>
  );
}
