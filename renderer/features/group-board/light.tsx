import type { HealthLight } from '@shared/domain/group-life/health.rules';
import classes from './light.module.css';

/** A light with a shape of its own, so that it is told apart without colour. */
export function Light({ light }: { light: HealthLight }) {
  return (
    <svg className={classes.light} data-light={light} width={12} height={12} aria-hidden>
      {SHAPES[light]}
    </svg>
  );
}

const SHAPES = {
  red: <path d="M6 0.8 L11.6 11 H0.4 Z" />,
  yellow: <path d="M6 0.2 L11.8 6 L6 11.8 L0.2 6 Z" />,
  green: <circle cx={6} cy={6} r={5} />,
  grey: <circle cx={6} cy={6} r={4.2} />,
} as const satisfies Record<HealthLight, unknown>;
