import type { Comparison } from '@shared/domain/experiments/comparison.rules';
import { EXPERIMENT_METRICS, type Experiment } from '@shared/domain/experiments/experiment.schema';
import { useMessages } from '@/app/i18n/messages';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { Why } from '@/ui/why';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { decimal, shownP } from '../words';
import { useVerdictWords } from './use-verdict-words';
import { WhiskerRows } from './whisker-rows';

type FiguresCardProps = { experiment: Experiment; comparison: Comparison };

/** Every arm's value by every metric, with its interval and n; and the score of each against the first. */
export function FiguresCard({ experiment, comparison }: FiguresCardProps) {
  const words = useMessages(experimentsMessages);
  const { t, format, level, shownValue, intervalOf, diffOf, signed } = useVerdictWords(experiment);
  const { figures, tests, scores, weights } = comparison;
  const metrics = EXPERIMENT_METRICS.filter((metric) =>
    figures.some((figure) => figure.metric === metric),
  );
  const weightList = EXPERIMENT_METRICS.flatMap((metric) => {
    const weight = weights[metric];
    return weight === undefined ? [] : [`${t(`metric.${metric}`)} ${format.percent(weight)}`];
  }).join(' · ');
  const isByGroup = experiment.unit === 'group';
  const tickOf = (metric: string) => (value: number) =>
    metric === 'dwell' ? String(Number(value.toFixed(1))) : format.percent(value);
  const chart = (
    <div className={classes.panels}>
      {metrics.map((metric) => (
        <div key={metric}>
          <h3>{t(`metric.${metric}`)}</h3>
          <WhiskerRows
            label={t(`metric.${metric}`)}
            tick={tickOf(metric)}
            rows={figures
              .filter((figure) => figure.metric === metric)
              .map((figure) => ({
                key: figure.armKey,
                name: figure.armKey,
                value: figure.mean,
                low: figure.low,
                high: figure.high,
                shown: shownValue(figure),
                label: `${figure.armKey} ${shownValue(figure)} (${intervalOf(figure)}) n = ${format.count(figure.people)}`,
              }))}
          />
        </div>
      ))}
      {scores.length > 0 && (
        <div>
          <h3>{`${t('score')} − ${comparison.first}`}</h3>
          <WhiskerRows
            label={t('score')}
            isDifference
            tick={(value) => String(Number(value.toFixed(2)))}
            rows={scores.map(({ armKey, score, low, high }) => ({
              key: armKey,
              name: armKey,
              value: score,
              low,
              high,
              shown: signed(score, 2),
              label: `${armKey} ${signed(score, 2)} (${signed(low, 2)} – ${signed(high, 2)})`,
            }))}
          />
        </div>
      )}
    </div>
  );
  const table = (
    <div className={classes.scroll}>
      <DataTable
        label={t('figures')}
        testId="experiment-figures-table"
        columns={[
          { key: 'arm', label: t('col.arm') },
          { key: 'metric', label: t('col.metric') },
          { key: 'value', label: t('col.value'), isNumber: true },
          { key: 'interval', label: t('col.interval'), isNumber: true },
          { key: 'n', label: t('col.n'), isNumber: true },
          ...(isByGroup ? [{ key: 'units', label: t('col.units'), isNumber: true }] : []),
          { key: 'diff', label: t('col.diff'), isNumber: true },
          { key: 'p', label: t('col.p'), isNumber: true },
          { key: 'adjusted', label: t('col.adjusted'), isNumber: true },
        ]}
        rows={[
          ...figures.map((figure) => {
            const test = tests.find(
              (it) => it.armKey === figure.armKey && it.metric === figure.metric,
            );
            return {
              key: `${figure.armKey}.${figure.metric}`,
              cells: [
                figure.armKey,
                t(`metric.${figure.metric}`),
                shownValue(figure),
                intervalOf(figure),
                format.count(figure.people),
                ...(isByGroup ? [format.count(figure.units)] : []),
                test ? diffOf(test) : '—',
                test ? shownP(test.pValue) : '—',
                test ? shownP(test.adjusted) : '—',
              ],
            };
          }),
          ...scores.map(({ armKey, score, low, high, pValue, adjusted }) => ({
            key: `${armKey}.score`,
            cells: [
              armKey,
              t('score'),
              decimal(score, 2),
              '—',
              '—',
              ...(isByGroup ? ['—'] : []),
              `${signed(score, 2)} (${signed(low, 2)} – ${signed(high, 2)})`,
              shownP(pValue),
              shownP(adjusted),
            ],
          })),
        ]}
      />
    </div>
  );
  return (
    <ChartCard
      testId="experiment-figures"
      title={t('figures')}
      why={<Why word={words('why')}>{t(isByGroup ? 'verdictWhy' : 'verdictWhyPeople')}</Why>}
      lead={`${t('figuresLead', { level, unit: t(isByGroup ? 'byGroups' : 'byPeople') })} ${t('weights', { list: weightList })}`}
      words={{ chart: t('chart'), table: t('table'), label: t('face') }}
      chart={chart}
      table={table}
    />
  );
}
