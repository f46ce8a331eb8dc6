import { httpHubPort } from '@shared/sync/http-hub-port';
import { joinHub } from './join-hub';
import { leaveHub } from './leave-hub';
import { SyncDriver } from './sync-driver';

/** What the desk loads with the first need: everything that takes part in agreeing. */
export const syncEngine = { httpHubPort, joinHub, leaveHub, SyncDriver };
