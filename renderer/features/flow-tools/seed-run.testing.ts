import { type StepDefinition, stepDefinitionSchema } from '@shared/domain/sop/sop.schema';
import type { Tx } from '@/db/command';

const TOOLS = ['segment', 'placements', 'guidePage', 'jump', 'autoReply'] as const;
const both = (text: string) => ({ zh: text, en: text });

function definitionOf(tool: StepDefinition['tool']): StepDefinition {
  return stepDefinitionSchema.parse({
    title: both(tool),
    action: both(tool),
    ownerRole: 'leader',
    due: { on: { kind: 'afterStart', days: 0 } },
    rigour: 'standard',
    tool,
    checklist: [],
    scripts: [{ key: 'hello', label: both('招呼'), text: both('{昵称}你好') }],
    metric: { name: both('人数'), unit: 'people', direction: 'higher' },
    ...(tool === 'placements'
      ? {
          placements: [
            { key: 'home-popup', label: both('首页弹窗：每人每天最多一次') },
            { key: 'paid-card', label: both('支付成功页卡片') },
          ],
        }
      : {}),
  });
}

/** A run of the first five steps, for tests; its id. */
export async function seedRun(tx: Tx): Promise<string> {
  const runId = tx.newId();
  await tx.create('sopRuns', {
    id: runId,
    title: '三月第一轮',
    templateKey: 'traffic-7-steps',
    templateVersion: 1,
    status: 'running',
    startedAt: tx.now,
  });
  for (const [index, tool] of TOOLS.entries()) {
    const position = index + 1;
    await tx.create('sopSteps', {
      id: `${runId}.${position}`,
      runId,
      position,
      definition: definitionOf(tool),
      state: position === 1 ? 'doing' : 'todo',
      dueAt: tx.now,
    });
  }
  return runId;
}
