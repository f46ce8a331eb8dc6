import { Button } from '@mantine/core';
import { isPressing } from '@shared/domain/group-life/standing.rules';
import { IconActivityHeartbeat, IconAdjustments } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { groupAddress } from '@/features/group-life';
import { deferred } from '@/ui/deferred';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { WindowTable } from '@/ui/table/window-table';
import { boardMessages } from './board.messages';
import { type BoardRow, type BoardSort, filterRows, NO_FILTER, sortRows } from './board.rules';
import { useBoardColumns } from './board-columns';
import { BoardFilters } from './board-filters';
import { BoardLanes, rowData } from './board-lanes';
import { changeFilter, rememberScroll, showNeed, sortBy, useBoardView } from './board-view';
import { LightKey } from './light-key';
import { useBoard } from './use-board';

const JudgingDialog = deferred(async () => (await import('./judging-dialog')).JudgingDialog).Part;
const StandingPanel = deferred(async () => (await import('./standing-panel')).StandingPanel).Part;

const NOTHING = () => undefined;

/** Every group at a glance: phase, health, wakefulness, activity, what is due; the worst first. */
export function BoardPage() {
  const t = useMessages(boardMessages);
  const [, navigate] = useLocation();
  const search = useSearch();
  const view = useBoardView();
  const { rows, classes, answer, isFresh, problem, retry } = useBoard();
  const [isJudging, setIsJudging] = useState(false);
  const [explained, setExplained] = useState<string>();
  const scrollRef = useRef<HTMLDivElement | null>(null);
  const today = answer?.today ?? '';
  const columns = useBoardColumns(today, setExplained);
  const { filter, sort, direction } = view;

  useEffect(() => {
    const need = new URLSearchParams(search).get('need');
    if (need === null) return;
    showNeed(need);
    navigate('/groups/board', { replace: true });
  }, [search, navigate]);

  const shown = useMemo(
    () => rows && sortRows(filterRows(rows, filter, today), sort, direction, today),
    [rows, filter, sort, direction, today],
  );
  useScrollKept(scrollRef, shown !== undefined, view.scrollTop);
  const rowAt = useCallback((index: number) => shown?.[index], [shown]);
  const openRow = useCallback((row: BoardRow) => navigate(groupAddress(row.group.id)), [navigate]);
  const explainedRow = rows?.find(({ group }) => group.id === explained);
  const closePanel = useCallback(() => {
    setExplained(undefined);
    scrollRef.current?.querySelector('table')?.focus({ preventScroll: true });
  }, []);
  const isEmpty = rows?.length === 0;

  return (
    <Page
      testId="page-groups-board"
      ready={(rows !== undefined && isFresh) || problem !== undefined}
      fill
      title={t('title')}
      subtitle={rows ? !isEmpty && <BoardState rows={rows} today={today} /> : t('loading')}
      actions={
        <>
          <LightKey />
          <Button
            variant="default"
            leftSection={<IconAdjustments size={16} />}
            data-testid="board-standards"
            onClick={() => setIsJudging(true)}
          >
            {t('standards')}
          </Button>
        </>
      }
      filters={
        rows && !isEmpty ? (
          <BoardFilters view={view} rows={rows} classes={classes} today={today} />
        ) : undefined
      }
    >
      {problem !== undefined && (
        <EmptyState
          icon={IconActivityHeartbeat}
          title={t('failedTitle')}
          text={`${t('failedText')} ${problem}`}
          action={<Button onClick={retry}>{t('retry')}</Button>}
        />
      )}
      {isEmpty && (
        <EmptyState
          icon={IconActivityHeartbeat}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            <Button component={Link} href="/groups">
              {t('emptyAction')}
            </Button>
          }
        />
      )}
      {problem === undefined && !isEmpty && (view.shape === 'list' || !shown) && (
        <WindowTable
          label={t('listLabel')}
          columns={columns}
          minWidthPx={1080}
          total={shown?.length}
          rowAt={rowAt}
          idOf={(row) => row.group.id}
          rowTestId="life-row"
          rowData={rowData}
          onRange={NOTHING}
          sort={{ id: sort, direction }}
          onSort={(id) => id !== 'proposal' && sortBy(id as BoardSort)}
          {...(explained === undefined ? {} : { openId: explained })}
          onOpen={openRow}
          cutNote={t('cutNote')}
          scrollKey={JSON.stringify([filter, sort, direction])}
          scrollRef={scrollRef}
          empty={<NobodyFits />}
        />
      )}
      {shown && !isEmpty && view.shape === 'lanes' && <BoardLanes rows={shown} today={today} />}
      {explainedRow && (
        <StandingPanel
          row={explainedRow}
          seven={answer?.seven}
          today={today}
          onClose={closePanel}
        />
      )}
      {isJudging && <JudgingDialog onClose={() => setIsJudging(false)} />}
    </Page>
  );
}

/** Where the list was scrolled to when one left, also after a look at a group. */
function useScrollKept(
  ref: React.RefObject<HTMLDivElement | null>,
  isShown: boolean,
  scrollTop: number,
): void {
  const [start] = useState(scrollTop);
  useEffect(() => {
    const element = ref.current;
    if (!isShown || !element) return undefined;
    if (start > 0) element.scrollTo({ top: start });
    const remember = () => rememberScroll(element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [ref, isShown, start]);
}

function BoardState({ rows, today }: { rows: readonly BoardRow[]; today: string }) {
  const t = useMessages(boardMessages);
  const format = useFormat();
  const living = rows.filter(({ group }) => group.phase !== 'dissolved');
  const lit = (light: string) =>
    format.count(living.filter(({ standing }) => standing.health.light === light).length);
  const due = living.filter(({ standing }) => standing.due.some((it) => isPressing(it, today)));
  const undecided = living.filter(({ standing }) => standing.proposal);
  const state = t('state', {
    groups: format.count(living.length),
    red: lit('red'),
    yellow: lit('yellow'),
    green: lit('green'),
    grey: lit('grey'),
  });
  const asks =
    due.length + undecided.length === 0
      ? t('allCalm')
      : t('statePressing', {
          due: format.count(due.length),
          phase: format.count(undecided.length),
        });
  return (
    <>
      {state}
      {t('separator')}
      {asks}
    </>
  );
}

function NobodyFits() {
  const t = useMessages(boardMessages);
  return (
    <EmptyState
      title={t('nobodyTitle')}
      text={t('nobodyText')}
      action={
        <Button variant="default" onClick={() => changeFilter(NO_FILTER)}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}
