import type {
  Grant,
  InviteAnswer,
  InviteRequest,
  Role,
  SeatChange,
  SeatLine,
} from '@shared/contracts/hub-http';
import type { Erasure } from '@shared/domain/members/erasure.schema';
import type { EntityName } from '@shared/domain/registry';
import { ExpectedError } from '@shared/lib/errors';
import type { HubAdmin } from '@shared/sync/http-hub-port';
import type { HubPort } from '@shared/sync/hub-port';
import type { Op } from '@shared/sync/op';
import type { SyncStatus } from '@shared/sync/sync-status';
import { type ProxyMarked, proxyMarker } from 'comlink';
import { type Aside, dropAside } from '@/db/sync/aside';
import { readPlace } from '@/db/sync/place';
import type { ErasePerson } from '@/db/sync/take/erasing';
import type { Heart } from '../data-worker-api';
import { StatusKeeper } from './status-keeper';
import type { SyncDriver } from './sync-driver';
import type { JoinAsk, Joined, JoinMode, SyncDoor } from './sync-types';

type Engine = typeof import('./sync-engine')['syncEngine'];
type OwnSeat = { seatId: string; role: Role; grants: Grant[]; isDivided: boolean };

type DeskEraser = {
  eraseAgain: (erasures: Erasure[]) => Promise<{ pictures: string[] }>;
  erasePerson: ErasePerson;
};

/**
 * The data worker's counter for the team; each method is a remote call. Until this laptop belongs to a
 * workspace nothing is loaded of what agreeing takes.
 */
export class SyncDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private readonly keeper = new StatusKeeper();
  private way: SyncDoor | undefined;
  private hub: Promise<HubPort & HubAdmin> | undefined;
  private starting: Promise<SyncDriver | undefined> | undefined;
  private driver: SyncDriver | undefined;

  constructor(
    private readonly beat: () => Promise<Heart>,
    private readonly eraser: DeskEraser,
  ) {}

  /** The window hands the way to the hub over; rounds begin if this laptop belongs to a workspace. */
  async connect(way: SyncDoor): Promise<void> {
    this.way = way;
    await this.start();
  }

  status(): SyncStatus {
    return this.keeper.latest;
  }

  /** At once and at every change, a few times a second at most; returns a way to stop. */
  watch(onStatus: (status: SyncStatus) => void): (() => void) & ProxyMarked {
    return Object.assign(this.keeper.watch(onStatus), { [proxyMarker]: true as const });
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.driver?.onCommit(op, entities);
  }

  /** The hub's bell, as main heard it. */
  rang(head: number, grantsVersion: number): void {
    this.driver?.rang({ head, grantsVersion });
  }

  lineIs(isOpen: boolean): void {
    this.driver?.lineIs(isOpen);
  }

  /** Resolves when this laptop has its place and the first round was tried; the status says the rest. */
  async join(ask: JoinAsk, mode: JoinMode): Promise<Joined> {
    const [heart, hub, { joinHub }] = await Promise.all([this.beat(), this.open(), loadEngine()]);
    const joined = await joinHub(heart, this.theWay(), hub, ask, mode);
    if (!joined.needsReload) await (await this.start())?.now();
    return joined;
  }

  /** All data stay; the seat is given up, also where the hub does not know it any more. */
  async leave(): Promise<void> {
    const [heart, hub, { leaveHub }] = await Promise.all([this.beat(), this.open(), loadEngine()]);
    this.driver?.end();
    try {
      await leaveHub(heart, this.theWay(), hub);
    } finally {
      this.driver = undefined;
      this.starting = undefined;
      await this.start();
    }
  }

  async now(): Promise<void> {
    await (await this.start())?.now();
  }

  /** A round or a join stops where it is; the next goes on from there. */
  stop(): void {
    this.driver?.stop();
  }

  /** The console is closing: no step is begun any more. */
  end(): void {
    this.driver?.end();
  }

  async me(): Promise<OwnSeat> {
    const place = await readPlace((await this.beat()).db);
    if (!place) throw new ExpectedError('hub-not-joined');
    const { seatId, role, grants, isDivided } = place;
    return { seatId, role, grants, isDivided };
  }

  async seats(): Promise<SeatLine[]> {
    return (await this.open()).seats();
  }

  async names(): Promise<Pick<SeatLine, 'id' | 'name' | 'person' | 'deviceIds'>[]> {
    return (await this.open()).names();
  }

  async invite(request: InviteRequest): Promise<InviteAnswer> {
    const hub = await this.open();
    return this.dividing(() => hub.invite(request));
  }

  async changeSeat(id: string, change: SeatChange): Promise<void> {
    const hub = await this.open();
    await this.dividing(() => hub.changeSeat(id, change));
  }

  async revokeSeat(id: string): Promise<void> {
    await (await this.open()).revokeSeat(id);
  }

  /** Whoever is the first to see only some groups finds a workspace that was cut for them. */
  private async dividing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const driver = this.driver;
      const isUncut = error instanceof ExpectedError && error.code === 'must-divide';
      if (!isUncut || !driver) throw error;
      await driver.divide();
      return work();
    }
  }

  /** Somebody looked at what was set aside, and it need not be kept any more. */
  async letAsideGo(seq: Aside['seq']): Promise<void> {
    await dropAside((await this.beat()).db, seq);
    await this.driver?.refresh();
  }

  private theWay(): SyncDoor {
    if (!this.way) throw new Error('the window has not handed the way to the hub over');
    return this.way;
  }

  private open(): Promise<HubPort & HubAdmin> {
    const way = this.theWay();
    this.hub ??= loadEngine().then(({ httpHubPort }) => httpHubPort((request) => way.ask(request)));
    return this.hub;
  }

  private start(): Promise<SyncDriver | undefined> {
    this.starting ??= this.begin().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  private async begin(): Promise<SyncDriver | undefined> {
    const heart = await this.beat();
    if (!(await readPlace(heart.db))) {
      this.starting = undefined;
      this.keeper.set({ state: 'off', pending: 0, overwritten: 0, aside: 0 });
      return undefined;
    }
    const [hub, { SyncDriver }] = await Promise.all([this.open(), loadEngine()]);
    const door = this.theWay();
    this.driver = new SyncDriver({
      heart,
      hub,
      door,
      eraser: {
        erasePerson: this.eraser.erasePerson,
        eraseAgain: async (erasures) => {
          const { pictures } = await this.eraser.eraseAgain(erasures);
          await door.erased(pictures);
        },
      },
      onStatus: (status) => this.keeper.set(status),
    });
    await this.driver.start();
    return this.driver;
  }
}

const loadEngine = async (): Promise<Engine> => (await import('./sync-engine')).syncEngine;
