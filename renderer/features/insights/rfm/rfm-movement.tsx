import { RFM_GROUPS } from '@shared/domain/insights/rfm/rfm-groups.rules';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { HeatGrid } from '@/ui/charts/heat-grid';
import { Why } from '@/ui/why';
import type { RfmAnswer } from '@/workers/insights/insights-types';
import { openIds } from '../figures/open-ids';
import { useFigures } from '../figures/use-figures';
import { rfmMessages } from './rfm.messages';
import { useGroupName } from './use-group-name';

const KINDS = RFM_GROUPS.map((group) => group.key);

/** Where people were at the end of last month and where they are now. */
export function RfmMovement({ answer }: { answer: RfmAnswer }) {
  const t = useMessages(rfmMessages);
  const nameOf = useGroupName();
  const { format, t: words, n } = useFigures();
  const day = format.day(answer.movementSince);
  const moved = answer.movement.filter((it) => it.from !== it.to);
  const most = Math.max(1, ...moved.map((it) => it.n));
  const all = answer.movement.reduce((sum, it) => sum + it.n, 0);
  const open = (from: string, to: string) => () =>
    void openIds(
      t('movementName', { from: nameOf(from), to: nameOf(to) }),
      dataWorker().insights.idsOf({ of: 'movement', from, to }),
    );
  const labelOf = (from: string, to: string, count: number) =>
    t('movementLabel', { from: nameOf(from), to: nameOf(to), n: format.count(count) });
  return (
    <ChartCard
      testId="rfm-movement-card"
      title={t('movement')}
      why={<Why word={words('why')}>{t('movementWhy')}</Why>}
      lead={`${t('movementLead', { day })} ${n(all)}`}
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      chart={
        <HeatGrid
          isDense
          testId="rfm-movement"
          label={t('movement')}
          corner={t('movementCorner', { day })}
          columns={KINDS.map((key) => ({ key, label: nameOf(key) }))}
          rows={[...KINDS, 'new'].map((from) => ({
            key: from,
            label: nameOf(from),
            cells: KINDS.map((to) => {
              const count = answer.movement.find((it) => it.from === from && it.to === to)?.n ?? 0;
              return {
                key: to,
                heat: from === to ? 0 : Math.sqrt(count / most),
                value: count > 0 ? format.count(count) : '·',
                label: labelOf(from, to, count),
                onOpen: count > 0 ? open(from, to) : undefined,
                isMarked: from === to,
              };
            }),
          }))}
        />
      }
      table={
        <DataTable
          label={t('movement')}
          columns={[
            { key: 'from', label: t('columnFrom') },
            { key: 'to', label: t('columnTo') },
            { key: 'n', label: words('columnPeople'), isNumber: true },
          ]}
          rows={[...answer.movement]
            .sort((a, b) => b.n - a.n)
            .map(({ from, to, n: count }) => ({
              key: `${from} ${to}`,
              cells: [nameOf(from), nameOf(to), format.count(count)],
              onOpen: open(from, to),
              openLabel: labelOf(from, to, count),
              isQuiet: from === to,
            }))}
        />
      }
    />
  );
}
