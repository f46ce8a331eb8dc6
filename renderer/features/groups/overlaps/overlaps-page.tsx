import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import type { TableColumn } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import { useWindowRows } from '@/ui/use-window-rows';
import { Why } from '@/ui/why';
import type { OverlapRow } from '@/workers/rosters/roster-types';
import { useGroups } from '../use-groups';
import { OverlapDrawer } from './overlap-drawer';
import { overlapsMessages } from './overlaps.messages';
import { useStayWords } from './use-stay-words';

type ColumnId = 'name' | 'stay' | 'leave' | 'why';

/** People who are in several groups at once, with advice where each of them should stay. */
export function OverlapsPage() {
  const t = useMessages(overlapsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const groups = useGroups();
  const reasonOf = useStayWords();
  const [open, setOpen] = useState<OverlapRow>();
  const rows = useWindowRows({
    key: 'overlaps',
    version: useDataVersion(),
    isEnabled: true,
    load: (offset, limit) => dataWorker().rosters.overlaps(offset, limit, Date.now()),
    onError: showProblem,
  });
  const groupName = (id: string) => groups?.find(({ group }) => group.id === id)?.group.name ?? '—';
  const columns: TableColumn<OverlapRow, ColumnId>[] = [
    {
      id: 'name',
      label: t('columnName'),
      width: 'minmax(150px, 1fr)',
      render: (row) =>
        row.identity === 'unknown'
          ? row.name
          : `${row.name} · ${words(`identity.${row.identity}`)}`,
    },
    {
      id: 'stay',
      label: t('columnStay'),
      width: 'minmax(150px, 1fr)',
      render: ({ advice }) => groupName(advice.stayIn),
    },
    {
      id: 'leave',
      label: t('columnLeave'),
      width: 'minmax(200px, 2fr)',
      render: ({ advice }) => {
        const names = advice.leave.map(({ groupId }) => groupName(groupId)).join(t('comma'));
        return <span title={names}>{names}</span>;
      },
    },
    {
      id: 'why',
      label: t('columnWhy'),
      width: 'minmax(280px, 2.2fr)',
      render: (row) => {
        const [first] = row.advice.leave;
        return first ? reasonOf(row, first.because) : '';
      },
    },
  ];
  const { answer } = rows;
  return (
    <Page
      testId="page-groups-overlaps"
      fill
      ready={answer !== undefined}
      title={t('title')}
      subtitle={
        answer && (
          <>
            {t('subtitle', {
              total: format.count(answer.total),
              places: format.count(answer.places),
            })}{' '}
            <Why word={t('why')}>{t('whyText')}</Why>
          </>
        )
      }
    >
      <WindowTable
        label={t('title')}
        columns={columns}
        minWidthPx={780}
        total={answer?.total}
        rowAt={rows.rowAt}
        idOf={({ memberId }) => memberId}
        rowTestId="overlap-row"
        rowData={({ memberId, advice }) => ({
          'data-member-id': memberId,
          'data-stay': advice.stayIn,
        })}
        onRange={rows.onRange}
        onOpen={setOpen}
        cutNote=""
        scrollKey="overlaps"
        empty={<EmptyState icon={IconUsersGroup} title={t('emptyTitle')} text={t('emptyText')} />}
      />
      {open && (
        <OverlapDrawer row={open} groupName={groupName} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}
