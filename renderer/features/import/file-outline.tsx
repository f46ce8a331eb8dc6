import classes from './file-outline.module.css';

/** The outline of a file that is being read; seen after a moment's wait. */
export function FileOutline() {
  return (
    <div className={classes.outline} aria-hidden data-testid="import-outline">
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
