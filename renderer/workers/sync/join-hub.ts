import { ExpectedError } from '@shared/lib/errors';
import type { HubPort } from '@shared/sync/hub-port';
import { seesAll } from '@shared/sync/scopes';
import { PROTOCOL_VERSION } from '@shared/sync/wire';
import { beginAnew } from '@/db/sync/begin-anew';
import { joinWorkspace } from '@/db/sync/join-workspace';
import { readPlace } from '@/db/sync/place';
import type { Heart } from '../data-worker-api';
import { forgetOwed, oweState } from './state-sender';
import type { JoinAsk, Joined, JoinMode, SyncDoor } from './sync-types';

/**
 * From an invite to a place in the workspace: a backup, the seat, and then in the database from where
 * rounds go on. Cut anywhere, the same invite goes on with the same seat.
 */
export async function joinHub(
  { db, door }: Heart,
  way: SyncDoor,
  hub: HubPort,
  { url, code, deviceName, person }: JoinAsk,
  mode: JoinMode,
): Promise<Joined> {
  if (await readPlace(db)) throw new ExpectedError('already-joined');
  await way.backUp();
  const seat = await way.join(url, {
    protocol: PROTOCOL_VERSION,
    code,
    deviceName,
    ...(person ? { person } : {}),
  });
  const me = await hub.me();
  const hasState = (await hub.newestCheckpoint()) !== undefined;
  const isFirst = !hasState && me.head === 0 && me.role === 'owner' && seesAll(me.grants);
  const needsReload = mode === 'replace' && !isFirst;
  if (needsReload) {
    await way.retireJournal();
    await beginAnew({ db, door });
  }
  await forgetOwed(db);
  if (isFirst) await oweState(db);
  await joinWorkspace({ db, door }, me, seat.url, !isFirst);
  return { workspaceName: me.workspaceName, role: me.role, needsReload };
}
