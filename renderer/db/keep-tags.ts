import { dataWorker } from './client';

/** Long enough for the first screens: what rules give can wait, and shows what was found last. */
const AFTER_START_MS = 15_000;

/** From some time after the start on, tags by rule are kept in step. Returns a function that stops it. */
export function scheduleTags(): () => void {
  const timer = setTimeout(() => void dataWorker().people.keepTags(), AFTER_START_MS);
  return () => clearTimeout(timer);
}
