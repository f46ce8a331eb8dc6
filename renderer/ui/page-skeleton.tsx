import classes from './page-skeleton.module.css';

/** The outline of a page that is still loading; it shows only after a moment's wait. */
export function PageSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <i style={{ width: '18%', height: 24 }} />
      <i style={{ width: '32%' }} />
      <i style={{ width: '100%', height: 120, marginTop: 24 }} />
      <i style={{ width: '100%', height: 120 }} />
    </div>
  );
}
