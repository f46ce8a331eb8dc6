import type { BatchConversion } from '@shared/domain/import/batch-conversion.rules';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';

/** Asked of the data worker, and again after each change. */
export function useBatchConversion(batchId: string): BatchConversion | undefined {
  const version = useDataVersion();
  const [conversion, setConversion] = useState<BatchConversion>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what makes it ask again
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .imports.batchConversion(batchId)
      .then((answer) => isCurrent && setConversion(answer))
      .catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [batchId, version]);
  return conversion;
}
