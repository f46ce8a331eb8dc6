import { syncDoor } from './sync-door';

/** Somebody was erased on another laptop: pictures, journal and backups here forget them too. */
export const forgetErasedElsewhere = (pictures: readonly string[]): Promise<void> =>
  syncDoor.erased(pictures);
