import type {
  ArmFigure,
  Comparison,
  MetricTest,
} from '@shared/domain/experiments/comparison.rules';
import type { Experiment } from '@shared/domain/experiments/experiment.schema';
import { SMALL_SAMPLE_SIZE } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { decimal, signedPoints } from '../words';
import { verdictMessages } from './verdict.messages';

const signed = (value: number, digits: number) =>
  `${value < 0 ? '−' : '+'}${decimal(Math.abs(value), digits)}`;

/** Figures and tests of a comparison in words, each with its n. */
export function useVerdictWords({ alpha }: Pick<Experiment, 'alpha'>) {
  const t = useMessages(verdictMessages);
  const format = useFormat();
  const level = `${Number(((1 - alpha) * 100).toFixed(1))}%`;

  const shownValue = ({ metric, mean, people }: ArmFigure): string => {
    if (metric === 'dwell') return t('seconds', { n: decimal(mean) });
    if (people >= SMALL_SAMPLE_SIZE) return format.percent(mean, people);
    return `${format.count(Math.round(mean * people))} / ${format.count(people)}`;
  };
  const intervalOf = ({ metric, low, high, people }: ArmFigure): string => {
    if (low === undefined || high === undefined) return '—';
    if (metric === 'dwell') return `${decimal(low)}–${decimal(high)}`;
    return people < SMALL_SAMPLE_SIZE
      ? '—'
      : `${format.percent(low, people)}–${format.percent(high, people)}`;
  };
  const diffOf = ({ metric, diff, low, high }: MetricTest): string =>
    metric === 'dwell'
      ? `${signed(diff, 1)} (${signed(low, 1)} – ${signed(high, 1)})`
      : `${signedPoints(diff)} (${signedPoints(low)} – ${signedPoints(high)})`;

  /** One metric of one arm against the first. */
  const lineOf = (comparison: Comparison, test: MetricTest): string | undefined => {
    const find = (armKey: string) =>
      comparison.figures.find((it) => it.armKey === armKey && it.metric === test.metric);
    const [first, own] = [find(comparison.first), find(test.armKey)];
    if (!first || !own) return undefined;
    const base = { arm: test.armKey, metric: t(`metric.${test.metric}`) };
    const n = { n1: format.count(first.people), n2: format.count(own.people) };
    if (test.metric !== 'dwell' && Math.min(first.people, own.people) < SMALL_SAMPLE_SIZE) {
      return t('countLine', {
        ...base,
        ...n,
        k1: format.count(Math.round(first.mean * first.people)),
        k2: format.count(Math.round(own.mean * own.people)),
      });
    }
    const alone = test.pValue < alpha ? 'aloneReal' : 'maybeNoise';
    const certainty = t(test.adjusted < alpha ? 'likelyReal' : alone);
    if (test.metric === 'dwell') {
      return t('secondsLine', {
        ...base,
        ...n,
        level,
        certainty,
        from: decimal(first.mean),
        to: decimal(own.mean),
        diff: signed(test.diff, 1),
        low: signed(test.low, 1),
        high: signed(test.high, 1),
      });
    }
    return t('shareLine', {
      ...base,
      ...n,
      level,
      certainty,
      from: format.percent(first.mean),
      to: format.percent(own.mean),
      diff: signedPoints(test.diff),
      low: signedPoints(test.low),
      high: signedPoints(test.high),
    });
  };
  return { t, format, level, shownValue, intervalOf, diffOf, lineOf, signed };
}
