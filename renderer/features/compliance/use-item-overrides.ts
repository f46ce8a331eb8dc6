import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { type Finding, overrideKey } from '@shared/domain/compliance/check.rules';
import { showProblem } from '@/app/feedback';
import { execute } from '@/db/client';
import { letStand, withdrawOverride } from './compliance.commands';

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showProblem(error);
  }
}

/** The overrides of a content item, for its checked text. */
export function useItemOverrides({ id: itemId, overrides }: ContentItem) {
  return {
    overrides,
    onLetStand: (finding: Finding, reason: string) =>
      void attempt(() => execute(letStand, { itemId, ...overrideKey(finding), reason })),
    onWithdraw: (finding: Finding) =>
      void attempt(() => execute(withdrawOverride, { itemId, ...overrideKey(finding) })),
  };
}
