import { ConsoleDb } from '@/db/db';
import type { ExportAnswer, ExportQuestion } from './export-in-worker';
import { compressBeside } from './gzip-stream';
import { runExport } from './run-export';

const PROGRESS_MS = 100;

const answer = (message: ExportAnswer, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

/** Writes one file and ends; a worker of its own, so that a long export can be stopped at once. */
self.onmessage = async (event: MessageEvent<ExportQuestion>) => {
  const { job, compressor } = event.data;
  compressBeside(compressor);
  const db = new ConsoleDb();
  let toldAt = 0;
  try {
    const file = await runExport(db, job, (progress) => {
      const now = performance.now();
      if (now - toldAt < PROGRESS_MS) return;
      toldAt = now;
      answer({ kind: 'progress', progress });
    });
    answer({ kind: 'done', file }, [file.bytes.buffer]);
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  } finally {
    db.close();
  }
};
