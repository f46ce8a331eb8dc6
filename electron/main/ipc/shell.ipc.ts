import type { CrashSink } from '../crash/process-errors';
import { openOutside } from '../security/guards';
import type { QuitFlow } from '../shell/quit';
import { printPhase } from '../start/phases';
import type { Handlers } from './dispatch';

type ShellChannel = 'reportPhase' | 'reportProblem' | 'openExternal' | 'relaunch' | 'confirmQuit';

export function createShellHandlers(
  quitFlow: QuitFlow,
  sink: CrashSink,
  processStartMs: number,
): Pick<Handlers, ShellChannel> {
  return {
    reportPhase: (phase, atMs) => printPhase(phase, atMs, processStartMs),
    reportProblem: ({ kind, message, stack }) => {
      sink.record({ kind: `window-${kind}`, details: stack ?? message });
    },
    openExternal: (url) => openOutside(url),
    relaunch: () => quitFlow.relaunch(),
    confirmQuit: () => quitFlow.confirm(),
  };
}
