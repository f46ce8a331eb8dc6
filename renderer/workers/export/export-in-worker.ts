import type { ExportedFile, ExportJob, ExportProgress } from './export-types';

export type ExportQuestion = { job: ExportJob; compressor: MessagePort };
export type ExportAnswer =
  | { kind: 'progress'; progress: ExportProgress }
  | { kind: 'done'; file: ExportedFile }
  | { kind: 'failed'; message: string };

/** Writes the file beside this worker, so that lists and imports answer meanwhile; `signal` stops it at once. */
export function exportInWorker(
  job: ExportJob,
  tell: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<ExportedFile> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), {
    type: 'module',
    name: 'table writer',
  });
  // Siblings, so that neither has to outlive the other's end.
  const compressor = new Worker(new URL('./gzip.worker.ts', import.meta.url), {
    type: 'module',
    name: 'compressor',
  });
  const { port1, port2 } = new MessageChannel();
  compressor.postMessage(port2, [port2]);
  return new Promise<ExportedFile>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    compressor.onerror = (event) => reject(new Error(event.message || 'the compressor failed'));
    worker.onerror = (event) => reject(new Error(event.message || 'the export failed to start'));
    worker.onmessageerror = () => reject(new Error('the export sent what cannot be read'));
    worker.onmessage = (event: MessageEvent<ExportAnswer>) => {
      const answer = event.data;
      if (answer.kind === 'progress') tell(answer.progress);
      else if (answer.kind === 'done') resolve(answer.file);
      else reject(new Error(answer.message));
    };
    if (signal.aborted) reject(signal.reason);
    else worker.postMessage({ job, compressor: port1 } satisfies ExportQuestion, [port1]);
  }).finally(() => {
    worker.terminate();
    compressor.terminate();
  });
}
