import { SegmentedControl } from '@mantine/core';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useGroupWeeks } from '@/features/group-life';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { Legend } from '@/ui/charts/legend';
import { Why } from '@/ui/why';
import { listsSectionMessages } from '../lists-section.messages';
import { GrowthChart } from './growth-chart';
import { type GrowthWeek, growthWeeks } from './growth-weeks';

const SPANS = ['13', '26', '52', '104'] as const;
type Span = (typeof SPANS)[number];

/** How many were inside week by week, who came and went, and where nobody looked. */
export function GrowthCard({ groupId, lists }: { groupId: string; lists: readonly RosterList[] }) {
  const t = useMessages(listsSectionMessages);
  const format = useFormat();
  const [span, setSpan] = useState<Span>('13');
  const figures = useGroupWeeks(groupId, Number(span));
  const weeks = figures ? growthWeeks(figures, lists) : [];
  const isEmpty = weeks.every(({ members }) => members === undefined);
  const shown = (value: number | undefined) =>
    value === undefined ? t('noData') : format.count(value);
  const hintOf = ({ from, members, joined, left, isKnown }: GrowthWeek) => {
    const day = format.day(from);
    if (members === undefined) return t('pointEmpty', { day });
    if (!isKnown) return t('pointNoList', { day });
    return t('point', {
      day,
      members: shown(members),
      joined: shown(joined),
      left: shown(left),
    });
  };
  return (
    <ChartCard
      testId="list-growth"
      title={t('growthTitle')}
      why={
        <>
          {' '}
          <Why word={t('why')}>{t('whyText')}</Why>
        </>
      }
      lead={
        isEmpty
          ? t('growthEmpty')
          : t('growthLead', {
              weeks: weeks.length,
              lists: weeks.filter(({ hasList }) => hasList).length,
            })
      }
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('weeks')}
          value={span}
          data={SPANS.map((value) => ({ value, label: t(`weeks.${value}`) }))}
          onChange={(value) => setSpan(SPANS.find((it) => it === value) ?? '13')}
        />
      }
      words={{ chart: t('chart'), table: t('table'), label: t('face') }}
      chart={
        isEmpty ? null : (
          <>
            <Legend
              items={[
                { key: 'm', label: t('members'), shape: 'circle', colour: 'var(--q-chart-1)' },
                { key: 'j', label: t('joined'), shape: 'square', colour: 'var(--q-chart-3)' },
                { key: 'l', label: t('left'), shape: 'frame', colour: 'var(--q-chart-5)' },
              ]}
            />
            <GrowthChart
              label={t('growthTitle')}
              weeks={weeks}
              dayOf={format.day}
              hintOf={hintOf}
              tick={format.count}
            />
          </>
        )
      }
      table={
        <DataTable
          label={t('growthTitle')}
          columns={[
            { key: 'week', label: t('week') },
            { key: 'members', label: t('members'), isNumber: true },
            { key: 'joined', label: t('joined'), isNumber: true },
            { key: 'left', label: t('left'), isNumber: true },
            { key: 'list', label: t('hasList') },
          ]}
          rows={[...weeks].reverse().map((week) => ({
            key: week.from,
            isQuiet: !week.isKnown,
            cells: [
              format.fullDay(week.from),
              shown(week.members),
              shown(week.joined),
              shown(week.left),
              week.hasList ? t('yes') : t('no'),
            ],
          }))}
        />
      }
    />
  );
}
