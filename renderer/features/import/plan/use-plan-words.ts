import type { ImportCounts } from '@shared/domain/import/import-batch.schema';
import { PLAN_ACTIONS } from '@shared/domain/import/plan/plan';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { importMessages } from '../import.messages';
import { importWords } from '../import-words.messages';

/** The counts of a plan as one sentence, for those who hear the screen. */
export function usePlanWords(counts: ImportCounts): string {
  const words = useMessages(importWords);
  const common = useMessages(importMessages);
  const format = useFormat();
  return PLAN_ACTIONS.filter((action) => counts[action] > 0)
    .map((action) => `${words(`action.${action}`)} ${format.count(counts[action])}`)
    .join(common('listSeparator'));
}
