import type { JoinRequest, Role } from '@shared/contracts/hub-http';
import type { HubLink, JoinedHub } from '@shared/contracts/hub-link';
import type { HubTransport } from '@shared/contracts/hub-transport';

/** What the sync asks of the window, which has the bridge to the main process; handed over first. */
export type SyncDoor = {
  ask: HubTransport;
  join(url: string, request: JoinRequest): Promise<JoinedHub>;
  link(): Promise<HubLink | null>;
  openBell(): Promise<void>;
  forget(): Promise<void>;
  /** A copy of what no backup holds yet. */
  backUp(): Promise<void>;
  /** The journal is kept aside: what follows is a history of its own. */
  retireJournal(): Promise<void>;
  /** Somebody was erased on another laptop: pictures, journal and backups here forget them too. */
  erased(pictures: readonly string[]): Promise<void>;
  /** A failure that is nobody's fault but ours. */
  report(message: string): Promise<void>;
};

/** What a laptop says to be let in. */
export type JoinAsk = { url: string; code: string; deviceName: string; person?: string };

/**
 * What becomes of the data that are here: they come along and are joined with the workspace's, or
 * make room for them. A backup is taken first either way.
 */
export type JoinMode = 'bring' | 'replace';

export type Joined = {
  workspaceName: string;
  role: Role;
  /** Everything that is on screen is of the past: the window has to be loaded anew. */
  needsReload: boolean;
};
