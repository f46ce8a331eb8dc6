import drawing from '@/ui/charts/drawing.module.css';
import { linearScale } from '@/ui/charts/scale';
import { useWidth } from '@/ui/charts/use-width';
import classes from './growth-chart.module.css';
import type { GrowthWeek } from './growth-weeks';

type GrowthChartProps = {
  label: string;
  weeks: readonly GrowthWeek[];
  dayOf: (day: string) => string;
  hintOf: (week: GrowthWeek) => string;
  tick: (value: number) => string;
};

const LEFT = 48;
const RIGHT = 12;
const LINE_TOP = 12;
const LINE_BOTTOM = 150;
const BARS_TOP = 172;
const BARS_BOTTOM = 240;
const HEIGHT = 264;
const LABEL_WIDTH = 74;

/** Members as a line, comings and goings as bars below it; a week that nobody knows is grey. */
export function GrowthChart({ label, weeks, dayOf, hintOf, tick }: GrowthChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>(900);
  const slot = (width - LEFT - RIGHT) / Math.max(1, weeks.length);
  const bar = Math.min(14, slot * 0.34);
  const most = Math.max(1, ...weeks.map(({ members = 0 }) => members));
  const moved = Math.max(1, ...weeks.map(({ joined = 0, left = 0 }) => Math.max(joined, left)));
  const up = linearScale(most, LINE_BOTTOM, LINE_TOP, 3);
  const height = linearScale(moved, BARS_BOTTOM, BARS_TOP, 2);
  const xOf = (at: number) => LEFT + slot * (at + 0.5);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / slot));
  return (
    <div ref={ref} className={drawing.drawing}>
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        {[up, height].map((scale) =>
          scale.ticks.map((value) => (
            <g key={`${scale.at(value)}`} className={drawing.tick}>
              <line x1={LEFT} x2={width - RIGHT} y1={scale.at(value)} y2={scale.at(value)} />
              <text x={LEFT - 8} y={scale.at(value) + 4} textAnchor="end">
                {Number.isInteger(value) ? tick(value) : ''}
              </text>
            </g>
          )),
        )}
        {weeks.map((week, at) => (
          <g key={week.from} data-known={week.isKnown}>
            <title>{hintOf(week)}</title>
            <rect
              className={week.isKnown ? classes.week : classes.unknown}
              x={LEFT + slot * at}
              y={week.members === undefined ? LINE_TOP : BARS_TOP}
              width={slot}
              height={BARS_BOTTOM - (week.members === undefined ? LINE_TOP : BARS_TOP)}
            />
            {week.isKnown && (
              <>
                <rect
                  className={classes.joined}
                  x={xOf(at) - bar - 1}
                  y={height.at(week.joined ?? 0)}
                  width={bar}
                  height={BARS_BOTTOM - height.at(week.joined ?? 0)}
                />
                <rect
                  className={classes.left}
                  x={xOf(at) + 1}
                  y={height.at(week.left ?? 0)}
                  width={bar}
                  height={BARS_BOTTOM - height.at(week.left ?? 0)}
                />
              </>
            )}
            {at % every === 0 && (
              <text x={xOf(at)} y={HEIGHT - 6} textAnchor="middle">
                {dayOf(week.from)}
              </text>
            )}
          </g>
        ))}
        <path className={`${drawing.series} ${classes.line}`} d={pathOf(weeks, xOf, up.at)} />
        {weeks.map((week, at) =>
          week.members === undefined ? null : (
            <circle
              key={week.from}
              className={week.hasList ? classes.seen : classes.reckoned}
              cx={xOf(at)}
              cy={up.at(week.members)}
              r={3.5}
            >
              <title>{hintOf(week)}</title>
            </circle>
          ),
        )}
      </svg>
    </div>
  );
}

/** Broken where nothing is on record. */
function pathOf(
  weeks: readonly GrowthWeek[],
  xOf: (at: number) => number,
  yOf: (value: number) => number,
): string {
  let path = '';
  let isOn = false;
  for (const [at, { members }] of weeks.entries()) {
    if (members !== undefined) path += `${isOn ? 'L' : 'M'}${xOf(at)} ${yOf(members)}`;
    isOn = members !== undefined;
  }
  return path;
}
