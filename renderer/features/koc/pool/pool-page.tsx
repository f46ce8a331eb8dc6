import { Button, Select } from '@mantine/core';
import { KOC_STATES } from '@shared/domain/koc/koc.schema';
import { IconUserStar } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { SearchField } from '@/ui/search-field';
import { WindowTable } from '@/ui/table/window-table';
import { GroupSelect } from '../group-select';
import { incentiveSums } from '../incentive-sums';
import { kocMessages } from '../koc.messages';
import { kocAddress } from '../koc-address';
import { KocPanel } from '../panel/koc-panel';
import { ScoreButton } from '../score/score-button';
import { ScoreWhy } from '../score/score-why';
import { type PoolRow, type PoolView, usePool } from '../use-koc';
import { ViewSwitch } from '../view-switch';
import { ExportPool } from './export-pool';
import { usePoolColumns } from './pool-columns';

const nothing = () => undefined;

/** The core members, and one of them beside the list. */
export function PoolPage({ memberId }: { memberId: string | undefined }) {
  const t = useMessages(kocMessages);
  const [, navigate] = useLocation();
  const pool = usePool();
  const columns = usePoolColumns();
  const scrollRef = useRef<HTMLDivElement | null>(null);
  const [groupId, setGroupId] = useState<string>();
  const [state, setState] = useState<string | null>(null);
  const [text, setText] = useState('');
  const part = text.trim().toLowerCase();
  const rows = pool?.rows.filter(
    ({ koc, standing }) =>
      (state === null || koc.state === state) &&
      (groupId === undefined ||
        koc.groupId === groupId ||
        standing?.groupIds.includes(groupId) === true) &&
      (part === '' || standing?.name.toLowerCase().includes(part) === true),
  );
  const close = useCallback(() => {
    navigate(kocAddress('pool'));
    scrollRef.current?.querySelector('table')?.focus({ preventScroll: true });
  }, [navigate]);
  const isEmpty = pool?.rows.length === 0;
  return (
    <Page
      testId="page-groups-kocs"
      fill
      ready={pool !== undefined}
      title={t('title')}
      subtitle={pool && <PoolState pool={pool} />}
      actions={
        pool && (
          <>
            {!isEmpty && <ExportPool rows={rows ?? []} />}
            <ScoreButton settings={pool.count.settings} />
          </>
        )
      }
      filters={
        <>
          <ViewSwitch open="pool" />
          {!isEmpty && (
            <>
              <GroupSelect
                label={t('groupFilter')}
                all={t('allGroups')}
                value={groupId}
                testId="koc-group"
                onChange={setGroupId}
              />
              <Select
                size="xs"
                w={140}
                aria-label={t('stateFilter')}
                placeholder={t('allStates')}
                clearable
                data={KOC_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
                value={state}
                onChange={setState}
              />
              <SearchField
                testId="koc-search"
                widthPx={180}
                label={t('search')}
                value={text}
                onChange={setText}
              />
            </>
          )}
        </>
      }
    >
      {isEmpty ? (
        <EmptyState
          icon={IconUserStar}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            <Button
              data-testid="koc-to-candidates"
              onClick={() => navigate(kocAddress('candidates'))}
            >
              {t('toCandidates')}
            </Button>
          }
        />
      ) : (
        <WindowTable<PoolRow, string>
          label={t('title')}
          columns={columns}
          minWidthPx={1020}
          total={rows?.length}
          rowAt={(index) => rows?.[index]}
          idOf={({ koc }) => koc.id}
          rowTestId="koc-row"
          rowData={({ koc, standing }) => ({
            'data-member-id': koc.id,
            'data-state': koc.state,
            'data-score': standing?.score?.toFixed(4) ?? '',
          })}
          onRange={nothing}
          {...(memberId === undefined ? {} : { openId: memberId })}
          onOpen={({ koc }) => navigate(kocAddress('pool', koc.id))}
          cutNote=""
          scrollKey={JSON.stringify([groupId, state, part])}
          scrollRef={scrollRef}
          empty={<EmptyState title={t('noneFits')} text={t('noneFitsText')} />}
        />
      )}
      {memberId !== undefined && pool && (
        <KocPanel memberId={memberId} pool={pool} onClose={close} />
      )}
    </Page>
  );
}

function PoolState({ pool: { rows, count } }: { pool: PoolView }) {
  const t = useMessages(kocMessages);
  const format = useFormat();
  if (rows.length === 0) return t('subtitleEmpty');
  const inState = (state: string) =>
    format.count(rows.filter(({ koc }) => koc.state === state).length);
  const open = rows.reduce((sum, { incentives }) => sum + incentiveSums(incentives).open.count, 0);
  return (
    <>
      {t('subtitle', {
        count: format.count(rows.length),
        cultivating: inState('cultivating'),
        active: inState('active'),
        open: format.count(open),
      })}{' '}
      <ScoreWhy settings={count.settings} known={count.known} />
    </>
  );
}
