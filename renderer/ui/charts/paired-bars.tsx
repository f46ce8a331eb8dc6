import classes from './drawing.module.css';
import { pressable } from './press';
import { linearScale } from './scale';
import { usePointCursor } from './use-point-cursor';
import { useWidth } from './use-width';

type PairedBarsProps = {
  label: string;
  columns: readonly {
    key: string;
    label: string;
    first: number;
    second: number;
    hint: string;
    onOpen?: (() => void) | undefined;
  }[];
  colours: readonly [string, string];
  tick: (value: number) => string;
  axisTitle: string;
  height?: number;
};

const LEFT = 56;
const BOTTOM = 44;
const TOP = 18;
const RIGHT = 8;

/** Two figures beside each other for every column: what was and what was expected. */
export function PairedBars(props: PairedBarsProps) {
  const { label, columns, colours, tick, axisTitle, height = 280 } = props;
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const bottom = height - BOTTOM;
  const top = Math.max(1, ...columns.flatMap((it) => [it.first, it.second]));
  const up = linearScale(top, bottom, TOP);
  const slot = (width - LEFT - RIGHT) / Math.max(1, columns.length);
  const bar = Math.min(30, slot * 0.36);
  const cursor = usePointCursor(columns.length);
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
        {columns.map((column, index) => {
          const middle = LEFT + slot * (index + 0.5);
          return (
            <g
              key={column.key}
              className={classes.bar}
              aria-label={column.hint}
              {...(column.onOpen
                ? { ...pressable(column.onOpen), ...cursor.point(index) }
                : { role: 'img' })}
            >
              <title>{column.hint}</title>
              <rect
                x={middle - bar - 1}
                y={up.at(column.first)}
                width={bar}
                height={bottom - up.at(column.first)}
                rx={2}
                fill={colours[0]}
              />
              <rect
                x={middle + 1}
                y={up.at(column.second)}
                width={bar}
                height={bottom - up.at(column.second)}
                rx={2}
                fill="none"
                stroke={colours[1]}
                strokeWidth={1.5}
                strokeDasharray="4 3"
              />
              <text x={middle} y={bottom + 16} textAnchor="middle">
                {column.label}
              </text>
            </g>
          );
        })}
        <text className={classes.axis} x={width - RIGHT} y={height - 6} textAnchor="end">
          {axisTitle}
        </text>
      </svg>
    </div>
  );
}
