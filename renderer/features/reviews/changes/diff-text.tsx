import classes from '../reviews.module.css';
import { diffTexts } from '../text-diff';

/** What leaves is struck through, what comes is marked. */
export function DiffText({ before, after }: { before: string; after: string }) {
  // Numbers change as a whole: half a number struck through reads as another one.
  const isShort = before.length < 8 && after.length < 8;
  if (isShort) {
    return (
      <p className={classes.diff}>
        {before && <del>{before}</del>} {after && <ins>{after}</ins>}
      </p>
    );
  }
  return (
    <p className={classes.diff}>
      {diffTexts(before, after).map(({ kind, text }, index) => {
        if (kind === 'removed') return <del key={index}>{text}</del>;
        return kind === 'added' ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>;
      })}
    </p>
  );
}
