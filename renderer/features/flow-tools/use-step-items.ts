import type { StepItem } from '@shared/domain/sop/run-record.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { type ItemLanguage, placesStep, readyItems } from '@shared/domain/step-tools/ready-items';
import { currentLanguage } from '@/app/i18n/i18n';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

export const itemLanguage = (): ItemLanguage => (currentLanguage() === 'en' ? 'en' : 'zh');

/** The step's items of a kind in their order: the leader's own, or those that it came with. */
export function useStepItems(step: SopStep, kind: StepItem['kind']): StepItem[] | undefined {
  const { runId, position } = step;
  const rows = useLive(() => readDb.rows('stepItems').by('runId', runId), [runId]);
  if (!rows) return undefined;
  const own = rows
    .filter((item) => item.position === position && item.kind === kind)
    .sort((a, b) => a.rank - b.rank);
  return own.length > 0 ? own : readyItems(step, kind, itemLanguage());
}

/** The step whose places tell this step's figures apart; null where the run has none. */
export function usePlacesStep({ runId, position }: SopStep): SopStep | null | undefined {
  return useLive(
    async () => placesStep(await readDb.rows('sopSteps').by('runId', runId), position) ?? null,
    [runId, position],
  );
}
