import type { CheckpointManifest, MeAnswer, PushResult, Role } from '@shared/contracts/hub-http';
import { HUB_LIMITS } from '@shared/contracts/hub-http';
import { ExpectedError } from '@shared/lib/errors';
import type { HubPort } from '@shared/sync/hub-port';
import { decodeFrames, encodeFrame, type Frame } from '@shared/sync/wire';

const WORKSPACE = '01a00000-0000-7000-8000-000000000001';

/** A log in memory that numbers whole operations as the hub does; for tests. */
export class MemoryHub {
  readonly log: Frame[][] = [];
  private readonly numbers = new Map<string, number>();
  private readonly staged = new Map<string, Frame[]>();
  /** So many frames go into one answer: a large operation may come in several. */
  framesAtOnce = Number.POSITIVE_INFINITY;
  /** Answers of why an operation is refused, if it is. */
  refuses: (frame: Frame) => 'forbidden' | undefined = () => undefined;

  me(role: Role = 'owner'): MeAnswer {
    return {
      workspaceId: WORKSPACE,
      workspaceName: '测试工作区',
      seatId: '01a00000-0000-7000-8000-000000000002',
      role,
      grants: [{ scope: 'all', canWrite: role !== 'viewer' }],
      isDivided: false,
      head: this.log.length,
      floor: 0,
      grantsVersion: 1,
      logId: 'log',
      now: Date.now(),
    };
  }

  /** The way to it of one laptop. `cut` is asked before each answer: whether it gets lost. */
  port(cut: () => boolean = () => false): HubPort {
    const none = (): never => {
      throw new ExpectedError('not-found');
    };
    const lose = () => {
      if (cut()) throw new ExpectedError('hub-unreachable');
    };
    return {
      me: async () => this.me(),
      push: async (bytes) => {
        const results: PushResult[] = [];
        for (const frame of decodeFrames(bytes.slice(), HUB_LIMITS.header)) {
          results.push(this.take(frame));
        }
        lose();
        return { results, head: this.log.length };
      },
      pull: async ({ since, piece, limit }) => {
        lose();
        const frames = this.log
          .slice(since, since + limit)
          .flatMap((pieces, n) => (n === 0 ? pieces.slice(piece) : pieces))
          .slice(0, this.framesAtOnce)
          .map(encodeFrame);
        const bytes = new Uint8Array(frames.reduce((sum, frame) => sum + frame.byteLength, 0));
        let at = 0;
        for (const frame of frames) {
          bytes.set(frame, at);
          at += frame.byteLength;
        }
        return { frames: bytes, head: this.log.length };
      },
      newestCheckpoint: async (): Promise<CheckpointManifest | undefined> => undefined,
      checkpointPart: async () => none(),
      beginCheckpoint: async () => none(),
      putCheckpointPart: async () => none(),
      finishCheckpoint: async () => none(),
    };
  }

  private take(frame: Frame): PushResult {
    const { op, piece } = frame.header;
    const at = { opId: op.id, ...(piece && { piece: piece.n }) };
    const known = this.numbers.get(op.id);
    if (known !== undefined) return { ...at, result: 'duplicate', seq: known };
    const code = this.refuses(frame);
    if (code) return { ...at, result: 'rejected', refusal: { code } };
    const pieces = this.staged.get(op.id) ?? [];
    if (piece) {
      if (piece.n === pieces.length) pieces.push(frame);
      this.staged.set(op.id, pieces);
      if (pieces.length < piece.of) return { ...at, result: 'stored', have: pieces.length };
    }
    const seq = this.log.length + 1;
    this.numbers.set(op.id, seq);
    this.staged.delete(op.id);
    const whole = piece ? pieces : [frame];
    this.log.push(whole.map(({ header, parts }) => ({ header: { ...header, seq }, parts })));
    return { ...at, result: 'accepted', seq };
  }
}
