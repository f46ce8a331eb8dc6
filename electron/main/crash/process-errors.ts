import { describeError, log } from '../log';
import { type Crash, type CrashContext, formatCrash, writeCrashReport } from './crash-report';

export type CrashSink = {
  /** Writes a report without personal data and returns its text. */
  record: (crash: Crash) => string;
};

/** An error that repeats all the time must not fill the disk with its reports. */
const REPORTS_PER_RUN = 50;

export function createCrashSink(logFolder: string, context: CrashContext): CrashSink {
  let reports = 0;
  return {
    record: (crash) => {
      const atMs = Date.now();
      const text = formatCrash(crash, context, atMs);
      reports += 1;
      if (reports <= REPORTS_PER_RUN) writeCrashReport(logFolder, text, atMs);
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
  process.on('unhandledRejection', (reason) => {
    sink.record({ kind: 'main-rejection', details: describeError(reason) });
  });
  process.on('uncaughtException', (error) => {
    const report = sink.record({ kind: 'main-exception', details: describeError(error) });
    if (isFatalShown) return;
    isFatalShown = true;
    onFatal(report);
  });
}
