import type { ExportList } from '@shared/domain/export/export-lists';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useDataVersion } from '@/db/use-data-version';
import type { ExportScope } from '@/workers/export/export-types';
import { countRecords } from './export.queries';

/** How many records the export would hold now; `undefined` until they are counted. */
export function useRecordCount(list: ExportList, scope: ExportScope): number | undefined {
  const version = useDataVersion();
  const [counted, setCounted] = useState<{ key: string; count: number }>();
  const key = JSON.stringify([
    list,
    scope.members,
    scope.orders,
    scope.run,
    scope.roster,
    scope.memberIds?.length,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the scope
  useEffect(() => {
    let isCurrent = true;
    countRecords(list, scope)
      .then((count) => isCurrent && setCounted({ key, count }))
      .catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [key, version]);
  return counted?.key === key ? counted.count : undefined;
}
