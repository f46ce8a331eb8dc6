import { assertNever } from '@shared/lib/errors';
import { useEffect, useState } from 'react';
import type { StartupState } from '@/db/open';
import { reportError } from '@/platform/log';
import { PageSkeleton } from '@/ui/page-skeleton';
import { startBackground } from '../background';
import { sayWhatWasLeft } from '../feedback';
import { Routes } from '../routes';
import { Shell } from '../shell/shell';
import { FailedScreen } from './failed-screen';
import { NewerScreen } from './newer-screen';
import { RecoverScreen } from './recover-screen';

type StartupProps = { opening: Promise<StartupState>; found: StartupState | undefined };

/** The console, or the screen that says why it is not open and what to do. */
export function Startup({ opening, found }: StartupProps) {
  const [state, setState] = useState(found);
  useEffect(() => {
    if (found) return;
    opening.then(setState).catch((error: unknown) => {
      reportError('error', error);
      setState({ kind: 'failed', message: String(error) });
    });
  }, [opening, found]);

  const isOpen = state?.kind === 'ready';
  useEffect(() => (isOpen ? startBackground() : undefined), [isOpen]);

  useEffect(() => {
    if (state?.kind === 'ready') sayWhatWasLeft();
  }, [state]);

  if (state === undefined) {
    return (
      <Shell isOpen={false}>
        <PageSkeleton />
      </Shell>
    );
  }
  switch (state.kind) {
    case 'ready':
      return (
        <Shell isOpen>
          <Routes />
        </Shell>
      );
    case 'recover':
      return <RecoverScreen state={state} />;
    case 'newer':
      return <NewerScreen databaseVersion={state.databaseVersion} />;
    case 'failed':
      return <FailedScreen message={state.message} isDiskFull={state.isDiskFull === true} />;
    default:
      return assertNever(state, 'Startup');
  }
}
