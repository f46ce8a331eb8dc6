import { ExpectedError } from '@shared/lib/errors';
import type { PushAnswer, PushResult, Refusal } from '../../contracts/hub-http';
import { MAX_AHEAD_MS } from '../clock';
import type { Outgoing } from '../local-port';
import type { RoundParts } from './round-parts';

const MAX_BYTES = 4 * 1024 * 1024;
/** So often in one round what the hub refuses for now is mended before it is said. */
const MAX_MENDED = 5;
const MS_PER_MINUTE = 60_000;

type Sent = Outgoing['sent'];

/** Refused for what the operation is: it is set aside, and the rest goes on. All others stop the round. */
const POISONED = new Set<string>([
  'forbidden',
  'scope-denied',
  'malformed',
  'too-large',
  'not-found',
]);
/** A whole request is refused so for a single frame; which one shows when they are sent one by one. */
const isPoison = ({ code }: ExpectedError): boolean => code === 'malformed' || code === 'too-large';

/** Sends what is own and unsent, oldest first, and goes on where it was cut. */
export class PushOwn {
  private at = { seq: 0, pieces: 0 };
  /** The operation that the hub has in part, as long as this console runs. */
  private partly: string | undefined;
  private mended = 0;
  private head = 0;
  private bytes = 0;

  constructor(private readonly parts: RoundParts) {}

  /** Answers the newest number of the log that the hub named, 0 if it was not asked. */
  async run(): Promise<number> {
    this.mended = 0;
    this.head = 0;
    this.bytes = 0;
    // Only now: what had arrived there in spite of a lost answer has come back with the log.
    const { isCloned } = await this.parts.local.place();
    if (isCloned) await this.parts.local.renew('cloned');
    await this.find();
    let maxBytes = MAX_BYTES;
    while (!this.parts.isStopped()) {
      const { frames, sent } = await this.parts.local.outgoing(this.at, maxBytes);
      if (sent.length === 0) break;
      const answer = await this.send(frames);
      if (!(answer instanceof ExpectedError)) {
        await this.hear(sent, answer);
        maxBytes = MAX_BYTES;
      } else if (isPoison(answer) && sent.length > 1) maxBytes = 1;
      else await this.stumble(sent, answer);
      this.bytes += frames.byteLength;
      this.parts.onProgress?.({ kind: 'push', done: this.bytes });
    }
    return this.head;
  }

  /** Goes on in the middle of an operation only if it is still the next to be sent. */
  private async find(): Promise<void> {
    const { local } = this.parts;
    const { ackedSeq } = await local.place();
    const { pieces } = this.at;
    this.at = { seq: ackedSeq, pieces: 0 };
    if (pieces === 0) return;
    const { sent } = await local.outgoing(this.at, 1);
    if (sent[0]?.opId === this.partly) this.at.pieces = pieces;
  }

  private async send(frames: Outgoing['frames']): Promise<PushAnswer | ExpectedError> {
    try {
      return await this.parts.hub.push(frames);
    } catch (error) {
      if (error instanceof ExpectedError) return error;
      throw error;
    }
  }

  /** The whole request was refused. */
  private async stumble(sent: Sent, error: ExpectedError): Promise<void> {
    const [only] = sent;
    if (isPoison(error) && only) {
      const { opId, piece } = only;
      const refusal: Refusal = { code: error.code === 'malformed' ? 'malformed' : 'too-large' };
      await this.settle(sent, [{ opId, piece: piece?.n, result: 'rejected', refusal }]);
    } else await this.mend(error.code, error.data);
  }

  private async hear(sent: Sent, { results, head }: PushAnswer): Promise<void> {
    const isAboutThem =
      results.length > 0 &&
      results.length <= sent.length &&
      results.every(
        ({ opId, piece }, n) => opId === sent[n]?.opId && (piece ?? 0) === (sent[n]?.piece?.n ?? 0),
      );
    if (!isAboutThem) throw new ExpectedError('hub-answers-strangely');
    const { cursor } = await this.parts.local.place();
    // New in the log, yet under a number that was known: the log is another one by now.
    if (results.some(({ result, seq = 0 }) => result === 'accepted' && seq <= cursor)) {
      throw new ExpectedError('hub-rewound');
    }
    this.head = Math.max(this.head, head);
    const stop = results.findIndex(
      ({ result, refusal }) => result === 'rejected' && !POISONED.has(refusal?.code ?? 'malformed'),
    );
    await this.settle(sent, stop < 0 ? results : results.slice(0, stop));
    const refusal = results[stop]?.refusal;
    if (refusal) await this.mend(refusal.code, refusal.data);
  }

  private async settle(sent: Sent, results: readonly PushResult[]): Promise<void> {
    const heard = sent.slice(0, results.length);
    if (heard.length > 0) await this.parts.local.answered(heard, results);
    for (const [n, { opId, seq, piece }] of heard.entries()) {
      const answer = results[n];
      if (answer?.result === 'stored' && piece) {
        const have = Math.min(answer.have ?? piece.n + 1, piece.of - 1);
        // Pieces may be lost there; not so often that this never ends.
        if (have <= piece.n) this.count('hub-answers-strangely');
        this.at = { seq: seq - 1, pieces: have };
        this.partly = opId;
      } else this.at = { seq, pieces: 0 };
    }
  }

  private count(code: string, data?: ExpectedError['data']): void {
    this.mended++;
    if (this.mended > MAX_MENDED) throw new ExpectedError(code, data);
  }

  private async mend(code: string, data: ExpectedError['data'] = {}): Promise<void> {
    this.count(code, data);
    const { local, hub, nowMs } = this.parts;
    if (code === 'device-cloned') await local.renew('cloned');
    else if (code === 'must-divide') await local.heardMe(await hub.me());
    else if (code === 'clock-ahead') {
      const { now } = await hub.me();
      const aheadMs = nowMs() - now;
      if (aheadMs > MAX_AHEAD_MS) {
        throw new ExpectedError(code, { minutes: Math.round(aheadMs / MS_PER_MINUTE) });
      }
      await local.renew('clock');
    } else throw new ExpectedError(code, data);
    this.at = { seq: 0, pieces: 0 };
    await this.find();
  }
}
