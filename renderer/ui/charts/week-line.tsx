import { useWidth } from './use-width';
import classes from './week-line.module.css';

const HEIGHT = 190;
const LEFT = 34;
const TOP = 10;
const BOTTOM = 24;
const LABEL_WIDTH = 96;

export type WeekPoint = {
  key: string;
  /** 0–100; absent where nothing is known. */
  value: number | undefined;
  /** Said when the pointer rests on it. */
  words: string;
  /** Below the line, where there is room. */
  label: string;
};

type WeekLineProps = {
  label: string;
  points: readonly WeekPoint[];
  /** The key of the point that stands out. */
  chosen?: string | undefined;
  pointTestId?: string;
};

/** A score of 0–100 week by week: weeks without data are grey stripes, never zero. */
export function WeekLine({ label, points, chosen, pointTestId }: WeekLineProps) {
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const slot = (width - LEFT) / Math.max(1, points.length);
  const x = (at: number) => LEFT + slot * (at + 0.5);
  const y = (value: number) => HEIGHT - BOTTOM - (value / 100) * (HEIGHT - BOTTOM - TOP);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / slot));
  return (
    <div ref={ref} className={classes.chart}>
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        {[0, 50, 100].map((value) => (
          <g key={value}>
            <line className={classes.ground} x1={LEFT} x2={width} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {points.map((point, at) => (
          <g
            key={point.key}
            data-testid={pointTestId}
            data-known={point.value !== undefined}
            data-score={point.value?.toFixed(1) ?? ''}
          >
            <title>{point.words}</title>
            {point.value === undefined ? (
              <rect
                className={classes.unknown}
                x={x(at) - slot / 2 + 1}
                width={Math.max(1, slot - 2)}
                y={TOP}
                height={HEIGHT - BOTTOM - TOP}
              />
            ) : (
              <circle
                className={classes.dot}
                data-chosen={point.key === chosen}
                cx={x(at)}
                cy={y(point.value)}
                r={point.key === chosen ? 5 : 3.5}
              />
            )}
            {(points.length - 1 - at) % every === 0 && (
              <text x={x(at)} y={HEIGHT - 6} textAnchor="middle">
                {point.label}
              </text>
            )}
          </g>
        ))}
        <path className={classes.line} d={pathOf(points, x, y)} />
      </svg>
    </div>
  );
}

/** Broken where a week is unknown. */
function pathOf(
  points: readonly WeekPoint[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  return points
    .flatMap(({ value }, at) => {
      if (value === undefined) return [];
      const isOn = points[at - 1]?.value !== undefined;
      return [`${isOn ? 'L' : 'M'}${x(at)} ${y(value)}`];
    })
    .join('');
}
