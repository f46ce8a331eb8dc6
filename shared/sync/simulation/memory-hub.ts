import { ExpectedError } from '@shared/lib/errors';
import {
  type CheckpointManifest,
  HUB_LIMITS,
  type PushResult,
  type Refusal,
} from '../../contracts/hub-http';
import { MAX_AHEAD_MS } from '../clock';
import type { HubPort } from '../hub-port';
import { decodeFrames, encodeFrame, type Frame } from '../wire';
import { joinBytes } from './body';
import { POISON } from './commands';

type Logged = { seq: number; frames: Frame[] };
type State = CheckpointManifest & { bytes: Uint8Array<ArrayBuffer>[] };
type Kept = {
  log: Logged[];
  ids: Map<string, number>;
  writers: Map<string, number>;
  floor: number;
  state: State | undefined;
  logId: string;
};

const HLC_MS_DIGITS = 9;
const PULL_BYTES = 6000;

/** A hub in memory with what a real one promises: a gap-free log in which every operation is once. */
export class MemoryHub {
  readonly workspaceId = 'w';
  private kept: Kept = {
    log: [],
    ids: new Map(),
    writers: new Map(),
    floor: 0,
    state: undefined,
    logId: 'log-1',
  };
  private staged = new Map<string, Map<number, Frame>>();
  private begun = new Map<string, { state: State; bytes: Map<number, Uint8Array<ArrayBuffer>> }>();
  private made = 0;
  /** Everything that ever entered the log, also what it dropped since. */
  readonly history: Logged[] = [];
  rewinds = 0;

  constructor(private readonly nowMs: () => number) {}

  get head(): number {
    return this.kept.log.at(-1)?.seq ?? this.kept.floor;
  }

  get hasState(): boolean {
    return this.kept.state !== undefined;
  }

  port(seatId: string): HubPort {
    return {
      me: async () => ({
        workspaceId: this.workspaceId,
        workspaceName: 'W',
        seatId,
        role: 'leader',
        grants: [{ scope: 'all', canWrite: true }],
        isDivided: false,
        head: this.head,
        floor: this.kept.floor,
        grantsVersion: 1,
        logId: this.kept.logId,
        now: this.nowMs(),
      }),
      push: async (bytes) => {
        const results: PushResult[] = [];
        for (const frame of decodeFrames(bytes, HUB_LIMITS.header)) {
          const result = this.accept(frame);
          results.push(result);
          const code = result.refusal?.code;
          // What follows it of the same database must not overtake it.
          if (code === 'device-cloned' || code === 'clock-ahead') break;
        }
        return { results, head: this.head };
      },
      pull: async ({ since, piece, limit }) => this.pull(since, piece, limit),
      newestCheckpoint: async () => this.kept.state && { ...this.kept.state },
      checkpointPart: async (id, n) => {
        const bytes = this.kept.state?.id === id ? this.kept.state.bytes[n] : undefined;
        if (!bytes) throw new ExpectedError('not-found');
        return bytes;
      },
      beginCheckpoint: async ({ atSeq, schemaVersion, isDivided }) => {
        const id = `state-${++this.made}`;
        const state = { id, atSeq, schemaVersion, isDivided, madeAt: 0, parts: [], bytes: [] };
        this.begun.set(id, { state, bytes: new Map() });
        return { id };
      },
      putCheckpointPart: async (id, n, bytes) => {
        this.begun.get(id)?.bytes.set(n, bytes);
      },
      finishCheckpoint: async (id, parts) => this.finish(id, parts),
    };
  }

  private accept(frame: Frame): PushResult {
    const { op, piece } = frame.header;
    const named = { opId: op.id, ...(piece && { piece: piece.n }) };
    const rejected = (code: Refusal['code']): PushResult => ({
      ...named,
      result: 'rejected',
      refusal: { code },
    });
    const known = this.kept.ids.get(op.id);
    if (known !== undefined) return { ...named, result: 'duplicate', seq: known };
    if (op.command === POISON) return rejected('malformed');
    if (op.seq <= (this.kept.writers.get(op.deviceId) ?? 0)) return rejected('device-cloned');
    const stampMs = Number.parseInt(op.hlc.slice(0, HLC_MS_DIGITS), 36);
    if (stampMs > this.nowMs() + MAX_AHEAD_MS) return rejected('clock-ahead');
    if (piece) {
      const pieces = this.staged.get(op.id) ?? new Map<number, Frame>();
      this.staged.set(op.id, pieces.set(piece.n, frame));
      let have = 0;
      while (pieces.has(have)) have++;
      if (have < piece.of) return { ...named, result: 'stored', have };
    }
    const staged = [...(this.staged.get(op.id) ?? [])].sort(([a], [b]) => a - b);
    this.staged.delete(op.id);
    const seq = this.head + 1;
    const frames = piece ? staged.map(([, it]) => it) : [frame];
    const logged = {
      seq,
      frames: frames.map((it) => ({ ...it, header: { ...it.header, seq } })),
    };
    this.kept.log.push(logged);
    this.history.push(logged);
    this.kept.ids.set(op.id, seq);
    this.kept.writers.set(op.deviceId, op.seq);
    return { ...named, result: 'accepted', seq };
  }

  private pull(since: number, piece: number, limit: number) {
    if (since < this.kept.floor) throw new ExpectedError('behind-log');
    const frames: Uint8Array[] = [];
    let size = 0;
    const after = this.kept.log.filter(({ seq }) => seq > since).slice(0, limit);
    for (const logged of after) {
      const skip = logged.seq === since + 1 ? piece : 0;
      for (const frame of logged.frames.slice(skip)) {
        const bytes = encodeFrame(frame);
        size += bytes.byteLength;
        if (frames.length > 0 && size > PULL_BYTES) {
          return { frames: joinBytes(frames), head: this.head };
        }
        frames.push(bytes);
      }
    }
    return { frames: joinBytes(frames), head: this.head };
  }

  private finish(id: string, parts: number): void {
    const begun = this.begun.get(id);
    this.begun.delete(id);
    if (!begun || begun.bytes.size !== parts) throw new ExpectedError('malformed');
    if (begun.state.atSeq > this.head) throw new ExpectedError('malformed');
    if (begun.state.atSeq < (this.kept.state?.atSeq ?? 0)) return;
    const bytes = [...begun.bytes].sort(([a], [b]) => a - b).map(([, it]) => it);
    const list = bytes.map(({ byteLength }, n) => ({ n, bytes: byteLength }));
    this.kept.state = { ...begun.state, bytes, parts: list };
  }

  /** Drops the log that the newest state stands for. */
  trim(): void {
    const { state } = this.kept;
    if (!state) return;
    this.kept.floor = state.atSeq;
    this.kept.log = this.kept.log.filter(({ seq }) => seq > state.atSeq);
  }

  /** Pieces that wait for their rest are not kept for ever, and not over a restart. */
  restart(): void {
    this.staged.clear();
    this.begun.clear();
  }

  backup(): () => void {
    const { log, ids, writers, ...rest } = this.kept;
    const kept = { ...rest, log: [...log], ids: new Map(ids), writers: new Map(writers) };
    return () => {
      this.rewinds++;
      this.kept = {
        ...kept,
        log: [...kept.log],
        ids: new Map(kept.ids),
        writers: new Map(kept.writers),
        logId: `log-${this.rewinds + 1}`,
      };
      this.restart();
    };
  }
}
