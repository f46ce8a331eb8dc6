import { backUpBefore } from '@/db/backup-schedule';
import { reapplyErasures } from '@/db/erasures';
import { forgetErased } from '@/db/forget-erased';
import { bridge } from '@/platform/bridge';
import { reportError } from '@/platform/log';
import type { SyncDoor } from '@/workers/sync/sync-types';

/** The window's part of the sync: the bridge, which the data worker does not have. */
export const syncDoor: SyncDoor = {
  ask: async (request) => {
    const { head, ...answer } = await bridge.askHub(request);
    const body = new Uint8Array(answer.body);
    return { status: answer.status, body, ...(head === undefined ? {} : { head }) };
  },
  join: (url, request) => bridge.joinHub(url, request),
  link: () => bridge.readHubLink(),
  openBell: () => bridge.openHubBell(),
  forget: () => bridge.forgetHub(),
  backUp: () => backUpBefore('restore'),
  retireJournal: () => bridge.retireJournal(),
  erased: async (pictures) => {
    try {
      for (const id of pictures) await bridge.removePicture(id);
      await reapplyErasures(bridge.readErasures());
      await forgetErased();
    } catch (error) {
      // What could not be done now is done after the next start.
      reportError('rejection', error);
    }
  },
  report: async (message) => reportError('worker', new Error(message)),
};
