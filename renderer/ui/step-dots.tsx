import classes from './step-dots.module.css';

type StepDotsProps = {
  /** How far it is, in words. */
  label: string;
  steps: readonly { id: string; state: string }[];
};

/** How far a run is: a dot a step. As wide as the place it is put into. */
export function StepDots({ label, steps }: StepDotsProps) {
  return (
    <span className={classes.dots} role="img" aria-label={label}>
      {steps.map(({ id, state }) => (
        <span key={id} className={classes.dot} data-state={state} />
      ))}
    </span>
  );
}
