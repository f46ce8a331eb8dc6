import classes from './drawing.module.css';
import { Mark, type MarkShape } from './mark';
import { pressable } from './press';
import { linearScale } from './scale';
import { useCellCursor } from './use-cell-cursor';
import { useWidth } from './use-width';

export type IntervalPoint = {
  /** 0–1; absent where too few people stand behind it, which leaves a hollow mark on the axis. */
  value: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  label: string;
  onOpen?: () => void;
};

export type IntervalSeries = {
  key: string;
  shape: MarkShape;
  colour: string;
  points: readonly (IntervalPoint | undefined)[];
};

type IntervalLinesProps = {
  label: string;
  columns: readonly string[];
  series: readonly IntervalSeries[];
  references: readonly { at: number; label: string }[];
  tick: (value: number) => string;
  height?: number;
};

const LEFT = 48;
const BOTTOM = 26;
const TOP = 12;
const RIGHT = 12;
/** Series stand this far beside each other, so that their whiskers do not cover one another. */
const APART = 9;
const LABEL_WIDTH = 62;

/** Rates over time, each with its 95 % interval; dashed lines are what others reached. */
export function IntervalLines(props: IntervalLinesProps) {
  const { label, columns, series, references, tick, height = 260 } = props;
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const bottom = height - BOTTOM;
  const all = series.flatMap((it) => it.points.map((point) => point?.high ?? point?.value ?? 0));
  const up = linearScale(Math.max(0.05, ...all, ...references.map((it) => it.at)), bottom, TOP);
  const slot = (width - LEFT - RIGHT) / Math.max(1, columns.length);
  const xOf = (column: number, line: number) =>
    LEFT + slot * (column + 0.5) + (line - (series.length - 1) / 2) * APART;
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / slot));
  const first = series.findIndex((line) => line.points.some((point) => point?.onOpen));
  const start = series[first]?.points.findIndex((point) => point?.onOpen) ?? 0;
  const cursor = useCellCursor(first < 0 ? undefined : `${first},${start}`);
  return (
    <div ref={ref} className={classes.drawing}>
      <svg width={width} height={height} aria-label={label} onKeyDown={cursor.onKeyDown}>
        {up.ticks.map((value) => (
          <g key={value} className={classes.tick}>
            <line x1={LEFT} x2={width - RIGHT} y1={up.at(value)} y2={up.at(value)} />
            <text x={LEFT - 8} y={up.at(value) + 4} textAnchor="end">
              {tick(value)}
            </text>
          </g>
        ))}
        {columns.map((column, index) =>
          index % every === 0 ? (
            <text key={column} x={LEFT + slot * (index + 0.5)} y={height - 6} textAnchor="middle">
              {column}
            </text>
          ) : null,
        )}
        {references.map((reference) => (
          <g key={reference.label} className={classes.reference}>
            <line x1={LEFT} x2={width - RIGHT} y1={up.at(reference.at)} y2={up.at(reference.at)} />
          </g>
        ))}
        {series.map((line, l) => (
          <g key={line.key} style={{ stroke: line.colour }}>
            <path className={classes.series} d={pathOf(line.points, (c) => xOf(c, l), up.at)} />
            {line.points.map((point, c) => {
              if (!point) return null;
              const x = xOf(c, l);
              const y = up.at(point.value ?? 0);
              const { onOpen } = point;
              return (
                <g
                  key={columns[c]}
                  className={classes.point}
                  style={{ fill: point.value === undefined ? 'var(--q-surface)' : line.colour }}
                  aria-label={point.label}
                  {...(onOpen ? { ...pressable(onOpen), ...cursor.cell(l, c) } : { role: 'img' })}
                >
                  <title>{point.label}</title>
                  {point.low !== undefined && point.high !== undefined && (
                    <line
                      className={classes.whisker}
                      style={{ stroke: line.colour }}
                      x1={x}
                      x2={x}
                      y1={up.at(point.low)}
                      y2={up.at(point.high)}
                    />
                  )}
                  <g style={point.value === undefined ? { stroke: line.colour } : undefined}>
                    <Mark shape={line.shape} x={x} y={y} size={9} />
                  </g>
                </g>
              );
            })}
          </g>
        ))}
        {references.map((reference) => (
          <text
            key={reference.label}
            className={classes.over}
            x={width - RIGHT}
            y={up.at(reference.at) - 5}
            textAnchor="end"
          >
            {reference.label}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Broken where a point is missing: a line over a gap would claim what nobody counted. */
function pathOf(
  points: IntervalSeries['points'],
  xOf: (column: number) => number,
  yOf: (value: number) => number,
): string {
  let path = '';
  let isOn = false;
  for (const [column, point] of points.entries()) {
    if (point?.value === undefined) {
      isOn = false;
      continue;
    }
    path += `${isOn ? 'L' : 'M'}${xOf(column)} ${yOf(point.value)}`;
    isOn = true;
  }
  return path;
}
