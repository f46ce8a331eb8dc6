import {
  type FitQuestion,
  type FitReport,
  reportFit,
} from '@shared/domain/insights/ltv/fit-report.rules';

/**
 * Fits beside the data worker, so that lists and rules answer meanwhile. Where there are no workers
 * (tests in Node) it is done here, with the same figures.
 */
export function fitInWorker(question: FitQuestion): Promise<FitReport> {
  if (typeof Worker === 'undefined') return Promise.resolve(reportFit(question));
  const worker = new Worker(new URL('./value-fit.worker.ts', import.meta.url), {
    type: 'module',
    name: 'value fit',
  });
  return new Promise<FitReport>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'the fit failed to start'));
    worker.onmessageerror = () => reject(new Error('the fit sent what cannot be read'));
    worker.onmessage = ({ data }: MessageEvent<FitReport>) => resolve(data);
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
