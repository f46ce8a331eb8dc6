import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { ExportButton } from '@/features/export';
import { RiskButton } from '@/features/risk-list';
import { clearPeopleChoice, usePeopleChoice } from '@/features/segments';
import { deferred } from '@/ui/deferred';
import { Page } from '@/ui/page';
import { useSelection } from '@/ui/table/use-selection';
import { WindowTable } from '@/ui/table/window-table';
import type { MemberListRow } from '@/workers/index/list-types';
import { BatchBar } from './batch/batch-bar';
import { DuplicatesButton } from './duplicates-button';
import { type MemberColumnId, useMemberColumns } from './member-columns';
import { MemberFilters } from './member-filters';
import { changeView, isFiltered, queryOf, sortBy, useMemberView, withChoice } from './member-view';
import { membersMessages } from './members.messages';
import { MembersEmpty, NobodyFits } from './members-empty';
import { MembersSubtitle } from './members-subtitle';
import { PeopleChoiceBar } from './people-choice-bar';
import { useMemberFacets, useMemberList } from './use-member-list';
import { useMemberRoute } from './use-member-route';

/** What a click opens is fetched after the first rows: reading phone numbers alone weighs much. */
const memberPanel = deferred(async () => (await import('./panel/member-panel')).MemberPanel);
const newMemberDialog = deferred(async () => (await import('./new-member-dialog')).NewMemberDialog);
const MemberPanel = memberPanel.Part;
const NewMemberDialog = newMemberDialog.Part;

const memberData = (row: MemberListRow) => ({ 'data-member-id': row.id });

/** Everybody in the community: found, sorted, filtered, opened beside the list. */
export function MemberListPage() {
  const t = useMessages(membersMessages);
  const [, navigate] = useLocation();
  const choice = usePeopleChoice();
  const ownView = useMemberView();
  const view = useMemo(() => withChoice(ownView, choice), [ownView, choice]);
  const { memberId, tagId } = useMemberRoute();
  const list = useMemberList(view);
  const facets = useMemberFacets(list.total !== undefined);
  const columns = useMemberColumns();
  const scrollRef = useRef<HTMLDivElement | null>(null);
  const [isAdding, adding] = useDisclosure(false);

  const hasRows = facets !== undefined;
  useEffect(() => {
    if (!hasRows) return;
    memberPanel.preload();
    newMemberDialog.preload();
  }, [hasRows]);

  useEffect(() => {
    if (tagId === undefined) return;
    clearPeopleChoice();
    changeView({ text: '', filter: { tagIds: [tagId] } });
    navigate('/members', { replace: true });
  }, [tagId, navigate]);

  const labels = useMemo(() => ({ all: t('selectAll'), one: t('selectOne') }), [t]);
  const { selection, ids, clear } = useSelection({
    total: list.total ?? 0,
    idAt: (index) => list.rowAt(index)?.id,
    allIds: () => dataWorker().lists.memberIds(queryOf(view)),
    labels,
    onError: showProblem,
  });
  const open = useCallback((id: string) => navigate(`/members/${id}`), [navigate]);
  const close = useCallback(() => {
    navigate('/members');
    scrollRef.current?.querySelector('table')?.focus({ preventScroll: true });
  }, [navigate]);
  const isEmpty = list.total === 0 && !isFiltered(view);
  const sort = columns.find((column) => column.id === view.sort);

  return (
    <Page
      testId="page-members"
      title={t('title')}
      subtitle={<MembersSubtitle total={list.total} view={view} facets={facets} />}
      actions={
        <>
          {!isEmpty && (
            <ExportButton
              list="members"
              scope={() => (isFiltered(view) ? { members: queryOf(view) } : undefined)}
            />
          )}
          <RiskButton />
          {!isEmpty && <DuplicatesButton isEnabled={hasRows} />}
          <Button
            data-testid="member-add"
            leftSection={<IconPlus size={16} stroke={2} />}
            onClick={adding.open}
          >
            {t('add')}
          </Button>
        </>
      }
      filters={
        isEmpty ? undefined : (
          <>
            {choice && <PeopleChoiceBar choice={choice} />}
            <MemberFilters view={view} facets={facets} />
          </>
        )
      }
      ready={list.total !== undefined}
      fill
    >
      {isEmpty ? (
        <MembersEmpty />
      ) : (
        <WindowTable
          label={t('listLabel')}
          columns={columns}
          minWidthPx={1000}
          total={list.total}
          rowAt={list.rowAt}
          idOf={(row) => row.id}
          rowTestId="member-row"
          rowData={memberData}
          onRange={list.onRange}
          {...(sort ? { sort: { id: sort.id, direction: view.direction } } : {})}
          onSort={(id: MemberColumnId) => {
            if (id !== 'phone' && id !== 'tags') sortBy(id);
          }}
          {...(memberId === undefined ? {} : { openId: memberId })}
          onOpen={(row) => open(row.id)}
          selection={selection}
          cutNote={t('cutNote')}
          scrollKey={JSON.stringify(queryOf(view))}
          scrollRef={scrollRef}
          empty={list.total === 0 && <NobodyFits />}
        />
      )}
      {ids.size > 0 && <BatchBar memberIds={ids} onClear={clear} />}
      {memberId !== undefined && (
        <MemberPanel memberId={memberId} facets={facets} onClose={close} />
      )}
      {isAdding && <NewMemberDialog facets={facets} onClose={adding.close} onCreated={open} />}
    </Page>
  );
}
