import type { HubPort } from '../hub-port';
import type { SyncPlace } from '../local-port';
import { encodeState } from './body';
import { checkAgreed, checkLog, Watcher } from './check';
import { CALM } from './faults';
import { Laptop } from './laptop';
import { copyOf, type Disk, newDisk } from './memory-disk';
import { MemoryHub } from './memory-hub';
import { isUnsent, SCHEMA_VERSION } from './memory-local-port';
import { Random } from './random';
import type { Key, Records } from './records';
import { type Schedule, type Step, scheduleOf } from './schedule';

/** A hub of somebody else's, over which the same laptops agree; without it one in memory is used. */
type OtherHub = {
  workspaceId: string;
  /** One seat for each laptop of the schedule; the first is the owner's. */
  portFor(laptop: number): Promise<HubPort>;
};

type RunOptions = { hub?: OtherHub; startMs?: number; schedule?: Schedule };

const START_MS = 1_760_000_000_000;
const QUIET_ROUNDS = 14;
const MINUTE_MS = 60_000;

/**
 * Plays the schedule of this number to its end, then lets everybody come to rest. Throws at the first
 * thing that must never be: half of an operation seen, a write or a read gone back, laptops that differ
 * after quiet, a confirmed operation that is not in the log, or there twice.
 */
export async function runSchedule(seed: number, options: RunOptions = {}): Promise<void> {
  const schedule = options.schedule ?? scheduleOf(seed);
  const world = await World.open(schedule, options);
  for (const step of schedule.steps) await world.play(step);
  await world.quiet();
  world.check();
}

class World {
  private readonly random: Random;
  private readonly watcher = new Watcher();
  private readonly acked = new Set<string>();
  private readonly laptops: Laptop[] = [];
  private late: (() => Promise<unknown>)[] = [];
  private hubBackup: (() => void) | undefined;
  private passedMs = 0;

  private constructor(
    private readonly schedule: Schedule,
    private readonly startMs: number,
    private readonly memory: MemoryHub | undefined,
    private readonly ports: HubPort[],
    private readonly start: Records,
  ) {
    this.random = new Random(schedule.seed);
  }

  static async open(schedule: Schedule, { hub, startMs = START_MS }: RunOptions): Promise<World> {
    let world: World | undefined;
    const memory = hub ? undefined : new MemoryHub(() => world?.trueMs() ?? startMs);
    const ports: HubPort[] = [];
    for (let n = 0; n < schedule.laptops; n++) {
      const port = memory ? memory.port(`seat-${n}`) : await hub?.portFor(n);
      if (port) ports.push(port);
    }
    const start = beginning();
    world = new World(schedule, startMs, memory, ports, start);
    await world.settle(hub?.workspaceId ?? memory?.workspaceId ?? '');
    return world;
  }

  /** The owner sends what they have; the others have nothing, or bring something of their own. */
  private async settle(workspaceId: string): Promise<void> {
    for (const [n, hub] of this.ports.entries()) {
      const disk = newDisk(this.random.uuid(), placeOf(workspaceId, n));
      if (n === 0) {
        disk.place.needsCheckpoint = false;
        disk.agreed = new Map(this.start);
        disk.held = new Map(this.start);
        await sendState(disk, hub);
      } else if (this.random.chance(0.3)) disk.former = brought(n, this.random);
      const laptop = new Laptop({
        name: `laptop ${n}`,
        hub,
        disk,
        seed: this.schedule.seed * 31 + n,
        trueMs: () => this.trueMs(),
        late: (deliver) => this.late.push(deliver),
        onAcked: (id) => this.acked.add(id),
      });
      laptop.weather = { ...CALM, ...this.schedule.faults };
      laptop.busy = this.random.chance(0.5) ? 0.05 : 0;
      this.laptops.push(laptop);
    }
  }

  private trueMs(): number {
    return this.startMs + this.passedMs;
  }

  async play({ kind, laptop: n, seed }: Step): Promise<void> {
    const laptop = this.laptops[n];
    if (!laptop) return;
    const random = new Random(seed);
    this.passedMs += random.int(400);
    switch (kind) {
      case 'command':
        laptop.command(random);
        break;
      case 'burst':
        for (let left = 2 + random.int(5); left > 0; left--) laptop.command(random);
        break;
      case 'sync':
        await laptop.round();
        break;
      case 'syncMany': {
        const some = this.laptops.filter(() => random.chance(0.5));
        await Promise.all(some.map((it) => it.round()));
        break;
      }
      case 'late':
        await this.deliver();
        break;
      case 'time':
        this.passedMs += random.int(5000);
        break;
      default:
        await this.disturb(kind, laptop, random);
    }
    const isOne = kind !== 'syncMany';
    for (const it of isOne ? [laptop] : this.laptops) this.look(it);
  }

  private look(laptop: Laptop): void {
    this.watcher.look(laptop, !this.memory || this.memory.rewinds === 0);
  }

  private async disturb(kind: Step['kind'], laptop: Laptop, random: Random): Promise<void> {
    if (kind === 'cut') laptop.weather.cut = random.chance(0.5) ? 'both' : 'answers';
    else if (kind === 'mend') laptop.weather.cut = 'no';
    else if (kind === 'clock') turnClock(laptop, random);
    else if (kind === 'backup') laptop.backups.push(copyOf(laptop.disk));
    else if (kind === 'restore') {
      const copy = random.pick(laptop.backups);
      if (copy) laptop.put({ ...copyOf(copy), deviceId: random.uuid() });
    } else if (kind === 'wipe') {
      const { workspaceId } = laptop.disk.place;
      if (laptop !== this.laptops[0])
        laptop.put(newDisk(random.uuid(), placeOf(workspaceId, this.laptops.indexOf(laptop))));
    } else if (kind === 'clone') {
      const other = random.pick(this.laptops);
      if (other && other !== laptop) laptop.put(copyOf(other.disk));
    } else if (kind === 'sendState') await this.sendNewState(laptop, random);
    else this.disturbHub(kind);
  }

  private disturbHub(kind: Step['kind']): void {
    if (kind === 'hubRestart') this.memory?.restart();
    else if (kind === 'hubBackup') this.hubBackup = this.memory?.backup();
    else if (kind === 'hubRewind') {
      // Copies of requests that were under way are answered by nobody then.
      if (this.hubBackup) this.late = [];
      this.hubBackup?.();
      this.hubBackup = undefined;
    }
  }

  private async sendNewState(laptop: Laptop, random: Random): Promise<void> {
    const { disk } = laptop;
    const port = this.ports[this.laptops.indexOf(laptop)];
    if (!port || disk.place.needsCheckpoint || laptop.weather.cut !== 'no') return;
    const { logId } = await port.me();
    if (logId !== disk.place.logId) return;
    await sendState(disk, port);
    if (random.chance(0.7)) this.memory?.trim();
  }

  private async deliver(): Promise<void> {
    const [first, ...rest] = this.late;
    this.late = rest;
    // Nobody waits for the answer any more.
    await first?.().catch(() => undefined);
  }

  /** Everything works again, all clocks are right: after a few rounds nothing may be left to do. */
  async quiet(): Promise<void> {
    while (this.late.length > 0) await this.deliver();
    for (const laptop of this.laptops) {
      laptop.weather = CALM;
      laptop.offsetMs = 0;
      laptop.frozenMs = undefined;
      laptop.busy = 0;
    }
    for (let left = QUIET_ROUNDS; left > 0; left--) {
      this.passedMs += 1000;
      // Which log it is has to be asked anew: after a while, or (time is not ours there) after a start.
      if (this.memory && left === QUIET_ROUNDS) this.passedMs += 45 * MINUTE_MS;
      for (const laptop of this.laptops) {
        if (!this.memory) laptop.restart();
        await laptop.round();
        this.look(laptop);
      }
      const cursors = new Set(this.laptops.map(({ disk }) => disk.place.cursor));
      const isIdle = this.laptops.every(({ disk }) => !disk.own.some(isUnsent));
      if (isIdle && cursors.size === 1) return;
    }
  }

  check(): void {
    checkAgreed(this.laptops);
    const [first] = this.laptops;
    if (!this.memory || !first || this.memory.rewinds > 0) return;
    checkLog(this.memory, this.acked, this.start, first.disk.held, this.random);
  }
}

export function placeOf(workspaceId: string, n: number): SyncPlace {
  return {
    workspaceId,
    workspaceName: 'W',
    seatId: `seat-${n}`,
    hubUrl: 'http://127.0.0.1',
    role: 'leader',
    grants: [{ scope: 'all', canWrite: true }],
    grantsVersion: 0,
    isDivided: false,
    cursor: 0,
    piecesHere: 0,
    ackedSeq: 0,
    needsCheckpoint: true,
  };
}

function beginning(): Records {
  const records: Records = new Map();
  const put = (key: Key, row: Record<string, unknown>) =>
    records.set(key, { row: { id: key.slice(key.indexOf(':') + 1), ...row } });
  put('settings:pair.a', { value: 0 });
  put('settings:pair.b', { value: 0 });
  for (const n of [1, 2, 3]) put(`members:0000000${n}-0000-7000-a000-000000000000`, { a: n });
  return records;
}

/** What a laptop had of its own before it joined; some of it others have too, from one backup. */
function brought(n: number, random: Random): Records {
  const own = random.uuid();
  const shared = `0000000${4 + random.int(2)}-0000-7000-a000-000000000000`;
  const setting = `s${random.int(3)}`;
  return new Map([
    [`members:${own}`, { row: { id: own, a: n } }],
    [`members:${shared}`, { row: { id: shared, a: n, b: random.int(3) } }],
    [`settings:${setting}`, { row: { id: setting, b: n } }],
  ]);
}

function turnClock(laptop: Laptop, random: Random): void {
  laptop.frozenMs = undefined;
  const kind = random.weighted({ stopped: 1, wrong: 2, farAhead: 1 });
  if (kind === 'stopped') laptop.frozenMs = laptop.nowMs();
  else if (kind === 'farAhead') laptop.offsetMs = random.int(30 * MINUTE_MS);
  else laptop.offsetMs = random.int(8 * MINUTE_MS) - 4 * MINUTE_MS;
}

export async function sendState(disk: Disk, hub: HubPort): Promise<void> {
  const states = [...disk.agreed];
  const half = Math.ceil(states.length / 2);
  const atSeq = disk.place.cursor;
  const start = { atSeq, schemaVersion: SCHEMA_VERSION, isDivided: false, isErasing: false };
  const { id } = await hub.beginCheckpoint(start);
  for (const [n, part] of [states.slice(0, half), states.slice(half)].entries()) {
    await hub.putCheckpointPart(id, n, encodeState(part));
  }
  await hub.finishCheckpoint(id, 2);
}
