import { assertNever, ExpectedError } from '@shared/lib/errors';
import type { BellMessage, MeAnswer } from '../contracts/hub-http';
import { MAX_AHEAD_MS } from './clock';
import { fetchState } from './round/fetch-state';
import { pullLog } from './round/pull-log';
import { PushOwn } from './round/push-own';
import type { RoundParts } from './round/round-parts';

/** An answer of the hub about this seat is believed for so long, unless the bell says otherwise. */
const HEARD_FOR_MS = 60_000;
const MAX_STATES = 3;
const MS_PER_MINUTE = 60_000;

type SessionParts = Omit<RoundParts, 'onProgress' | 'isStopped' | 'nowMs'> &
  Partial<Pick<RoundParts, 'onProgress' | 'isStopped' | 'nowMs'>>;

/**
 * Brings one database and its workspace's hub to agree, round by round: who am I, the state if it is
 * needed, the log to its head, everything own, what came meanwhile. Each step is committed by the
 * `LocalPort` as it is done, so that a round may be cut anywhere and the next goes on from there.
 */
export class SyncSession {
  private readonly parts: RoundParts;
  private readonly pushing: PushOwn;
  private heard: { me: MeAnswer; atMs: number } | undefined;
  private running: Promise<void> | undefined;
  private following: Promise<void> | undefined;

  constructor(parts: SessionParts) {
    this.parts = { isStopped: () => false, nowMs: Date.now, ...parts };
    this.pushing = new PushOwn(this.parts);
  }

  /**
   * One round; `bell` is what the hub's socket said, if that is why. Never two at once: whoever asks
   * while one runs gets the one after it, together with all others who asked. Ends quietly when
   * `isStopped`. Throws the `ExpectedError` (a refusal of the hub's, `hub-unreachable`, `schema-newer`,
   * `clock-ahead` with `minutes`, `state-missing`, `hub-answers-strangely`) for which it is stuck;
   * what could be done in spite of it is done.
   */
  round(bell?: BellMessage): Promise<void> {
    if (!this.running) {
      this.running = this.run(bell).finally(() => {
        this.running = undefined;
      });
      return this.running;
    }
    this.following ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.following = undefined;
        return this.round();
      });
    return this.following;
  }

  private async run(bell: BellMessage | undefined): Promise<void> {
    try {
      await this.steps(bell);
    } catch (error) {
      this.heard = undefined;
      throw error;
    }
  }

  private async steps(bell: BellMessage | undefined): Promise<void> {
    const { local, isStopped, nowMs } = this.parts;
    const { me, isFresh } = await this.meet(bell);
    // Who was heard a moment ago and is not told of news has work of their own to send.
    const isOwnWork = isFresh && bell === undefined;
    const stuck = isOwnWork ? undefined : await this.pull(Math.max(me.head, bell?.head ?? 0));
    if (isStopped()) return;
    const aheadMs = (this.heard?.atMs ?? me.now) - me.now;
    if (aheadMs > MAX_AHEAD_MS) {
      const minutes = Math.round(aheadMs / MS_PER_MINUTE);
      throw stuck ?? new ExpectedError('clock-ahead', { minutes });
    }
    const head = await this.pushing.run();
    if (stuck) throw stuck;
    if (isStopped()) return;
    const late = await this.pull(isOwnWork && head === 0 ? undefined : head);
    if (late) throw late;
    if (!isStopped()) await local.agreed(nowMs());
  }

  private async meet(bell: BellMessage | undefined): Promise<{ me: MeAnswer; isFresh: boolean }> {
    const { local, hub, nowMs } = this.parts;
    const isFresh =
      this.heard !== undefined &&
      Math.abs(nowMs() - this.heard.atMs) < HEARD_FOR_MS &&
      (bell === undefined || bell.grantsVersion === this.heard.me.grantsVersion);
    if (this.heard && isFresh) return { me: { ...this.heard.me, head: 0 }, isFresh };
    const me = await hub.me();
    const place = await local.place();
    if (me.workspaceId !== place.workspaceId) throw new ExpectedError('wrong-workspace');
    const isOtherLog = place.logId !== undefined && place.logId !== me.logId;
    if (isOtherLog || me.head < place.cursor) await local.startOver();
    const isKnown =
      place.logId === me.logId &&
      place.grantsVersion === me.grantsVersion &&
      place.role === me.role &&
      place.isDivided === me.isDivided &&
      place.workspaceName === me.workspaceName;
    if (!isKnown) await local.heardMe(me);
    this.heard = { me, atMs: nowMs() };
    return { me, isFresh: false };
  }

  /**
   * The state where it is needed, then the log to its head (`undefined`: wherever that is); answers
   * why it cannot go on pulling.
   */
  private async pull(head: number | undefined): Promise<ExpectedError | undefined> {
    for (let states = 0; ; states++) {
      const ended = await this.pullOnce(head, states);
      switch (ended) {
        case 'behind-log':
          if (states >= MAX_STATES) throw new ExpectedError('behind-log');
          break;
        case undefined:
          return undefined;
        default:
          if (ended instanceof ExpectedError) return ended;
          return assertNever(ended, 'pulling');
      }
    }
  }

  private async pullOnce(
    head: number | undefined,
    states: number,
  ): Promise<'behind-log' | ExpectedError | undefined> {
    try {
      const { needsCheckpoint } = await this.parts.local.place();
      if (needsCheckpoint || states > 0) await fetchState(this.parts);
      await pullLog(this.parts, head);
      return undefined;
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      if (error.code === 'behind-log') return 'behind-log';
      const { needsCheckpoint } = await this.parts.local.place();
      // Own work still goes out, but not onto a state that is not known yet.
      if (error.code === 'schema-newer' && !needsCheckpoint) return error;
      throw error;
    }
  }
}
