import { tellFileKind } from './file-kind';

const SHORTEST_MS = 5000;
/** A hundred times what the slowest format takes here. */
const MS_PER_BYTE = 0.06;
/** A password is hashed as often as the file says. */
const UNLOCKING_MS = 25_000;

/** How long a file may be read, in ms: hardly any for a small one, and more with every byte. */
export function patienceMs(bytes: Uint8Array): number {
  const extraMs = tellFileKind(bytes) === 'compound' ? UNLOCKING_MS : 0;
  return SHORTEST_MS + extraMs + Math.ceil(bytes.length * MS_PER_BYTE);
}
