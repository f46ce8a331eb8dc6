import type { Task } from './peer.worker';

/**
 * What the console is measured against, in the place where it works. An import: SheetJS's dense parse
 * of the same workbook in a worker (`peer`), and inflating its XML and passing over it once (`floor`).
 * An export: SheetJS writing the same workbook (`write`), and deflating its XML once (`deflate`).
 */
async function measure(task: Task, bytes: ArrayBuffer): Promise<number> {
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
    figures[task] = await measure(task as Task, await (await fetch('/file')).arrayBuffer());
  }
  document.title = `done ${JSON.stringify(figures)}`;
}

main().catch((error: unknown) => {
  document.title = `failed ${String(error)}`;
});
