const EVERY_MS = 30_000;
const ANSWER_MS = 10_000;
const MAX_MISSED = 3;

/** Tells once when a hub that runs has stopped answering; returns a way to stop looking. */
export function watchHealth(url: string, onDead: () => void): () => void {
  let missed = 0;
  const timer = setInterval(async () => {
    const isWell = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(ANSWER_MS) }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    missed = isWell ? 0 : missed + 1;
    if (missed < MAX_MISSED) return;
    clearInterval(timer);
    onDead();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
