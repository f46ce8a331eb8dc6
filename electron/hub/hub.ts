import './global-crypto';
import { describeError } from '@shared/contracts/error-text';
import { ExpectedError } from '@shared/lib/errors';
import { runOnce } from './program/commands';
import { createHubLog, type HubLog } from './program/log';
import { parseCommand, type ServeOptions, UsageError } from './program/options';
import { serve } from './program/serve';
import { USAGE } from './program/usage';

/** Longer than what is at work may take; a hub that hangs must not keep a server from restarting. */
const STOP_MS = 10_000;

/** Inside a laptop the console is the parent, and speaks over a port of its own. */
type ParentPort = { on(event: 'message', heard: (message: { data: unknown }) => void): void };

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2), process.env);
  switch (command.command) {
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'serve':
      await run(command);
      return;
    default:
      process.stdout.write(`${JSON.stringify(await runOnce(command))}\n`);
  }
}

async function run(options: ServeOptions): Promise<void> {
  const log = createHubLog((line) => process.stderr.write(line));
  const hub = await serve(options, log);
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    hub.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  parentPort()?.on('message', ({ data }) => {
    if (data === 'stop') stop();
  });
  surviveStrays(log);
  process.stdout.write(`hub listening on ${hub.url}\n`);
}

/** One request that goes wrong in an unforeseen way must not take the others with it. */
function surviveStrays(log: HubLog): void {
  process.on('unhandledRejection', (error) => log.error('unhandled', error));
}

function parentPort(): ParentPort | undefined {
  return 'parentPort' in process ? (process.parentPort as ParentPort) : undefined;
}

function explain(error: unknown): { text: string; code: number } {
  if (error instanceof UsageError) return { text: `${error.message}\n\n${USAGE}`, code: 2 };
  if (error instanceof ExpectedError) {
    return { text: `${describeError(error.code, error.data, 'en')} (${error.code})`, code: 1 };
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return { text: `${describeError('hub-port-taken', {}, 'en')} (hub-port-taken)`, code: 1 };
  }
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), code: 1 };
}

main().catch((error: unknown) => {
  const { text, code } = explain(error);
  process.stderr.write(`${text}\n`);
  process.exit(code);
});
