import { webcrypto } from 'node:crypto';

// Node 18, which Electron 25 brings, has it in its module alone; what is bundled asks for the global.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
