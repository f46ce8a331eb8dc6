import type { ErasureList } from '../backup/erasure-list';
import type { Handlers } from './dispatch';

export function createErasureHandlers(
  list: ErasureList,
): Pick<Handlers, 'readErasures' | 'keepErasures'> {
  return {
    readErasures: () => list.read(),
    keepErasures: (erasures) => list.add(erasures),
  };
}
