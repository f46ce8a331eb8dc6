import { ExpectedError } from '@shared/lib/errors';
import type { HubPort } from '../hub-port';
import type { RowChange } from '../op';
import { SyncSession } from '../session';
import { nextCommand } from './commands';
import { CALM, Crash, faultyHubPort, faultyLocalPort, type Weather } from './faults';
import { commit, type Disk } from './memory-disk';
import { memoryLocalPort, SCHEMA_VERSION } from './memory-local-port';
import { Random } from './random';

type Parts = {
  name: string;
  hub: HubPort;
  disk: Disk;
  seed: number;
  trueMs: () => number;
  late: (deliver: () => Promise<unknown>) => void;
  /** An operation that the hub confirmed. */
  onAcked: (opId: string) => void;
};

/** One console with its disk, its clock and its way to the hub. */
export class Laptop {
  readonly name: string;
  readonly random: Random;
  weather: Weather = CALM;
  /** How wrong its clock is, and where it stands still. */
  offsetMs = 0;
  frozenMs: number | undefined;
  /** Chance that its user does something between two steps of a round. */
  busy = 0;
  backups: Disk[] = [];
  problems: string[] = [];
  private session: SyncSession;
  private current: Disk;

  constructor(private readonly parts: Parts) {
    this.name = parts.name;
    this.random = new Random(parts.seed);
    this.current = parts.disk;
    this.session = this.open();
  }

  get disk(): Disk {
    return this.current;
  }

  nowMs(): number {
    return this.frozenMs ?? this.parts.trueMs() + this.offsetMs;
  }

  /** Another disk in the same laptop: restored, wiped, or that of another laptop. */
  put(disk: Disk): void {
    this.current = disk;
    this.session = this.open();
  }

  /** The console is closed and opened. */
  restart(): void {
    this.session = this.open();
  }

  command(random = this.random): void {
    const { disk } = this;
    // A laptop that has nothing yet shows that it is fetching, and takes no commands.
    if (disk.place.needsCheckpoint) return;
    const { command, changes } = nextCommand(disk, random);
    const pieces = random.chance(0.3) ? 2 + random.int(2) : 1;
    if (changes.length > 0) this.write(changes, { command, pieces, opId: random.uuid() });
  }

  write(
    changes: RowChange[],
    { command = 'edit', pieces = 1, opId = this.random.uuid() } = {},
  ): void {
    commit(this.disk, { command, changes }, { opId, atMs: this.nowMs(), pieces });
  }

  /** A round as the console runs it: what stops it is kept, a crash begins it anew. */
  async round(): Promise<void> {
    try {
      await this.session.round();
      this.problems.push('none');
    } catch (error) {
      if (error instanceof Crash) this.session = this.open();
      else if (error instanceof ExpectedError) this.problems.push(error.code);
      else throw error;
    }
  }

  private open(): SyncSession {
    const { hub, late, onAcked } = this.parts;
    const { random } = this;
    const disk = this.current;
    const nowMs = () => this.nowMs();
    const weather = () => this.weather;
    const memory = memoryLocalPort({ disk, random, nowMs });
    const local = faultyLocalPort(memory, {
      weather,
      random,
      between: () => {
        if (random.chance(this.busy)) this.command();
      },
    });
    const heard = {
      ...local,
      answered: async (...[sent, results]: Parameters<typeof local.answered>) => {
        await local.answered(sent, results);
        for (const { opId, result } of results) {
          if (result === 'accepted' || result === 'duplicate') onAcked(opId);
        }
      },
    };
    return new SyncSession({
      local: heard,
      hub: faultyHubPort(hub, { weather, random, late }),
      schemaVersion: SCHEMA_VERSION,
      nowMs,
    });
  }
}
