/** The outline of a page that is still loading, as index.html paints it; seen after a moment's wait. */
export function PageSkeleton() {
  return (
    <div className="q-skeleton" aria-busy="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
