import { FLOW_KINDS, type SopTemplate } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { newestTemplates } from '@/features/flow-runs/index';

const kindRank = (template: SopTemplate) => FLOW_KINDS.indexOf(template.kind ?? 'other');

/** The newest published version of every flow, by kind; asked only once it `isWanted`. */
export function useStartableFlows(isWanted: boolean): SopTemplate[] | undefined {
  return useLive(async () => {
    if (!isWanted) return undefined;
    const newest = newestTemplates(await readDb.rows('sopTemplates').all());
    return newest.sort((a, b) => kindRank(a) - kindRank(b) || a.steps.length - b.steps.length);
  }, [isWanted]);
}
