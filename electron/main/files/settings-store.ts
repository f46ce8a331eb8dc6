import { type Settings, settingsSchema } from '@shared/contracts/ipc';
import { writeFileAtomic } from './atomic-write';
import type { RawSettings } from './settings-file';

export type SettingsStore = {
  read: () => Settings;
  /** Merges the given fields; resolves when they are on disk. */
  patch: (change: Settings) => Promise<Settings>;
  /** Main's own fields, which the window never sees. */
  patchPrivate: (change: RawSettings) => Promise<void>;
};

/** One bad field costs only itself. */
export function parseSettings(raw: RawSettings): Settings {
  const good: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const result = schema.safeParse(raw[key]);
    if (result.success && result.data !== undefined) good[key] = result.data;
  }
  return good;
}

export function createSettingsStore(path: string, initial: RawSettings): SettingsStore {
  let raw = { ...initial };
  let lastWrite: Promise<void> = Promise.resolve();

  /** Writes queue up, so that the file always ends with the newest content. */
  function write(change: RawSettings): Promise<void> {
    raw = { ...raw, ...change };
    const next = lastWrite
      .catch(() => undefined)
      .then(() => writeFileAtomic(path, `${JSON.stringify(raw, null, 2)}\n`));
    lastWrite = next;
    return next;
  }

  return {
    read: () => parseSettings(raw),
    patch: async (change) => {
      await write(change);
      return parseSettings(raw);
    },
    patchPrivate: write,
  };
}
