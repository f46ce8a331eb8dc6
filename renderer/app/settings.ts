import type { Settings } from '@shared/contracts/ipc';
import { useSyncExternalStore } from 'react';
import { dataWorker } from '@/db/client';
import { bridge } from '@/platform/bridge';
import { launch } from '@/platform/launch';
import { reportError } from '@/platform/log';

let current: Settings = launch.settings;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readSettings(): Settings {
  return current;
}

/** What the user chose for this laptop; changes show at once and are kept by main. */
export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, readSettings);
}

export function changeSettings(patch: Settings): void {
  current = { ...current, ...patch };
  for (const listener of listeners) listener();
  if (patch.operatorName !== undefined) void dataWorker().setActor(patch.operatorName);
  bridge.writeSettings(patch).catch((error: unknown) => reportError('rejection', error));
}
