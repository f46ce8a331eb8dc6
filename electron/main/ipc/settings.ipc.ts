import type { Settings } from '@shared/contracts/ipc';
import type { SettingsStore } from '../files/settings-store';
import type { Handlers } from './dispatch';

export function createSettingsHandlers(
  store: SettingsStore,
  onChange: (settings: Settings) => void,
): Pick<Handlers, 'writeSettings'> {
  return {
    writeSettings: async (change) => {
      const settings = await store.patch(change);
      onChange(settings);
      return settings;
    },
  };
}
