import { useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { areas } from './areas';
import { ErrorBoundary } from './error-boundary';
import { leaveProblemsBehind } from './feedback';

/** The page of the present address; a page that breaks leaves the others standing. */
export function Routes() {
  const [location] = useLocation();
  const area = location.split('/')[1];
  useEffect(() => (area ? leaveProblemsBehind : undefined), [area]);

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
