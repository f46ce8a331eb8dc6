import { createWriteStream, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { utilityProcess } from 'electron';

/** A run of the hub's program, whatever it was asked to do. */
export type ProgramRun = {
  /** Each line that it says on its way. */
  onLine: (listener: (line: string) => void) => void;
  exited: Promise<number>;
  /** Asks it to end in good order. */
  stop: () => void;
  kill: () => void;
};

export type HubProgram = (args: readonly string[]) => ProgramRun;

const MAX_LOG_BYTES = 2 * 1024 * 1024;

/**
 * The hub's program in a process of Electron's own, so that nothing of it weighs on the window. What it
 * logs goes into `hub.log`, with the log before it kept beside.
 */
export function createHubProgram(distFolder: string, logFolder: string): HubProgram {
  const path = join(logFolder, 'hub.log');
  return (args) => {
    const script = join(distFolder, 'hub', 'hub.cjs');
    makeRoom(path);
    const child = utilityProcess.fork(script, [...args], {
      stdio: 'pipe',
      serviceName: 'Qunduo hub',
    });
    const log = createWriteStream(path, { flags: 'a', mode: 0o600 });
    // A full disk ends the log, not the hub.
    log.on('error', () => undefined);
    const listeners: ((line: string) => void)[] = [];
    const read = (stream: Readable | null, isHeard: boolean) => {
      if (!stream) return;
      createInterface({ input: stream }).on('line', (line) => {
        // What a command answers (an invite's code) is for its caller alone.
        if (!isCommand(args) || !isHeard) log.write(`${line}\n`);
        if (isHeard) for (const listener of listeners) listener(line);
      });
    };
    read(child.stdout as Readable | null, true);
    read(child.stderr as Readable | null, false);
    const exited = new Promise<number>((resolve) => {
      child.once('exit', (code) => {
        log.end();
        resolve(code);
      });
    });
    return {
      onLine: (listener) => listeners.push(listener),
      exited,
      stop: () => child.postMessage('stop'),
      kill: () => void child.kill(),
    };
  };
}

const isCommand = (args: readonly string[]) => args[0] !== undefined && !args[0].startsWith('-');

function makeRoom(path: string): void {
  try {
    if (statSync(path).size > MAX_LOG_BYTES) renameSync(path, `${path}.old`);
  } catch {
    // There is none yet.
  }
}
