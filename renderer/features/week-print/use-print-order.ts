import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '@/app/i18n/use-language';
import { useToday } from '@/app/use-today';
import { useLive } from '@/db/use-live';
import { readQrPictures } from './pictures';
import type { PrintChoices, PrintSpan } from './print-choices';
import { daysOfSpan } from './print-days';
import type { PrintOrder } from './print-parts';
import { readPrintedPlan } from './week-print.queries';

/** What would be printed now; the order before stays until the next is read. */
export function usePrintOrder(
  span: PrintSpan,
  day: string,
  choices: PrintChoices,
): PrintOrder | undefined {
  const language = useLanguage();
  const today = useToday();
  const read = useLive(
    async () => ({ span, day, plan: await readPrintedPlan(daysOfSpan(span, day)) }),
    [span, day],
  );
  const groups = read?.plan.groups;
  const [qrPictures, setQrPictures] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isCurrent = true;
    if (groups) void readQrPictures(groups).then((found) => isCurrent && setQrPictures(found));
    return () => {
      isCurrent = false;
    };
  }, [groups]);
  return useMemo(
    () => read && { ...read, choices, language, today, qrPictures },
    [read, choices, language, today, qrPictures],
  );
}
