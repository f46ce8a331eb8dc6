import type { ArmResult } from '@shared/domain/plays/play.rules';
import type { Play } from '@shared/domain/plays/play.schema';
import { showPeople } from '@/features/segments';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { IntervalLines } from '@/ui/charts/interval-lines';
import { Why } from '@/ui/why';
import type { ReadPlay } from '../use-play-figures';
import { usePlayWords } from '../use-play-words';
import classes from './play-panel.module.css';

const CHART_HEIGHT = 190;
const PER_CENT = 100;

/** Who ordered of those reached and of those left alone, and whether that says anything. */
export function PlayResultCard({ play, read }: { play: Play; read: ReadPlay }) {
  const { t, format, rateOf, intervalOf } = usePlayWords();
  const { result, days, isTooEarly } = read;
  const { test, verdict } = result;
  const arms = [
    { key: 'played' as const, arm: result.played, snapshotId: play.snapshotId },
    ...(result.heldOut && play.holdoutSnapshotId
      ? [{ key: 'heldOut' as const, arm: result.heldOut, snapshotId: play.holdoutSnapshotId }]
      : []),
  ];
  const open = (key: 'played' | 'heldOut', snapshotId: string) => () =>
    showPeople({
      title: t('armName', { name: play.name, arm: t(key) }),
      rule: { kind: 'snapshot', snapshotId },
    });
  const labelOf = (key: 'played' | 'heldOut', arm: ArmResult) =>
    t('armLabel', {
      arm: t(key),
      k: format.count(arm.buyers),
      n: format.count(arm.people),
      interval: intervalOf(arm) ?? '',
    });
  const points = (x: number) => t('points', { x: (x * PER_CENT).toFixed(1) });
  const people = arms.reduce((sum, it) => sum + it.arm.people, 0);
  return (
    <ChartCard
      testId="play-result"
      title={t('result')}
      why={<Why word={t('why')}>{t('resultWhy')}</Why>}
      lead={`${t('resultLead', { day: format.day(days.toDay) })} ${t('n', { n: format.count(people) })}`}
      words={{ chart: t('chart'), table: t('table'), label: t('faceLabel') }}
      chart={
        <>
          <IntervalLines
            label={t('result')}
            height={CHART_HEIGHT}
            columns={arms.map(({ key, arm }) => `${t(key)} ${rateOf(arm)}`)}
            tick={format.percent}
            references={[]}
            series={arms.map(({ key, arm, snapshotId }, at) => ({
              key,
              shape: key === 'played' ? ('circle' as const) : ('square' as const),
              colour: key === 'played' ? 'var(--q-chart-1)' : 'var(--q-chart-2)',
              points: arms.map((_, place) =>
                place === at
                  ? {
                      value: arm.rate,
                      low: arm.rate === undefined ? undefined : lowOf(arm),
                      high: arm.rate === undefined ? undefined : highOf(arm),
                      label: labelOf(key, arm),
                      onOpen: open(key, snapshotId),
                    }
                  : undefined,
              ),
            }))}
          />
          <p className={classes.verdict} data-testid="play-verdict" data-verdict={verdict}>
            {t(isTooEarly ? 'tooEarly' : `verdict.${verdict}`)}
          </p>
          <p className={classes.quiet}>
            {verdict === 'noHoldout' && t('noHoldoutText')}
            {test?.kind === 'test' &&
              !isTooEarly &&
              (verdict === 'likelyReal' || verdict === 'maybeNoise') &&
              t('diff', {
                diff: points(test.diff),
                low: points(test.low),
                high: points(test.high),
                p: test.pValue < 0.001 ? '< 0.001' : test.pValue.toFixed(3),
              })}
          </p>
        </>
      }
      table={
        <DataTable
          testId="play-arms"
          label={t('result')}
          columns={[
            { key: 'arm', label: t('columnArm') },
            { key: 'n', label: t('columnN'), isNumber: true },
            { key: 'k', label: t('columnBuyers'), isNumber: true },
            { key: 'rate', label: t('columnRate'), isNumber: true },
            { key: 'interval', label: t('columnInterval'), isNumber: true },
            { key: 'orders', label: t('columnOrders'), isNumber: true },
            { key: 'net', label: t('columnNet'), isNumber: true },
            { key: 'head', label: t('columnPerHead'), isNumber: true },
          ]}
          rows={arms.map(({ key, arm, snapshotId }) => ({
            key,
            cells: [
              t(key),
              format.count(arm.people),
              format.count(arm.buyers),
              rateOf(arm),
              intervalOf(arm) ?? '—',
              format.count(arm.orders),
              format.money(arm.netFen),
              arm.netPerHeadFen === undefined ? '—' : format.money(arm.netPerHeadFen),
            ],
            onOpen: open(key, snapshotId),
            openLabel: labelOf(key, arm),
          }))}
        />
      }
    />
  );
}

const lowOf = ({ interval }: ArmResult) =>
  interval.kind === 'interval' ? interval.low : undefined;
const highOf = ({ interval }: ArmResult) =>
  interval.kind === 'interval' ? interval.high : undefined;
