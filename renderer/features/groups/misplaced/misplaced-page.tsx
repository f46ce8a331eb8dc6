import type { Misplacement } from '@shared/domain/groups/misplacement.rules';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import type { TableColumn } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import { useWindowRows } from '@/ui/use-window-rows';
import { Why } from '@/ui/why';
import type { MisplacedRow } from '@/workers/groups/group-types';
import { readRunTitles } from '../groups.queries';
import { useGroups } from '../use-groups';
import { misplacedMessages } from './misplaced.messages';
import { MoveDialog } from './move-dialog';

type ColumnId = 'name' | 'group' | 'since' | 'from' | 'why';

/** People who sit in a group against the rules, from before or from an import. */
export function MisplacedPage() {
  const t = useMessages(misplacedMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const groups = useGroups();
  const titles = useLive(readRunTitles, []);
  const [open, setOpen] = useState<MisplacedRow>();
  const rows = useWindowRows({
    key: 'misplaced',
    version: useDataVersion(),
    isEnabled: true,
    load: (offset, limit) => dataWorker().groups.misplaced(offset, limit),
    onError: showProblem,
  });
  const groupName = (id: string) => groups?.find(({ group }) => group.id === id)?.group.name ?? '—';
  const whyText = ({ identity, region, channel }: MisplacedRow, why: Misplacement) =>
    t(`why.${why.reason}`, {
      identity: words(`identity.${identity}`),
      rival: words(`identity.${'rival' in why && why.rival ? why.rival : 'unknown'}`),
      count: format.count('rivals' in why && why.rivals ? why.rivals : 0),
      region: region ?? '',
      channel: channel ?? '',
    });
  const columns: TableColumn<MisplacedRow, ColumnId>[] = [
    {
      id: 'name',
      label: t('columnName'),
      width: 'minmax(140px, 1fr)',
      render: (row) => `${row.name} · ${words(`identity.${row.identity}`)}`,
    },
    {
      id: 'group',
      label: t('columnGroup'),
      width: 'minmax(140px, 1fr)',
      render: ({ groupId }) => groupName(groupId),
    },
    {
      id: 'since',
      label: t('columnSince'),
      width: '110px',
      render: ({ joinedAt }) => format.date(joinedAt),
    },
    {
      id: 'from',
      label: t('columnFrom'),
      width: 'minmax(120px, 1fr)',
      render: ({ runId }) => titles?.get(runId ?? '') ?? t('fromElsewhere'),
    },
    {
      id: 'why',
      label: t('columnWhy'),
      width: 'minmax(260px, 3fr)',
      render: (row) => whyText(row, row.why),
    },
  ];
  const total = rows.answer?.total;
  return (
    <Page
      testId="page-group-misplaced"
      fill
      ready={total !== undefined}
      title={t('title')}
      subtitle={
        total !== undefined && (
          <>
            {t('subtitle', { total: format.count(total) })}{' '}
            <Why word={t('why')}>{t('whyText')}</Why>
          </>
        )
      }
    >
      <WindowTable
        label={t('title')}
        columns={columns}
        minWidthPx={820}
        total={total}
        rowAt={rows.rowAt}
        idOf={(row) => `${row.memberId}.${row.groupId}`}
        rowTestId="misplaced-row"
        rowData={(row) => ({ 'data-member-id': row.memberId, 'data-reason': row.why.reason })}
        onRange={rows.onRange}
        onOpen={setOpen}
        cutNote=""
        scrollKey="misplaced"
        empty={<EmptyState icon={IconUserCheck} title={t('emptyTitle')} text={t('emptyText')} />}
      />
      {open && groups && (
        <MoveDialog
          row={open}
          groups={groups}
          why={whyText(open, open.why)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}
