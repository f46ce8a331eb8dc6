import drawing from '@/ui/charts/drawing.module.css';
import { MARK_SHAPES, Mark } from '@/ui/charts/mark';
import { useWidth } from '@/ui/charts/use-width';

export type WhiskerRow = {
  key: string;
  /** What stands before the line: the arm. */
  name: string;
  value: number;
  low: number | undefined;
  high: number | undefined;
  /** The whole sentence, for those who point at it or hear it. */
  label: string;
  /** At the end of the line. */
  shown: string;
};

type WhiskerRowsProps = {
  label: string;
  rows: readonly WhiskerRow[];
  tick: (value: number) => string;
  /** Values on both sides of nothing: the axis has its zero line. */
  isDifference?: boolean;
};

const LEFT = 34;
const RIGHT = 74;
const ROW = 30;
const BOTTOM = 22;
const COLOURS = 6;

/** Round steps from `from` to `to`, three or four of them. */
function ticksBetween(from: number, to: number): number[] {
  const rough = (to - from) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((it) => it * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step - 1e-9); at * step <= to + 1e-9 * step; at += 1) {
    // Not −0, which would be written with its sign.
    ticks.push(at * step + 0);
  }
  return ticks;
}

/** Values with their intervals, one arm a line. */
export function WhiskerRows({ label, rows, tick, isDifference = false }: WhiskerRowsProps) {
  const [ref, width] = useWidth<HTMLDivElement>(320);
  const all = rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const most = Math.max(...all, isDifference ? 0 : 1e-9);
  const least = isDifference ? Math.min(...all, 0) : 0;
  const margin = (most - least) * 0.06 || 1;
  const [from, to] = [isDifference ? least - margin : 0, most + margin];
  const right = Math.max(LEFT + 40, width - RIGHT);
  const x = (value: number) => LEFT + ((value - from) / (to - from)) * (right - LEFT);
  const bottom = rows.length * ROW;
  return (
    <div ref={ref} className={drawing.drawing}>
      <svg width={width} height={bottom + BOTTOM} role="img" aria-label={label}>
        {ticksBetween(from, to).map((value) => (
          <g key={value} className={drawing.tick}>
            <line x1={x(value)} x2={x(value)} y1={0} y2={bottom} />
            <text x={x(value)} y={bottom + 15} textAnchor="middle">
              {tick(value)}
            </text>
          </g>
        ))}
        {isDifference && (
          <g className={drawing.guide}>
            <line x1={x(0)} x2={x(0)} y1={0} y2={bottom} />
          </g>
        )}
        {rows.map((row, at) => {
          const y = at * ROW + ROW / 2;
          const colour = `var(--q-chart-${(at % COLOURS) + 1})`;
          const shape = MARK_SHAPES[at % MARK_SHAPES.length] ?? 'circle';
          return (
            <g key={row.key} style={{ stroke: colour, fill: colour }}>
              <title>{row.label}</title>
              <text x={0} y={y + 4} className={drawing.axis} stroke="none">
                {row.name}
              </text>
              {row.low !== undefined && row.high !== undefined && (
                <line x1={x(row.low)} x2={x(row.high)} y1={y} y2={y} strokeWidth={2} />
              )}
              <Mark shape={shape} x={x(row.value)} y={y} size={10} />
              <text x={right + 8} y={y + 4} className={drawing.axis} stroke="none">
                {row.shown}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
