import {
  type FitQuestion,
  type FitReport,
  reportFit,
} from '@shared/domain/insights/ltv/fit-report.rules';

/** Fits once and answers; whoever asked ends this worker. */
self.onmessage = ({ data }: MessageEvent<FitQuestion>) => {
  self.postMessage(reportFit(data) satisfies FitReport);
};
