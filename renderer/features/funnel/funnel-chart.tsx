import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartOptions,
  LinearScale,
} from 'chart.js';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Bar } from 'react-chartjs-2';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { funnelMessages } from './funnel.messages';
import { type Drawn, intervalMarks } from './interval-marks';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const MOTION_MS = 150;
/** Room on the right for the column of n. */
const N_COLUMN_PX = 74;

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    bar: of('--q-chart-1'),
    small: of('--q-line-strong'),
    problem: of('--q-red'),
    ink: of('--q-ink'),
    quiet: of('--q-ink-quiet'),
    line: of('--q-line'),
    reference: of('--q-chart-reference'),
    font: style.fontFamily || 'sans-serif',
  };
}

/** A canvas knows no CSS variables: the colours are read once the page has put on its theme. */
function useColours() {
  const scheme = useComputedColorScheme();
  const [colours, setColours] = useState(readColours);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours change with the theme
  useEffect(() => {
    const frame = requestAnimationFrame(() => setColours(readColours()));
    return () => cancelAnimationFrame(frame);
  }, [scheme]);
  return colours;
}

/** Rates from the step before as bars, each with its n, its 95 % interval and its target. */
export function FunnelChart({ bars }: { bars: readonly FunnelBar[] }) {
  const t = useMessages(funnelMessages);
  const format = useFormat();
  const colours = useColours();
  const isStill = useReducedMotion();
  const data = {
    labels: bars.map((bar) => String(bar.position)),
    datasets: [
      {
        data: bars.map((bar) => bar.rate ?? null),
        backgroundColor: bars.map((bar) => {
          if (bar.problem) return colours.problem;
          return bar.isSmall ? colours.small : colours.bar;
        }),
        borderRadius: 3,
        barThickness: 13,
      },
    ],
  };
  const options: ChartOptions<'bar'> = {
    indexAxis: 'y',
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    animation: isStill ? false : { duration: MOTION_MS },
    layout: { padding: { right: N_COLUMN_PX } },
    scales: {
      x: {
        min: 0,
        suggestedMax: 1,
        border: { display: false },
        grid: { color: colours.line, drawTicks: false },
        ticks: {
          color: colours.quiet,
          font: { family: colours.font, size: 12 },
          maxTicksLimit: 5,
          padding: 4,
          callback: (value) => `${Math.round(Number(value) * 100)}%`,
        },
      },
      y: {
        border: { display: false },
        grid: { display: false },
        ticks: { color: colours.quiet, font: { family: colours.font, size: 12 } },
      },
    },
  };
  // The chart takes its plugins once; what they draw changes with every key typed.
  const drawn = useRef<Drawn>({ marks: [], colours });
  drawn.current = {
    colours,
    marks: bars.map((bar) => ({
      low: bar.interval?.kind === 'interval' ? bar.interval.low : undefined,
      high: bar.interval?.kind === 'interval' ? bar.interval.high : undefined,
      target: bar.base === undefined ? undefined : bar.targetRate,
      n: bar.base === undefined ? '' : t('n', { n: format.count(bar.base) }),
    })),
  };
  const plugins = useMemo(() => [intervalMarks(() => drawn.current)], []);
  return <Bar data={data} options={options} plugins={plugins} />;
}
