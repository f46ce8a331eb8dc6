import { useCallback } from 'react';
import { syncFace } from './sync-face';
import { useAsked } from './use-asked';

/** Who writes on which device, as far as the hub can be asked; without it nobody is named. */
export function useDeviceNames(): (deviceId: string) => string | undefined {
  const { answer: names } = useAsked('names', () => syncFace().names());
  return useCallback(
    (deviceId) => {
      const seat = names?.find(({ deviceIds }) => deviceIds.includes(deviceId));
      return seat && (seat.person || seat.name);
    },
    [names],
  );
}
