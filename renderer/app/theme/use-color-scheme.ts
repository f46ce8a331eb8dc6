import { useSyncExternalStore } from 'react';
import { useSettings } from '../settings';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

/** The theme in force: the leader's choice, or what the system wears now. */
export function useColorScheme(): 'light' | 'dark' {
  const { theme = 'system' } = useSettings();
  const isSystemDark = useSyncExternalStore(subscribe, () => dark.matches);
  if (theme !== 'system') return theme;
  return isSystemDark ? 'dark' : 'light';
}
