import { Select } from '@mantine/core';
import { METRIC_UNITS, type StepMetric } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFlowWords } from '../words/use-flow-words';
import { DraftNumber } from './draft-number';
import { BilingualText } from './draft-text';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';

type MetricFieldsProps = { metric: StepMetric; onChange: (metric: StepMetric) => void };
type NumberName = 'targetRate' | 'redLineRate' | 'targetValue' | 'redLineValue';

/** How many of the stored whole make one of what is typed. */
function scaleOf(name: NumberName, unit: StepMetric['unit']): number {
  if (name.endsWith('Rate')) return 0.01;
  return unit === 'percent' ? 100 : 1;
}

const wholeUnits: ReadonlySet<string> = new Set([
  'people',
  'exposures',
  'count',
  'minutes',
  'yesNo',
]);
const shownOf = (stored: number | undefined, scale: number) =>
  stored === undefined ? undefined : Number((stored / scale).toFixed(4));

/** The one number of a step with what it aims at and where somebody has to step in. */
export function MetricFields({ metric, onChange }: MetricFieldsProps) {
  const t = useMessages(editorMessages);
  const flow = useFlowWords();
  const set = (name: NumberName, typed: number | undefined) => {
    const { [name]: _, ...rest } = metric;
    if (typed === undefined) return onChange(rest);
    const scale = scaleOf(name, metric.unit);
    const stored = Number((typed * scale).toFixed(6));
    const value = name.endsWith('Rate') ? Math.min(1, stored) : Math.round(stored);
    return onChange({ ...rest, [name]: value });
  };
  const field = (name: NumberName, label: string) => (
    <DraftNumber
      label={label}
      {...(name.endsWith('Rate') ? { most: 100 } : {})}
      {...(wholeUnits.has(metric.unit) && !name.endsWith('Rate') ? { isWhole: true } : {})}
      value={shownOf(metric[name], scaleOf(name, metric.unit))}
      onChange={(typed) => set(name, typed)}
    />
  );
  const withoutNumbers = ({ name, direction }: StepMetric) => ({ name, direction });
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('metric')}</legend>
      <BilingualText
        label={t('metricName')}
        testId="metric-name"
        maxLength={100}
        value={metric.name}
        onChange={(name) => onChange({ ...metric, name })}
      />
      <div className={classes.grid}>
        <Select
          label={t('unit')}
          allowDeselect={false}
          data={METRIC_UNITS.map((value) => ({ value, label: flow.t(`unit_${value}`) }))}
          value={metric.unit}
          onChange={(unit) =>
            unit && onChange({ ...withoutNumbers(metric), unit: unit as StepMetric['unit'] })
          }
        />
        <Select
          label={t('direction')}
          allowDeselect={false}
          data={(['higher', 'lower'] as const).map((value) => ({
            value,
            label: flow.t(`direction_${value}`),
          }))}
          value={metric.direction}
          onChange={(direction) =>
            direction && onChange({ ...metric, direction: direction as StepMetric['direction'] })
          }
        />
        {metric.unit === 'people' && field('targetRate', t('targetRate'))}
        {metric.unit === 'people' && field('redLineRate', t('redRate'))}
        {field('targetValue', t('targetValue'))}
        {field('redLineValue', t('redValue'))}
      </div>
      <p className={classes.quiet}>{flow.metric(metric)}</p>
    </fieldset>
  );
}
