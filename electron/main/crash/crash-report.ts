import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redact';

export type Crash = { kind: string; details: string };
export type CrashContext = { appVersion: string; runtime: string; platform: string };

const KEEP_REPORTS = 10;

export function formatCrash(crash: Crash, context: CrashContext, atMs: number): string {
  const lines = [
    `kind: ${crash.kind}`,
    `time: ${new Date(atMs).toISOString()}`,
    `version: ${context.appVersion}`,
    `runtime: ${context.runtime}`,
    `platform: ${context.platform}`,
    '',
    redact(crash.details),
    '',
  ];
  return lines.join('\n');
}

/** Synchronous, because the process may be about to end; returns the path, or null when it failed. */
export function writeCrashReport(folder: string, text: string, atMs: number): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    const stamp = new Date(atMs).toISOString().replace(/[:.]/g, '-');
    const path = join(folder, `crash-${stamp}.txt`);
    writeFileSync(path, text);
    const old = readdirSync(folder)
      .filter((name) => /^crash-.*\.txt$/.test(name))
      .sort()
      .slice(0, -KEEP_REPORTS);
    for (const name of old) rmSync(join(folder, name), { force: true });
    return path;
  } catch {
    return null;
  }
}
