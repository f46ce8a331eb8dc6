import { inviteAnswer } from '@shared/contracts/hub-http';
import type { HostedHub, HubReach } from '@shared/contracts/hub-link';
import { ExpectedError } from '@shared/lib/errors';
import { z } from 'zod';
import { findFreePort, isPortFree } from './free-port';
import type { HostFile, HostPlan } from './host-file';
import { watchHealth } from './hub-health';
import type { HubProgram, ProgramRun } from './hub-program';

const FIRST_PORT = 8787;
/** The first start makes the database, which a slow laptop takes its time for. */
const START_MS = 180_000;
const COMMAND_MS = 60_000;
/** The hub itself ends within ten seconds. */
const STOP_MS = 11_000;
const MAX_RESTARTS = 5;
const RESTART_MS = 1_000;
/** One that ran so long was sound: what ends it then is another misfortune. */
const SOUND_MS = 10 * 60_000;
const READY = /^hub listening on /;

const workspaceLine = z.object({ id: z.string(), name: z.string() });

export type HubHost = {
  read: () => Promise<HostedHub>;
  host: (reach: HubReach) => Promise<HostedHub>;
  inviteOwner: (name: string) => Promise<{ url: string; code: string; workspaceId: string }>;
  stop: () => Promise<HostedHub>;
  /** At the console's start: on again if it was on. */
  resume: () => Promise<void>;
  /** At its end: stopped, and on again with the next start. */
  end: () => Promise<void>;
};

export type HubHostParts = {
  file: HostFile;
  program: HubProgram;
  dataFolder: string;
  addresses: () => string[];
  onChange: (hosted: HostedHub) => void;
  logFailure: (event: string, error: unknown) => void;
};

type Running = { run: ProgramRun; port: number; startedAt: number; stopWatch: () => void };

/** The hub that this laptop hosts for the others: a program beside the console, for as long as it is open. */
export function createHubHost(parts: HubHostParts): HubHost {
  const { file, program, dataFolder, addresses, onChange, logFailure } = parts;
  let state: HostedHub['state'] = 'off';
  let problem: string | undefined;
  let running: Running | undefined;
  let isEnding = false;
  let restarts = 0;
  let restartTimer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One thing after another: nobody starts it while somebody else stops it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work, work);
    // Whoever asked hears of a failure; the next in turn only waits for the end.
    turn = next.catch(() => undefined);
    return next;
  }

  async function read(): Promise<HostedHub> {
    const { reach, port = FIRST_PORT, workspaceId } = await file.read();
    return {
      state,
      reach,
      officeUrls: addresses().map((address) => `http://${address}:${running?.port ?? port}`),
      ...(running ? { url: `http://127.0.0.1:${running.port}` } : {}),
      ...(workspaceId === undefined ? {} : { workspaceId }),
      ...(problem === undefined ? {} : { problem }),
    };
  }

  async function become(next: HostedHub['state'], why?: string): Promise<HostedHub> {
    state = next;
    problem = why;
    const hosted = await read();
    onChange(hosted);
    return hosted;
  }

  async function choosePort(plan: HostPlan, bind: string): Promise<number> {
    if (plan.port !== undefined && (await isPortFree(plan.port, bind))) return plan.port;
    // Once others know the address, another port is no help to them.
    if (plan.port !== undefined && plan.workspaceId !== undefined) {
      throw new ExpectedError('hub-port-taken', { port: plan.port });
    }
    const port = await findFreePort(FIRST_PORT, bind);
    if (port === undefined) throw new ExpectedError('hub-port-taken', { port: FIRST_PORT });
    return port;
  }

  async function start(plan: HostPlan): Promise<void> {
    await become('starting');
    const isOffice = plan.reach === 'office';
    const bind = isOffice ? '0.0.0.0' : '127.0.0.1';
    const port = await choosePort(plan, bind);
    await file.write({ ...plan, isOn: true, port });
    const run = program([
      ...['--data', dataFolder, '--port', String(port), '--bind', bind],
      ...(isOffice ? ['--plain-http-on-this-network'] : []),
    ]);
    await untilReady(run);
    const startedAt = Date.now();
    const stopWatch = watchHealth(`http://127.0.0.1:${port}`, () => run.kill());
    running = { run, port, startedAt, stopWatch };
    void run.exited.then((code) => onExit(run, code));
    await become('running');
  }

  /** It ended without being asked to: it is started again, a few times. */
  function onExit(run: ProgramRun, code: number): void {
    if (running?.run !== run) return;
    running.stopWatch();
    if (Date.now() - running.startedAt > SOUND_MS) restarts = 0;
    running = undefined;
    if (isEnding) return;
    logFailure('hub-exited', new Error(`code ${code}`));
    restarts += 1;
    if (restarts > MAX_RESTARTS) {
      void become('failed', 'hub-not-started');
      return;
    }
    void become('starting');
    restartTimer = setTimeout(() => void resume(), RESTART_MS * 2 ** (restarts - 1));
  }

  async function startOrFail(plan: HostPlan): Promise<HostedHub> {
    try {
      await start(plan);
      return await read();
    } catch (error) {
      const code = error instanceof ExpectedError ? error.code : 'hub-not-started';
      logFailure('hub-not-started', error);
      await become('failed', code);
      throw error instanceof ExpectedError ? error : new ExpectedError(code);
    }
  }

  async function halt(): Promise<void> {
    clearTimeout(restartTimer);
    const halted = running;
    running = undefined;
    if (!halted) return;
    halted.stopWatch();
    halted.run.stop();
    const hasEnded = halted.run.exited.then(() => true);
    if (!(await Promise.race([hasEnded, delay(STOP_MS).then(() => false)]))) halted.run.kill();
  }

  const resume = () =>
    inTurn(async () => {
      const plan = await file.read();
      if (!plan.isOn || running || isEnding) return;
      // The failure is in the log and in what the page shows; nobody waits for this start.
      await startOrFail(plan).catch(() => undefined);
    });

  /** A process of Electron's does not end by itself once its work is done: its answer is the end. */
  async function command(args: readonly string[], schema: z.ZodType): Promise<unknown> {
    const run = program([...args, '--data', dataFolder]);
    const answer = new Promise<unknown>((resolve) => {
      run.onLine((line) => {
        const read = schema.safeParse(readJson(line));
        if (read.success) resolve(read.data);
      });
    });
    const nothing = Promise.race([run.exited, delay(COMMAND_MS)]).then(() => undefined);
    const found = await Promise.race([answer, nothing]);
    run.kill();
    if (found === undefined) throw new ExpectedError('hub-not-started');
    return found;
  }

  return {
    read,
    resume,
    host: (reach) =>
      inTurn(async () => {
        const plan = await file.read();
        if (running && plan.reach === reach) return read();
        await halt();
        restarts = 0;
        return startOrFail({ ...plan, reach });
      }),
    inviteOwner: (name) =>
      inTurn(async () => {
        if (!running) throw new ExpectedError('hub-not-started');
        const url = `http://127.0.0.1:${running.port}`;
        const plan = await file.read();
        let { workspaceId } = plan;
        if (workspaceId === undefined) {
          const made = await command(['create-workspace', name], workspaceLine);
          workspaceId = workspaceLine.parse(made).id;
          await file.write({ ...plan, workspaceId });
        }
        const invited = await command(
          ['invite', '--workspace', workspaceId, '--role', 'owner', '--hours', '1', '--url', url],
          inviteAnswer,
        );
        return { url, code: inviteAnswer.parse(invited).code, workspaceId };
      }),
    stop: () =>
      inTurn(async () => {
        await halt();
        await file.write({ ...(await file.read()), isOn: false });
        return become('off');
      }),
    end: () => {
      isEnding = true;
      return inTurn(halt);
    },
  };
}

async function untilReady(run: ProgramRun): Promise<void> {
  const ready = new Promise<'ready'>((resolve) => {
    run.onLine((line) => {
      if (READY.test(line)) resolve('ready');
    });
  });
  const outcome = await Promise.race([ready, run.exited, delay(START_MS).then(() => 'late')]);
  if (outcome === 'ready') return;
  run.kill();
  throw new ExpectedError('hub-not-started');
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const delay = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
