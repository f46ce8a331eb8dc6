import type { IncomingHttpHeaders } from 'node:http';
import type { PushResult } from '@shared/contracts/hub-http';
import type { HubDatabase } from '../database/database';
import type { HubLog } from '../program/log';
import type { HubTables } from '../store/tables';
import type { HubRates } from './rates';

/** What a hub is made of. */
export type HubParts = {
  database: HubDatabase<HubTables>;
  log: HubLog;
  /** How laptops reach it, for invites. */
  publicUrl: () => string;
  /** Believe what a proxy in front says of where a request comes from. */
  isBehindProxy?: boolean;
  rates?: Partial<HubRates>;
  nowMs?: () => number;
  /** What became of the frames of a push, for counting. */
  onPushed?: (results: readonly PushResult[]) => void;
};

/** What a Node server hands over beside the request. */
export type NodeBindings = { incoming?: Incoming };
/** Of a request as Node has it, where it comes from. */
export type Incoming = {
  socket: { remoteAddress?: string | undefined };
  headers: IncomingHttpHeaders;
};
