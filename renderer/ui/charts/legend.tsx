import classes from './drawing.module.css';
import { MarkSample, type MarkShape } from './mark';

type LegendProps = {
  items: readonly { key: string; label: string; shape: MarkShape | 'frame'; colour: string }[];
  /** What the dashed grey line is. */
  reference?: string | undefined;
};

/** What shapes and colours stand for. */
export function Legend({ items, reference }: LegendProps) {
  return (
    <ul className={classes.legend}>
      {items.map((item) => (
        <li key={item.key}>
          <MarkSample shape={item.shape} colour={item.colour} />
          {item.label}
        </li>
      ))}
      {reference !== undefined && (
        <li>
          <i aria-hidden />
          {reference}
        </li>
      )}
    </ul>
  );
}
