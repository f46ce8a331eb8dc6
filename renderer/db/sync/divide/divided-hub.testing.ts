import { type Grant, HUB_LIMITS, type MeAnswer, type PushResult } from '@shared/contracts/hub-http';
import type { HubPort } from '@shared/sync/hub-port';
import { maySee } from '@shared/sync/scopes';
import { decodeFrames, encodeFrame, type Frame } from '@shared/sync/wire';
import { StateHub } from '../state/state-hub.testing';

/** A log in memory that shows each seat the parts that it may see, beside the workspace's states. */
export class DividedHub {
  readonly states = new StateHub();
  private readonly log: Frame[][] = [];
  private readonly staged = new Map<string, Frame[]>();
  private readonly numbers = new Map<string, number>();

  me(grants: Grant[]): MeAnswer {
    return { ...this.states.me(grants), isDivided: true, head: this.log.length };
  }

  /** `onPart` hears of every part that the seat is shown. */
  seat(grants: Grant[], onPart: (body: Uint8Array) => void = () => undefined): HubPort {
    const shown = (frame: Frame): Frame => {
      const parts = frame.parts.filter((_, n) =>
        maySee(grants, frame.header.parts[n]?.scopes ?? []),
      );
      for (const { body } of parts) onPart(body);
      const heads = frame.header.parts.filter(({ scopes }) => maySee(grants, scopes));
      return { header: { ...frame.header, parts: heads }, parts };
    };
    return {
      ...this.states.seat(grants),
      me: async () => this.me(grants),
      push: async (bytes) => ({
        results: [...decodeFrames(bytes.slice(), HUB_LIMITS.header)].map((f) => this.take(f)),
        head: this.log.length,
      }),
      pull: async ({ since, piece, limit }) => {
        const frames = this.log
          .slice(since, since + limit)
          .flatMap((pieces, n) => (n === 0 ? pieces.slice(piece) : pieces))
          .map((f) => encodeFrame(shown(f)));
        const bytes = new Uint8Array(frames.reduce((sum, frame) => sum + frame.byteLength, 0));
        let at = 0;
        for (const frame of frames) {
          bytes.set(frame, at);
          at += frame.byteLength;
        }
        return { frames: bytes, head: this.log.length };
      },
    };
  }

  private take(frame: Frame): PushResult {
    const { op, piece } = frame.header;
    const at = { opId: op.id, ...(piece && { piece: piece.n }) };
    const known = this.numbers.get(op.id);
    if (known !== undefined) return { ...at, result: 'duplicate', seq: known };
    const pieces = [...(this.staged.get(op.id) ?? []), frame];
    this.staged.set(op.id, pieces);
    if (piece && pieces.length < piece.of) return { ...at, result: 'stored', have: pieces.length };
    const seq = this.log.length + 1;
    this.numbers.set(op.id, seq);
    this.log.push(pieces.map(({ header, parts }) => ({ header: { ...header, seq }, parts })));
    return { ...at, result: 'accepted', seq };
  }
}
