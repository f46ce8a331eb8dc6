import { runTargetSchema } from '@shared/domain/sop/sop.schema';
import { readMetric } from '@shared/domain/sop/sop-step.rules';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { addRunEvent, FLOW_STORES, loadFlow, momentOf, saveChange } from '@/features/flow-runs';

/**
 * Fixes whom a run is for: a snapshot of those who are meant now, and the number of step 1 with it.
 * A target that is a snapshot already is taken as it stands.
 */
export const chooseTarget = defineCommand({
  name: 'flow-tools.chooseTarget',
  input: z.object({
    runId: idSchema,
    target: runTargetSchema,
    /** What the target is called, for the story and the snapshot's name. */
    what: z.string().trim().min(1).max(100),
    count: z.number().int().positive(),
    /** Ids ascending, packed by `packIds`; without them for a snapshot. */
    members: z.string().optional(),
    /** Why everybody is meant; for the story. */
    reason: z.string().trim().max(500).optional(),
  }),
  entities: [...FLOW_STORES, 'segmentSnapshots'],
  label: ({ count }) => ({
    zh: `选定目标用户 ${count} 人`,
    en: `Choose ${count} people as the target`,
  }),
  run: async (tx, { runId, target, what, count, members, reason }) => {
    const flow = await loadFlow(tx, runId);
    const targetSnapshotId = target.by === 'snapshot' ? target.value : tx.newId();
    if (target.by !== 'snapshot') {
      await tx.create('segmentSnapshots', {
        id: targetSnapshotId,
        name: `${flow.run.title} · ${what}`.slice(0, 100),
        at: tx.now,
        count,
        members: members ?? '',
        ...(target.by === 'segment' ? { segmentId: target.value } : {}),
      });
    }
    const first = flow.steps.find((step) => step.definition.tool === 'segment');
    if (first) {
      const reading = { count, source: 'records' as const };
      const change = readMetric(flow, first.position, reading, await momentOf(tx));
      await saveChange(tx, runId, { ...change, story: [] });
    }
    await tx.update('sopRuns', runId, { target, targetSnapshotId });
    const detail = { what, count, ...(reason ? { reason } : {}) };
    const position = first ? { position: first.position } : {};
    await addRunEvent(tx, { runId, kind: 'targetChosen', ...position, detail });
    return { targetSnapshotId };
  },
});
