import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/**
 * When the process began, from Linux's own two clocks: `stat` is `/proc/self/stat`, `uptime` is
 * `/proc/uptime`. Null when they do not look as expected.
 */
export function readLinuxStart(stat: string, uptime: string, nowMs: number): number | null {
  // The program's name stands in brackets and may hold blanks; field 22 is the 20th after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const startTicks = Number(fields[19]);
  const uptimeSeconds = Number(uptime.split(' ')[0]);
  if (!(startTicks > 0) || !(uptimeSeconds > 0)) return null;
  return Math.round(nowMs - (uptimeSeconds - startTicks / TICKS_PER_SECOND) * 1000);
}

/** On Linux Electron's `getCreationTime` is off by up to a second: it adds to a rounded boot time. */
export function findProcessStartMs(nowMs: number, creationTimeMs: number | null): number {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync('/proc/self/stat', 'utf8');
      const startMs = readLinuxStart(stat, readFileSync('/proc/uptime', 'utf8'), nowMs);
      if (startMs !== null) return startMs;
    } catch {
      // Without /proc the less exact figure must do.
    }
  }
  return creationTimeMs ?? nowMs;
}
