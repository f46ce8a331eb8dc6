import {
  FUNNEL_REFERENCES_ID,
  type ReferenceLine,
  readReferenceLines,
} from '@shared/domain/funnel/funnel-references.schema';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { readDb } from '@/db/read';

export type FunnelRun = {
  run: SopRun;
  steps: SopStep[];
  /** Runs of the same flow that started before this one, the newest first. */
  earlier: SopRun[];
  /** What others reached, as the leader wrote it down. */
  lines: ReferenceLine[];
  timeZone: string;
};

/** A run with what its funnel is held against; `null` when there is no such run. */
export async function findFunnelRun(runId: string): Promise<FunnelRun | null> {
  const run = await readDb.rows('sopRuns').get(runId);
  if (!run) return null;
  const [steps, runs, setting, workspace] = await Promise.all([
    readDb.rows('sopSteps').by('runId', runId),
    readDb.rows('sopRuns').all(),
    readDb.rows('modelSettings').get(FUNNEL_REFERENCES_ID),
    readDb.rows('workspace').get('workspace'),
  ]);
  return {
    run,
    steps: steps.sort((a, b) => a.position - b.position),
    earlier: runs
      .filter((it) => it.templateKey === run.templateKey && it.startedAt < run.startedAt)
      .sort((a, b) => b.startedAt - a.startedAt),
    lines: readReferenceLines(setting?.settings),
    timeZone: workspace?.timeZone ?? DEFAULT_TIME_ZONE,
  };
}
