import classes from './drawing.module.css';
import { Mark, type MarkShape } from './mark';
import { pressable } from './press';
import { logScale } from './scale';
import { usePointCursor } from './use-point-cursor';
import { useWidth } from './use-width';

export type PlotPoint = {
  key: string;
  x: number;
  y: number;
  /** Index into the series. */
  series: number;
  label: string;
  onOpen?: () => void;
};

export type PlotSeries = { shape: MarkShape; colour: string };

type Axis = {
  title: string;
  tick: (value: number) => string;
  /** A line across the plot, e.g. the median. */
  guide?: { at: number; label: string };
};

type ScatterPlotProps = {
  label: string;
  x: Axis;
  y: Axis;
  /** Values below this stand in a strip before the axis: a logarithm has no zero. */
  floor: number;
  /** What the strip is called: "0". */
  belowFloor: string;
  series: readonly PlotSeries[];
  points: readonly PlotPoint[];
  height?: number;
};

const LEFT = 66;
const BOTTOM = 44;
const TOP = 30;
const RIGHT = 32;
/** The strip of what lies below the floor. */
const STRIP = 26;
const POINT = 8;

/** Points over two logarithmic axes; arrow keys walk through them from left to right. */
export function ScatterPlot({
  belowFloor,
  label,
  x,
  y,
  floor,
  series,
  points,
  height = 380,
}: ScatterPlotProps) {
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const right = width - RIGHT;
  const bottom = height - BOTTOM;
  const rangeOf = (of: 'x' | 'y') => {
    const values = points.map((point) => point[of]).filter((value) => value >= floor);
    return {
      from: Math.min(...values, values.length > 0 ? Number.POSITIVE_INFINITY : floor),
      to: Math.max(floor, ...values),
      hasStrip: values.length < points.length,
    };
  };
  const acrossRange = rangeOf('x');
  const upRange = rangeOf('y');
  const left = LEFT + (acrossRange.hasStrip ? STRIP : 0);
  const base = bottom - (upRange.hasStrip ? STRIP : 0);
  const across = logScale(acrossRange.from, acrossRange.to, left, right);
  const up = logScale(upRange.from, upRange.to, base, TOP);
  const xOf = (value: number) => (value < floor ? LEFT : across.at(value));
  const yOf = (value: number) => (value < floor ? bottom : up.at(value));
  const inOrder = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const cursor = usePointCursor(inOrder.length);
  return (
    <div ref={ref} className={classes.drawing}>
      {points.length > 0 && (
        <svg width={width} height={height} aria-label={label} onKeyDown={cursor.onKeyDown}>
          {across.ticks.map((tick) => (
            <g key={tick} className={classes.tick}>
              <line x1={across.at(tick)} x2={across.at(tick)} y1={TOP} y2={bottom} />
              <text x={across.at(tick)} y={bottom + 16} textAnchor="middle">
                {x.tick(tick)}
              </text>
            </g>
          ))}
          {up.ticks.map((tick) => (
            <g key={tick} className={classes.tick}>
              <line x1={LEFT} x2={right} y1={up.at(tick)} y2={up.at(tick)} />
              <text x={LEFT - 8} y={up.at(tick) + 4} textAnchor="end">
                {y.tick(tick)}
              </text>
            </g>
          ))}
          {acrossRange.hasStrip && (
            <g className={classes.tick}>
              <line x1={LEFT} x2={LEFT} y1={TOP} y2={bottom} />
              <text x={LEFT} y={bottom + 16} textAnchor="middle">
                {belowFloor}
              </text>
            </g>
          )}
          {upRange.hasStrip && (
            <g className={classes.tick}>
              <line x1={LEFT} x2={right} y1={bottom} y2={bottom} />
              <text x={LEFT - 8} y={bottom + 4} textAnchor="end">
                {belowFloor}
              </text>
            </g>
          )}
          <text className={classes.axis} x={right} y={height - 6} textAnchor="end">
            {x.title}
          </text>
          <text className={classes.axis} x={0} y={12}>
            {y.title}
          </text>
          <Guide
            x={x.guide && across.at(x.guide.at)}
            top={TOP}
            bottom={bottom}
            label={x.guide?.label}
          />
          {y.guide && y.guide.at >= floor && (
            <g className={classes.guide}>
              <line x1={LEFT} x2={right} y1={up.at(y.guide.at)} y2={up.at(y.guide.at)} />
              <text x={right} y={up.at(y.guide.at) - 5} textAnchor="end">
                {y.guide.label}
              </text>
            </g>
          )}
          {inOrder.map((point, index) => {
            const look = series[point.series];
            if (!look) return null;
            const { onOpen } = point;
            return (
              <g
                key={point.key}
                className={classes.point}
                style={{ fill: look.colour }}
                aria-label={point.label}
                {...(onOpen ? { ...pressable(onOpen), ...cursor.point(index) } : { role: 'img' })}
              >
                <title>{point.label}</title>
                <Mark shape={look.shape} x={xOf(point.x)} y={yOf(point.y)} size={POINT} />
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

type GuideProps = { x: number | undefined; top: number; bottom: number; label: string | undefined };

function Guide({ x, top, bottom, label }: GuideProps) {
  if (x === undefined) return null;
  return (
    <g className={classes.guide}>
      <line x1={x} x2={x} y1={top} y2={bottom} />
      <text x={x + 5} y={bottom - 6}>
        {label}
      </text>
    </g>
  );
}
