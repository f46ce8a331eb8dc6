import type { Task } from './people.worker';

/** Asks the data layer in a worker of the console's origin, as the console's own data worker does. */
async function measure(tasks: readonly Task[]): Promise<Record<string, number>> {
  const worker = new Worker(new URL('./people.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<{ figures: Record<string, number> }>) => {
      worker.terminate();
      resolve(data.figures);
    };
    worker.postMessage({ tasks });
  });
}

async function main(): Promise<void> {
  const tasks = (new URLSearchParams(location.search).get('tasks') ?? '').split(',');
  document.title = `done ${JSON.stringify(await measure(tasks as Task[]))}`;
}

main().catch((error: unknown) => {
  document.title = `failed ${String(error)}`;
});
