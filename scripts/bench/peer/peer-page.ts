/**
 * What an import is measured against, in the place where the console reads: SheetJS's dense parse of
 * the same workbook in a worker, and the floor, inflating the workbook's XML and passing over it once.
 */
async function measure(task: 'peer' | 'floor', bytes: ArrayBuffer): Promise<number> {
  const worker = new Worker(new URL('./peer.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<{ ready: true } | { ms: number }>) => {
      if ('ready' in data) worker.postMessage({ task, bytes }, [bytes]);
      else {
        worker.terminate();
        resolve(data.ms);
      }
    };
  });
}

async function main(): Promise<void> {
  const tasks = (new URLSearchParams(location.search).get('tasks') ?? '').split(',');
  const figures: Record<string, number> = {};
  for (const task of tasks) {
    if (task !== 'peer' && task !== 'floor') continue;
    figures[task] = await measure(task, await (await fetch('/file')).arrayBuffer());
  }
  document.title = `done ${JSON.stringify(figures)}`;
}

main().catch((error: unknown) => {
  document.title = `failed ${String(error)}`;
});
