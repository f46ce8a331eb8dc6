import { Button, SegmentedControl } from '@mantine/core';
import { TRANSFER_STATES } from '@shared/domain/group-life/transfer.schema';
import { IconUsers } from '@tabler/icons-react';
import { type CSSProperties, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { SearchField } from '@/ui/search-field';
import { useSelection } from '@/ui/table/use-selection';
import { WindowTable } from '@/ui/table/window-table';
import classes from '../transfer.module.css';
import { BulkBar } from './bulk-bar';
import { PersonPanel } from './person-panel';
import { planMessages } from './plan.messages';
import { PlanOutput } from './plan-output';
import type { PlanView } from './plan-view';
import { usePlanColumns } from './use-plan-columns';
import { usePlanSteps } from './use-plan-steps';

const SHOWN = ['all', ...TRANSFER_STATES] as const;
export type Shown = (typeof SHOWN)[number];

type PlanPeopleProps = {
  view: PlanView;
  shown: Shown;
  onShown: (shown: Shown) => void;
  isOver?: boolean;
};

/** The people of the plan, each with how far it got and the next step. */
export function PlanPeople({ view, shown, onShown, isOver = false }: PlanPeopleProps) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const steps = usePlanSteps(view);
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string>();
  const wanted = search.trim().toLowerCase();
  const lines = view.lines.filter(
    ({ item, called, person }) =>
      (shown === 'all' || item.state === shown) &&
      (wanted === '' || `${called} ${person?.name ?? ''}`.toLowerCase().includes(wanted)),
  );
  const columns = usePlanColumns({
    view,
    steps,
    onOpen: ({ item }) => setOpenId(item.memberId),
    isOver,
  });
  const { selection, ids, clear } = useSelection({
    total: lines.length,
    idAt: (index) => lines[index]?.item.memberId,
    allIds: async () => lines.map(({ item }) => item.memberId),
    labels: { all: t('chooseAll'), one: t('chooseOne') },
    onError: showProblem,
  });
  const chosen = view.lines.filter(({ item }) => ids.has(item.memberId));
  const open = view.lines.find(({ item }) => item.memberId === openId);
  const toSend = lines.filter(({ item }) => item.state === 'planned' || item.state === 'invited');
  const step = (by: 1 | -1) => {
    const at = lines.findIndex(({ item }) => item.memberId === openId);
    const next = lines[at + by];
    if (next) setOpenId(next.item.memberId);
  };
  const count = (key: Shown) =>
    key === 'all' ? view.lines.length : view.lines.filter(({ item }) => item.state === key).length;
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('show')}
          data={SHOWN.map((value) => ({
            value,
            label: `${t(`state.${value}`)} ${format.count(count(value))}`,
          }))}
          value={shown}
          onChange={(value) => {
            onShown(value as Shown);
            clear();
          }}
        />
        <SearchField widthPx={150} label={t('find')} value={search} onChange={setSearch} />
        <span className={classes.push} />
        <PlanOutput view={view} lines={lines} textOf={steps.textOf} />
        {!isOver && (
          <Button
            size="xs"
            variant="light"
            data-testid="transfer-copy-all"
            disabled={toSend.length === 0}
            onClick={() => void steps.copy(toSend)}
          >
            {t('copyAll', { count: format.count(toSend.length) })}
          </Button>
        )}
      </div>
      {chosen.length > 0 && !isOver && (
        <BulkBar view={view} chosen={chosen} steps={steps} onClear={clear} />
      )}
      <div className={classes.table} style={{ '--q-transfer-rows': lines.length } as CSSProperties}>
        <WindowTable
          label={t('title')}
          columns={columns}
          minWidthPx={820}
          total={lines.length}
          rowAt={(index) => lines[index]}
          idOf={({ item }) => item.memberId}
          rowTestId="transfer-person"
          rowData={({ item }) => ({
            'data-member-id': item.memberId,
            'data-state': item.state,
            'data-to': item.toGroupId ?? '',
            'data-reason': item.reason ?? '',
          })}
          onRange={() => undefined}
          {...(openId === undefined ? {} : { openId })}
          onOpen={({ item }) => setOpenId(item.memberId)}
          {...(isOver ? {} : { selection })}
          cutNote=""
          scrollKey={`${shown} ${wanted}`}
          empty={<EmptyState icon={IconUsers} title={t('emptyTitle')} text={t('emptyText')} />}
        />
      </div>
      {open && (
        <PersonPanel
          view={view}
          line={open}
          steps={steps}
          isOver={isOver}
          onStep={step}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </>
  );
}
