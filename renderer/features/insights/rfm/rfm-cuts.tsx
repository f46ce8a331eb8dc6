import type { RfmSettings } from '@shared/domain/insights/rfm/rfm-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { Why } from '@/ui/why';
import type { RfmAnswer } from '@/workers/insights/insights-types';
import { insightsMessages } from '../insights.messages';
import { rfmMessages } from './rfm.messages';

/** Where one score ends and the next begins. */
export function RfmCuts({ answer, settings }: { answer: RfmAnswer; settings: RfmSettings }) {
  const t = useMessages(rfmMessages);
  const words = useMessages(insightsMessages);
  const format = useFormat();
  const rising = (cuts: readonly number[], write: (value: number) => string) => [
    ...cuts.map((to) => t('upTo', { to: write(to) })),
    t('above', { from: write(cuts.at(-1) ?? 0) }),
  ];
  const falling = (cuts: readonly number[]) => [
    t('above', { from: format.count(cuts[0] ?? 0) }),
    ...cuts.map((to) => t('upTo', { to: format.count(to) })),
  ];
  const frequency = settings.frequencyBy === 'days' ? 'measureFDays' : 'measureF';
  return (
    <Card
      title={t('cuts')}
      actions={
        <span>
          <Why word={words('why')}>{t('cutsWhy')}</Why>
        </span>
      }
    >
      <DataTable
        testId="rfm-cuts"
        label={t('cuts')}
        columns={[
          {
            key: 'measure',
            label: t(settings.scoresBy === 'manual' ? 'cutsManual' : 'cutsQuantile'),
          },
          ...[1, 2, 3, 4, 5].map((score) => ({
            key: String(score),
            label: t('score', { n: score }),
            isNumber: true,
          })),
        ]}
        rows={[
          { key: 'r', cells: [t('measureR'), ...falling(answer.cuts.r)] },
          { key: 'f', cells: [t(frequency), ...rising(answer.cuts.f, format.count)] },
          { key: 'm', cells: [t('measureM'), ...rising(answer.cuts.m, format.money)] },
        ]}
      />
    </Card>
  );
}
