import type { TrustWeek } from '@shared/domain/group-life/trust-lines.rules';
import classes from './trust.module.css';

const WIDTH = 96;
const HEIGHT = 24;
const PAD = 3;

/** The index over the weeks, small; where a week has no data the line is broken. */
export function TrustSparkline({ weeks, label }: { weeks: readonly TrustWeek[]; label: string }) {
  const slot = (WIDTH - 2 * PAD) / Math.max(1, weeks.length - 1);
  const x = (at: number) => PAD + slot * at;
  const y = (index: number) => HEIGHT - PAD - (index / 100) * (HEIGHT - 2 * PAD);
  const runs: string[] = [];
  let isOn = false;
  for (const [at, { trust }] of weeks.entries()) {
    if (trust.index === undefined) {
      isOn = false;
      continue;
    }
    const point = `${x(at).toFixed(1)} ${y(trust.index).toFixed(1)}`;
    if (isOn) runs.push(`${runs.pop() ?? ''}L${point}`);
    else runs.push(`M${point}`);
    isOn = true;
  }
  return (
    <svg className={classes.sparkline} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <line className={classes.ground} x1={PAD} x2={WIDTH - PAD} y1={y(0)} y2={y(0)} />
      {/* A week alone is a point: round ends draw it. */}
      {runs.map((run) => (
        <path key={run} d={run.includes('L') ? run : `${run}l0.01 0`} />
      ))}
    </svg>
  );
}
