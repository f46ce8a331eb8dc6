import { log } from '../log';
import { type Crash, type CrashContext, formatCrash, writeCrashReport } from './crash-report';

export type CrashSink = {
  /** Writes a report without personal data and returns its text. */
  record: (crash: Crash) => string;
};

export function createCrashSink(logFolder: string, context: CrashContext): CrashSink {
  return {
    record: (crash) => {
      const atMs = Date.now();
      const text = formatCrash(crash, context, atMs);
      writeCrashReport(logFolder, text, atMs);
      log.warn('crash', { kind: crash.kind });
      return text;
    },
  };
}

/**
 * Bugs in main itself. A forgotten rejection is recorded and the program goes on; an exception that
 * nobody caught leaves unknown state behind, so `onFatal` offers a restart, once.
 */
export function catchProcessErrors(sink: CrashSink, onFatal: (report: string) => void): void {
  let isFatalShown = false;
  const detailsOf = (error: unknown) =>
    error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.on('unhandledRejection', (reason) => {
    sink.record({ kind: 'main-rejection', details: detailsOf(reason) });
  });
  process.on('uncaughtException', (error) => {
    const report = sink.record({ kind: 'main-exception', details: detailsOf(error) });
    if (isFatalShown) return;
    isFatalShown = true;
    onFatal(report);
  });
}
