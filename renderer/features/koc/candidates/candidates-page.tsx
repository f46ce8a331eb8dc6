import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { KOC_PARTS, type KocPart } from '@shared/domain/koc/koc-settings.schema';
import { IconUserStar } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { SearchField } from '@/ui/search-field';
import type { TableColumn } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import { useWindowRows } from '@/ui/use-window-rows';
import type { KocCandidate } from '@/workers/koc/koc-types';
import { GroupSelect } from '../group-select';
import { kocMessages } from '../koc.messages';
import classes from '../koc.module.css';
import { kocAddress } from '../koc-address';
import { ScoreButton } from '../score/score-button';
import { exactText, pointsText } from '../score/score-numbers';
import { ScoreWhy } from '../score/score-why';
import { useGroupNames } from '../use-koc';
import { ViewSwitch } from '../view-switch';
import { CandidatePanel } from './candidate-panel';
import { useAddKoc } from './use-add-koc';

type ColumnId = 'name' | 'groups' | 'score' | 'add' | KocPart;

/** Members inside groups, the best first, who are no core member yet. */
export function CandidatesPage({ memberId }: { memberId: string | undefined }) {
  const t = useMessages(kocMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const groupName = useGroupNames();
  const add = useAddKoc();
  const [groupId, setGroupId] = useState<string>();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 120);
  const key = JSON.stringify([groupId, text]);
  const rows = useWindowRows({
    key,
    version: useDataVersion(),
    isEnabled: true,
    load: (offset, limit) =>
      dataWorker().kocs.candidates({ offset, limit, text, ...(groupId && { groupId }) }),
    onError: showProblem,
  });
  const { answer } = rows;
  const close = useCallback(() => navigate(kocAddress('candidates')), [navigate]);
  const emptyWords =
    answer?.members === 0
      ? (['candidatesNoneInsideTitle', 'candidatesNoneInside'] as const)
      : groupId !== undefined || text !== ''
        ? (['candidatesNoFit', 'candidatesNoFitText'] as const)
        : (['candidatesNobodyTitle', 'candidatesNobody'] as const);

  const columns: TableColumn<KocCandidate, ColumnId>[] = [
    {
      id: 'name',
      label: t('columnName'),
      width: 'minmax(120px, 1.2fr)',
      render: ({ name }) => <span className={classes.name}>{name}</span>,
    },
    {
      id: 'groups',
      label: t('columnGroup'),
      width: 'minmax(140px, 2fr)',
      render: ({ groupIds }) => groupIds.map((id) => groupName(id) ?? '').join(' · '),
    },
    {
      id: 'score',
      label: t('columnScore'),
      width: '76px',
      isNumber: true,
      render: ({ score = 0 }) => <span className={classes.score}>{pointsText(score)}</span>,
    },
    ...KOC_PARTS.map((part) => ({
      id: part,
      label: t(`part.${part}`),
      width: '128px',
      isNumber: true,
      render: ({ parts }: KocCandidate) => {
        const own = parts.find((it) => it.part === part);
        if (!own?.hasData) return <span className={classes.none}>{t('noScore')}</span>;
        return (
          <>
            {t('countCell', { count: exactText(own.value) })}
            <small className={classes.points}>
              {t('points', { points: pointsText(own.points) })}
            </small>
          </>
        );
      },
    })),
    {
      id: 'add',
      label: '',
      width: '116px',
      render: (row) => (
        <Button
          size="compact-xs"
          variant="light"
          data-testid="koc-add"
          onClick={(event) => {
            event.stopPropagation();
            void add(row, groupId);
          }}
        >
          {t('add')}
        </Button>
      ),
    },
  ];
  return (
    <Page
      testId="page-groups-kocs"
      fill
      ready={answer !== undefined}
      title={t('candidatesTitle')}
      subtitle={
        answer && (
          <>
            {t('candidatesState', {
              members: format.count(answer.members),
              total: format.count(answer.total),
              from: format.day(answer.fromDay),
              to: format.day(answer.toDay),
            })}{' '}
            <ScoreWhy settings={answer.settings} known={answer.known} />
          </>
        )
      }
      actions={answer && <ScoreButton settings={answer.settings} />}
      filters={
        <>
          <ViewSwitch open="candidates" />
          <GroupSelect
            label={t('groupFilter')}
            all={t('allGroups')}
            value={groupId}
            testId="koc-group"
            onChange={setGroupId}
          />
          <SearchField
            testId="koc-search"
            widthPx={180}
            label={t('search')}
            value={typed}
            onChange={setTyped}
          />
        </>
      }
    >
      <WindowTable
        label={t('candidatesTitle')}
        columns={columns}
        minWidthPx={960}
        total={answer?.total}
        rowAt={rows.rowAt}
        idOf={(row) => row.memberId}
        rowTestId="koc-candidate"
        rowData={({ memberId: id, score = 0 }) => ({
          'data-member-id': id,
          'data-score': score.toFixed(4),
        })}
        onRange={rows.onRange}
        {...(memberId === undefined ? {} : { openId: memberId })}
        onOpen={(row) => navigate(kocAddress('candidates', row.memberId))}
        cutNote=""
        scrollKey={key}
        empty={<EmptyState icon={IconUserStar} title={t(emptyWords[0])} text={t(emptyWords[1])} />}
      />
      {memberId !== undefined && (
        <CandidatePanel memberId={memberId} groupId={groupId} onClose={close} />
      )}
    </Page>
  );
}
