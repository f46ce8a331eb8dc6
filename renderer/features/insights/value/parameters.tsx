import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { Why } from '@/ui/why';
import type { LtvFit } from '@/workers/insights/insights-types';
import { insightsMessages } from '../insights.messages';
import { valueMessages } from './value.messages';

const DIGITS = 4;

/** What the fit found; nothing where nothing was fitted. */
export function Parameters({ fit }: { fit: LtvFit }) {
  const t = useMessages(valueMessages);
  const words = useMessages(insightsMessages);
  const format = useFormat();
  const { bgnbd, gammaGamma } = fit;
  if (!bgnbd) return null;
  const figures = [
    ['r', bgnbd.r.toFixed(DIGITS)],
    ['alpha', bgnbd.alpha.toFixed(2)],
    ['a', bgnbd.a.toFixed(DIGITS)],
    ['b', bgnbd.b.toFixed(DIGITS)],
    ['ll', format.count(Math.round(bgnbd.logLikelihood))],
    ...(gammaGamma
      ? ([
          ['p', gammaGamma.p.toFixed(2)],
          ['q', gammaGamma.q.toFixed(2)],
          ['v', format.money(gammaGamma.v)],
          ['correlation', gammaGamma.correlation.toFixed(2)],
        ] as const)
      : []),
  ] as const;
  return (
    <Card title={t('parameters')} actions={<Why word={words('why')}>{t('parametersWhy')}</Why>}>
      <DataTable
        testId="value-parameters"
        label={t('parameters')}
        columns={[
          { key: 'name', label: t('columnParameter') },
          { key: 'value', label: t('columnValue'), isNumber: true },
          { key: 'meaning', label: t('columnMeaning') },
        ]}
        rows={figures.map(([key, value]) => ({
          key,
          cells: [t(`p.${key}`), value, t(`m.${key}`)],
        }))}
      />
    </Card>
  );
}
