import type {
  Grant,
  InviteAnswer,
  InviteRequest,
  Role,
  SeatChange,
  SeatLine,
} from '@shared/contracts/hub-http';
import type { SyncStatus } from '@shared/sync/sync-status';

/** What a laptop says to be let in. */
export type JoinAsk = {
  url: string;
  code: string;
  deviceName: string;
  person?: string;
};

/**
 * What becomes of the data that are here: they come along and are joined with the workspace's, or
 * make room for them. A backup is taken first either way.
 */
export type JoinMode = 'bring' | 'replace';

/** This laptop's own place in the team. */
export type OwnSeat = { seatId: string; role: Role; grants: Grant[]; isDivided: boolean };

/** An own operation that the hub refused, with what it did. */
export type AsideLine = {
  seq: number;
  /** UTC ms. */
  at: number;
  command: string;
  refusal: { code: string; data?: Record<string, string | number> };
  changes: { entity: string; id: string; set?: Record<string, unknown>; gone?: boolean }[];
  /** Changes beyond those shown. */
  more: number;
};

/** A hub that this laptop runs for the others. */
export type HostState = {
  state: 'off' | 'starting' | 'on' | 'failed';
  reach: 'loopback' | 'office';
  /** Addresses at which it answers, the likeliest first. */
  addresses: string[];
  problem?: { code: string; data?: Record<string, string | number> };
};

/** All that the screens ask of the sync; who carries it out is the data worker and the main process. */
export type SyncFace = {
  watch(onStatus: (status: SyncStatus) => void): Promise<() => void>;
  now(): Promise<void>;
  join(ask: JoinAsk, mode: JoinMode): Promise<void>;
  /** Leaves a join or a round where it is; the next goes on from there. */
  stop(): Promise<void>;
  leave(): Promise<void>;
  me(): Promise<OwnSeat>;
  seats(): Promise<SeatLine[]>;
  changeSeat(id: string, change: SeatChange): Promise<void>;
  revokeSeat(id: string): Promise<void>;
  invite(request: InviteRequest): Promise<InviteAnswer>;
  names(): Promise<Pick<SeatLine, 'id' | 'name' | 'person' | 'deviceIds'>[]>;
  aside(): Promise<AsideLine[]>;
  tryAsideAgain(seq: number): Promise<void>;
  letAsideGo(seq: number): Promise<void>;
  host(): Promise<HostState>;
  /** Addresses of this computer in the office network, the likeliest first. */
  officeAddresses(): Promise<string[]>;
  /** Starts a hub, makes the workspace and lets this laptop in as its owner. */
  hostHere(ask: {
    reach: HostState['reach'];
    workspaceName: string;
    deviceName: string;
    person?: string;
  }): Promise<void>;
  startHost(): Promise<void>;
  stopHost(): Promise<void>;
  deviceName(): Promise<string>;
};
