import classes from './plain-number.module.css';

type PlainNumberProps = {
  testId: string;
  value: number;
  /** How people read it: `1,284`. */
  shown: string;
  /** What else a machine should know of it: `data-file`. */
  data?: Readonly<Record<`data-${string}`, string>>;
};

/** A number as people read it, with the bare digits beside it for whoever reads by machine. */
export function PlainNumber({ testId, value, shown, data }: PlainNumberProps) {
  return (
    <span className={classes.number}>
      <span className={classes.plain} data-testid={testId} {...data}>
        {value}
      </span>
      <span aria-hidden>{shown}</span>
    </span>
  );
}
