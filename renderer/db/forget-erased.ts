import { bridge } from '@/platform/bridge';
import { backupNow } from './backup';
import { dataWorker, flushJournal } from './client';
import { consoleDb } from './db';
import { recallOnDevice } from './device-memory';
import { ERASED_UP_TO } from './write/scrub-past';

const ATTEMPTS = 3;

/**
 * Makes the journal forget what it holds of erased people: a fresh copy without them, read back to
 * the last byte, takes the place of all operations before it. Says whether nothing is left to do;
 * what could not be done now is done after the next start.
 */
export function forgetErased(): Promise<boolean> {
  inTurn = inTurn.then(forget, forget);
  return inTurn;
}

/** The start's catching up may meet an erasure: two at once would take two copies. */
let inTurn: Promise<boolean> = Promise.resolve(true);

async function forget(): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const upTo = await recallOnDevice<number>(consoleDb(), ERASED_UP_TO);
    if (upTo === undefined) return true;
    await flushJournal();
    const copy = await backupNow('erasure');
    const { token } = await bridge.openBackup({ name: copy.name });
    await bridge.closeBackup(token);
    // Somebody went on working meanwhile: the copy does not cover that yet.
    if (!(await bridge.forgetJournal(copy.lastSeq))) continue;
    await dataWorker().hasForgotten(copy.lastSeq);
  }
  return (await recallOnDevice<number>(consoleDb(), ERASED_UP_TO)) === undefined;
}
