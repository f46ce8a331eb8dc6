import classes from './sparkline.module.css';

type SparklineProps = {
  /** Oldest first; a gap where nothing is known. */
  values: readonly (number | undefined)[];
  /** Values lie between 0 and this. */
  top: number;
  /** What it shows, for those who do not see it. */
  label: string;
  width?: number;
  height?: number;
};

const EDGE = 2;

/** A small line of values in a row of a table; what is not known is left out, never drawn as zero. */
export function Sparkline({ values, top, label, width = 64, height = 20 }: SparklineProps) {
  const step = values.length > 1 ? (width - 2 * EDGE) / (values.length - 1) : 0;
  const points = values.map((value, i) =>
    value === undefined
      ? undefined
      : {
          x: EDGE + i * step,
          y: height - EDGE - (Math.min(top, Math.max(0, value)) / top) * (height - 2 * EDGE),
        },
  );
  const path = points
    .map((point, i) =>
      point ? `${points[i - 1] ? 'L' : 'M'}${round(point.x)} ${round(point.y)}` : '',
    )
    .join('');
  const last = points.at(-1);
  return (
    <svg
      className={classes.line}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
      <path d={path} />
      {points.map((point, i) =>
        // A known value between two gaps has no line to be seen by.
        point && !points[i - 1] && !points[i + 1] ? (
          <circle key={point.x} cx={point.x} cy={point.y} r={1.2} />
        ) : null,
      )}
      {last && <circle cx={last.x} cy={last.y} r={1.8} />}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
