import type { BellMessage } from '@shared/contracts/hub-http';
import type { EntityName } from '@shared/domain/registry';
import { ExpectedError } from '@shared/lib/errors';
import type { HubPort } from '@shared/sync/hub-port';
import type { Op } from '@shared/sync/op';
import { SyncSession } from '@shared/sync/session';
import type { SyncStatus } from '@shared/sync/sync-status';
import { recallOnDevice } from '@/db/device-memory';
import { CURRENT_SCHEMA_VERSION } from '@/db/schema';
import { ERASED_UP_TO } from '@/db/write/scrub-past';
import type { Heart } from '../data-worker-api';
import { type Eraser, openLocalPort } from './open-local-port';
import { isPassing, retryDelayMs } from './retry.rules';
import { StateSender } from './state-sender';
import { composeStatus } from './status-keeper';
import { SyncFacts } from './sync-facts';
import type { SyncDoor } from './sync-types';

/** Several commits in a row go together. */
const AFTER_COMMIT_MS = 30;
/** Without a word from anybody. */
const IDLE_MS = 60_000;
/** The line was lost: whether the hub is gone, or only the line, the next round tells. */
const AFTER_LOSS_MS = 300;
const RECOUNT_MS = 1_000;

export type DriverParts = {
  heart: Heart;
  hub: HubPort;
  door: Pick<SyncDoor, 'erased' | 'report' | 'openBell'>;
  eraser: Eraser;
  onStatus: (status: SyncStatus) => void;
  random?: () => number;
};

/**
 * Says when rounds are run: after commits, when the bell rings, when the network is back, once a minute,
 * and later and later while they fail. Commands never wait for a round; a round may end anywhere.
 */
export class SyncDriver {
  readonly facts: SyncFacts;
  private readonly session: SyncSession;
  private readonly state: StateSender;
  private running: Promise<void> | undefined;
  private isWantedAgain = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueAt = Number.POSITIVE_INFINITY;
  private bell: BellMessage | undefined;
  private failures = 0;
  private isStopped = false;
  private hasEnded = false;
  private countedAt = 0;
  private readonly random: () => number;

  constructor(private readonly parts: DriverParts) {
    const { heart, hub } = parts;
    this.random = parts.random ?? Math.random;
    const isStopped = () => this.isStopped || this.hasEnded;
    const onProgress = (progress: NonNullable<SyncStatus['progress']>) => this.onProgress(progress);
    this.facts = new SyncFacts(heart.db);
    this.state = new StateSender({ ...heart, hub, onProgress, isStopped, random: this.random });
    this.session = new SyncSession({
      local: openLocalPort(heart, parts.eraser),
      hub,
      schemaVersion: CURRENT_SCHEMA_VERSION,
      onProgress,
      isStopped,
    });
  }

  async start(): Promise<void> {
    await Promise.all([this.facts.look(), this.facts.lookAtOverwritten()]);
    this.tell();
    await this.parts.door.openBell();
    this.soon(0);
  }

  /** Ends for good; a round under way stops at its next step. */
  end(): void {
    this.hasEnded = true;
    clearTimeout(this.timer);
  }

  /** Leaves the round where it is; the next goes on from there. */
  stop(): void {
    this.isStopped = true;
  }

  /** A round at once, whatever is waited for; resolves when it is done, however it ended. */
  async now(): Promise<void> {
    this.isStopped = false;
    clearTimeout(this.timer);
    this.dueAt = Number.POSITIVE_INFINITY;
    if (this.running) await this.running;
    await this.run();
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    if (this.hasEnded) return;
    void this.afterCommit(op, entities).catch((error: unknown) => this.report(error));
  }

  rang(bell: BellMessage): void {
    this.bell = bell;
    this.isStopped = false;
    this.soon(0);
  }

  lineIs(isOpen: boolean): void {
    if (isOpen) this.failures = 0;
    this.soon(isOpen ? 0 : AFTER_LOSS_MS);
  }

  /** Cuts the workspace by who may see what; before the first seat whose sight is narrow. */
  async divide(): Promise<void> {
    await this.state.divide(() => this.session.round());
    await this.refresh();
  }

  /** Something of what the status says was changed beside a round. */
  async refresh(): Promise<void> {
    await this.facts.look();
    this.tell();
  }

  private async afterCommit(op: Op, entities: readonly EntityName[]): Promise<void> {
    if (entities.includes('overwritten')) await this.facts.lookAtOverwritten(entities);
    await this.state.heard(op);
    this.facts.wrote(op);
    this.tell();
    if (op.isPulled) return;
    // What is sent is in the journal first: nobody else knows more of this laptop than it does.
    await this.parts.heart.journal.flush();
    if (this.failures === 0) this.soon(AFTER_COMMIT_MS);
  }

  /** The next round begins so long from now at the latest. */
  private soon(delayMs: number): void {
    if (this.hasEnded) return;
    if (this.running) {
      this.isWantedAgain = true;
      return;
    }
    const at = Date.now() + delayMs;
    if (this.dueAt <= at) return;
    clearTimeout(this.timer);
    this.dueAt = at;
    this.timer = setTimeout(() => void this.run(), delayMs);
  }

  private run(): Promise<void> {
    if (this.hasEnded) return Promise.resolve();
    this.dueAt = Number.POSITIVE_INFINITY;
    this.running ??= this.once().finally(() => {
      this.running = undefined;
      this.planNext();
    });
    return this.running;
  }

  private planNext(): void {
    const isWanted = this.isWantedAgain;
    this.isWantedAgain = false;
    if (this.hasEnded) return;
    const delayMs = this.failures > 0 ? retryDelayMs(this.failures, this.random) : IDLE_MS;
    this.facts.set({ retryAt: this.failures > 0 ? Date.now() + delayMs : undefined });
    this.tell();
    this.soon(isWanted && this.failures === 0 ? 0 : delayMs);
  }

  private async once(): Promise<void> {
    const bell = this.bell;
    this.bell = undefined;
    this.facts.set({ retryAt: undefined });
    try {
      await this.state.sendFirst();
      await this.session.round(bell);
      await this.state.sendDue();
      this.failures = 0;
      this.facts.set({ problem: undefined });
    } catch (error) {
      this.failures += 1;
      this.facts.set({ problem: this.problemOf(error) });
    }
    this.isStopped = false;
    this.facts.set({ progress: undefined });
    await this.settle();
  }

  /** What a round leaves to be done, and to be said. */
  private async settle(): Promise<void> {
    try {
      await this.facts.look();
      if ((await recallOnDevice(this.parts.heart.db, ERASED_UP_TO)) !== undefined) {
        await this.state.heardFromOthers();
        await this.parts.door.erased([]);
      }
    } catch (error) {
      this.report(error);
    }
    this.tell();
  }

  private problemOf(error: unknown): NonNullable<SyncStatus['problem']> {
    if (error instanceof ExpectedError) {
      // The seat, the clock, the versions: nothing that trying again a second later would change.
      if (!isPassing(error.code)) this.failures = Math.max(this.failures, 4);
      return { code: error.code, data: error.data };
    }
    this.report(error);
    return { code: 'sync-failed' };
  }

  private report(error: unknown): void {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    void this.parts.door.report(message);
  }

  private onProgress(progress: NonNullable<SyncStatus['progress']>): void {
    this.facts.set({ progress });
    this.tell();
    if (Date.now() - this.countedAt < RECOUNT_MS) return;
    this.countedAt = Date.now();
    void this.facts.look().then(
      () => this.tell(),
      (error: unknown) => this.report(error),
    );
  }

  private tell(): void {
    if (!this.hasEnded) this.parts.onStatus(composeStatus(this.facts.now));
  }
}
