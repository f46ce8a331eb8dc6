import { Button, Select } from '@mantine/core';
import { figuresAt } from '@shared/domain/group-life/figure-table';
import { IconAdjustments, IconHeartHandshake } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { groupAddress, useClassGroups, useLifeBoard, useLifeSettings } from '@/features/group-life';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import type { TableSort } from '@/ui/table/table-types';
import { WindowTable } from '@/ui/table/window-table';
import { Why } from '@/ui/why';
import { trustMessages } from './trust.messages';
import { medianTenths, type RowSort, sortedRows, startWeek, trustRows } from './trust-rows';

import { type TrustColumnId, useTrustColumns } from './use-trust-columns';
import { pointsText, useTrustWords } from './use-trust-words';
import { WeightsDialog } from './weights-dialog';

/** The groups of one class beside each other, by trust. */
export function TrustPage() {
  const t = useMessages(trustMessages);
  const format = useFormat();
  const say = useTrustWords();
  const [, navigate] = useLocation();
  const classes = useClassGroups();
  const table = useLifeBoard();
  const trust = useLifeSettings()?.trust;
  const [classId, setClassId] = useState<string>();
  const [picked, setPicked] = useState<string>();
  const [sort, setSort] = useState<RowSort>({ id: 'index', direction: 'desc' });
  const [isWeighing, setWeighing] = useState(false);
  const largest = [...(classes ?? [])].sort((a, b) => b.groups.length - a.groups.length)[0];
  const chosen = classes?.find((it) => it.classId === classId) ?? largest;
  const start = useMemo(
    () =>
      table && trust && chosen
        ? startWeek(new Set(chosen.groups.map(({ id }) => id)), table, trust)
        : undefined,
    [table, trust, chosen],
  );
  const monday = picked ?? start;
  const rows = useMemo(
    () =>
      table && trust && chosen && monday ? trustRows(chosen.groups, table, trust, monday) : [],
    [table, trust, chosen, monday],
  );
  const shown = useMemo(() => sortedRows(rows, sort), [rows, sort]);
  const columns = useTrustColumns();
  const isReady = classes !== undefined && table !== undefined && trust !== undefined;
  const periods = table?.periods.filter(({ kind }) => kind === 'week') ?? [];
  const period = table?.periods.findIndex((it) => it.kind === 'week' && it.from === monday) ?? -1;
  const week = periods.find(({ from }) => from === monday);
  const known = rows.filter(({ tenths }) => tenths !== undefined).length;
  const median = medianTenths(rows);
  const onSort = (id: TrustColumnId) => {
    if (id === 'trend' || id === 'rank' || id === 'data') return;
    const isDown = sort.id === id ? sort.direction === 'asc' : id !== 'group';
    setSort({ id, direction: isDown ? 'desc' : 'asc' });
  };
  return (
    <Page
      testId="page-groups-trust"
      fill
      ready={isReady}
      title={t('title')}
      subtitle={
        isReady && (
          <>
            {rows.length === 0
              ? t('subtitleNone')
              : t('subtitle', {
                  groups: format.count(rows.length),
                  known: format.count(known),
                })}{' '}
            <Why word={t('why')}>{t('whyIndex')}</Why>
          </>
        )
      }
      actions={
        <Button
          variant="default"
          data-testid="trust-weights-open"
          leftSection={<IconAdjustments size={16} stroke={1.75} />}
          onClick={() => setWeighing(true)}
        >
          {t('weights')}
        </Button>
      }
      filters={
        chosen && (
          <>
            <Select
              aria-label={t('classLabel')}
              data-testid="trust-class"
              w={220}
              allowDeselect={false}
              data={(classes ?? []).map((it) => ({
                value: it.classId || 'none',
                label: `${it.name || t('noClass')} · ${format.count(it.groups.length)}`,
              }))}
              value={chosen.classId || 'none'}
              onChange={(value) => setClassId(value === 'none' ? '' : (value ?? undefined))}
            />
            <Select
              aria-label={t('chooseWeek')}
              data-testid="trust-week"
              w={190}
              allowDeselect={false}
              data={[...periods].reverse().map((it) => ({ value: it.from, label: say.week(it) }))}
              value={monday ?? null}
              onChange={(value) => setPicked(value ?? undefined)}
            />
            {median !== undefined && (
              <span data-testid="trust-median">
                {t('median', { n: format.count(known), median: pointsText(Math.round(median)) })}
              </span>
            )}
          </>
        )
      }
    >
      <WindowTable
        label={t('title')}
        columns={columns}
        minWidthPx={940}
        total={isReady ? shown.length : undefined}
        rowAt={(at) => shown[at]}
        idOf={(row) => row.group.id}
        rowTestId="trust-row"
        rowData={({ group, tenths }) => ({
          'data-group-id': group.id,
          'data-index': tenths === undefined ? '' : pointsText(tenths),
        })}
        onRange={nothing}
        sort={sort as TableSort<TrustColumnId>}
        onSort={onSort}
        onOpen={(row) => navigate(groupAddress(row.group.id, 'trust'))}
        cutNote=""
        scrollKey={`${chosen?.classId} ${monday} ${sort.id} ${sort.direction}`}
        empty={
          <EmptyState
            icon={IconHeartHandshake}
            title={t('emptyTitle')}
            text={t('emptyText')}
            action={
              <Button component={Link} href="/groups">
                {t('emptyAction')}
              </Button>
            }
          />
        }
      />
      {isWeighing && trust && table && (
        <WeightsDialog
          settings={trust}
          week={week ? say.week(week) : ''}
          groups={rows.map(({ group }) => ({
            name: group.name,
            figures: period < 0 ? {} : figuresAt(table, table.groupIds.indexOf(group.id), period),
          }))}
          onClose={() => setWeighing(false)}
        />
      )}
    </Page>
  );
}

const nothing = () => undefined;
