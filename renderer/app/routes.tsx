import { Redirect, Route, Switch } from 'wouter';
import { areas } from './areas';
import { ErrorBoundary } from './error-boundary';

/** The page of the present address; a page that breaks leaves the others standing. */
export function Routes() {
  return (
    <Switch>
      {areas.map(({ id, Page }) => (
        <Route key={id} path={`/${id}/*?`}>
          <ErrorBoundary key={id}>
            <Page />
          </ErrorBoundary>
        </Route>
      ))}
      <Route>
        <Redirect to="/today" replace />
      </Route>
    </Switch>
  );
}
