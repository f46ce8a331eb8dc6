import { join } from 'node:path';
import { redact } from './crash/redact';

/** Ids, codes and counts; never names, phones or addresses. */
export type LogFields = Record<string, string | number | boolean>;
type Level = 'info' | 'warn' | 'error';
type Sink = (level: Level, line: string) => void;

let sink: Sink | null = null;
/** What happened before the log file was opened. */
let waiting: [Level, string][] = [];

function write(level: Level, event: string, fields: LogFields): void {
  const line = redact(
    Object.keys(fields).length > 0 ? `${event} ${JSON.stringify(fields)}` : event,
  );
  if (sink === null) waiting.push([level, line]);
  else sink(level, line);
}

export const log = {
  info: (event: string, fields: LogFields = {}) => write('info', event, fields),
  warn: (event: string, fields: LogFields = {}) => write('warn', event, fields),
  error: (event: string, error: unknown, fields: LogFields = {}) =>
    write('error', event, { ...fields, error: describeError(error) }),
};

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Loaded after the first paint: nothing on screen waits for the log. */
export async function openLog(folder: string): Promise<void> {
  const { default: electronLog } = await import('electron-log/node');
  electronLog.transports.console.level = false;
  electronLog.transports.file.setAppName('Qunduo');
  electronLog.transports.file.resolvePathFn = () => join(folder, 'main.log');
  electronLog.transports.file.maxSize = 2 * 1024 * 1024;
  electronLog.transports.file.format = '{iso} {level} {text}';
  sink = (level, line) => electronLog[level](line);
  for (const [level, line] of waiting) sink(level, line);
  waiting = [];
}
