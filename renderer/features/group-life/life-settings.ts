import {
  GROUP_LIFE_SETTINGS_ID,
  type GroupLifeSettings,
  readGroupLifeSettings,
} from '@shared/domain/group-life/life-settings.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

const readSettings = async (): Promise<GroupLifeSettings> =>
  readGroupLifeSettings((await readDb.rows('modelSettings').get(GROUP_LIFE_SETTINGS_ID))?.settings);

/** How the life of groups is judged; `undefined` while loading. */
export const useLifeSettings = (): GroupLifeSettings | undefined => useLive(readSettings, []);
