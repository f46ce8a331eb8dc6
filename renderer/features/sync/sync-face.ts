import type { HubReach } from '@shared/contracts/hub-link';
import { dataWorker } from '@/db/client';
import { bridge } from '@/platform/bridge';
import { connectTeam } from '@/sync/team-link';
import type { JoinAsk, Joined, JoinMode } from '@/workers/sync/sync-types';

/** What the screens ask of the sync in the data worker. */
export const syncFace = () => dataWorker().sync;

/** Into a workspace; the data worker is handed its way to the hub first. */
export async function joinTeam(ask: JoinAsk, mode: JoinMode): Promise<Joined> {
  await connectTeam();
  return syncFace().join(ask, mode);
}

/** Starts a hub on this laptop, makes the workspace and lets this laptop in as its owner. */
export async function hostTeam(
  reach: HubReach,
  workspaceName: string,
  who: Pick<JoinAsk, 'deviceName' | 'person'>,
): Promise<Joined> {
  await bridge.hostHub(reach);
  const { url, code } = await bridge.inviteHostOwner(workspaceName);
  return joinTeam({ url, code, ...who }, 'bring');
}
