import { openStepAt, stepAt } from '@shared/domain/sop/flow-change.rules';
import type { StepDefinition, StepMetric } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { addRunEvent, FLOW_STORES, loadFlow } from '@/features/flow-runs/index';

const stepInput = z.object({ runId: idSchema, position: z.number().int().positive() });
const rate = z.number().min(0).max(1).nullish();
const value = z.number().int().nonnegative().nullish();

/** Target and red line of this run's step; `null` clears, absence leaves. */
export const setTargets = defineCommand({
  name: 'sop.setTargets',
  input: stepInput.extend({
    targetRate: rate,
    redLineRate: rate,
    targetValue: value,
    redLineValue: value,
  }),
  entities: FLOW_STORES,
  label: ({ position }) => ({
    zh: `修改第 ${position} 步的目标`,
    en: `Change the target of step ${position}`,
  }),
  run: async (tx, { runId, position, ...given }) => {
    const step = stepAt(await loadFlow(tx, runId), position);
    const metric: StepMetric = { ...step.definition.metric };
    const detail: Record<string, number> = {};
    for (const field of ['targetRate', 'redLineRate', 'targetValue', 'redLineValue'] as const) {
      const wanted = given[field];
      if (wanted === undefined) continue;
      if (wanted === null) delete metric[field];
      else {
        metric[field] = wanted;
        detail[field] = wanted;
      }
    }
    await tx.update('sopSteps', step.id, { definition: { ...step.definition, metric } });
    await addRunEvent(tx, { runId, position, kind: 'targetChanged', detail });
  },
});

/** Who does the step; an empty name leaves its role to say so. */
export const assignStep = defineCommand({
  name: 'sop.assignStep',
  input: stepInput.extend({ ownerName: z.string().trim().max(60) }),
  entities: FLOW_STORES,
  label: ({ position, ownerName }) => ({
    zh: ownerName ? `第 ${position} 步交给「${ownerName}」` : `清除第 ${position} 步的负责人`,
    en: ownerName
      ? `Give step ${position} to “${ownerName}”`
      : `Clear the owner of step ${position}`,
  }),
  run: async (tx, { runId, position, ownerName }) => {
    const step = stepAt(await loadFlow(tx, runId), position);
    await tx.update('sopSteps', step.id, { ownerName: ownerName || undefined });
    await addRunEvent(tx, { runId, position, kind: 'ownerChanged', detail: { name: ownerName } });
  },
});

/** A script of this run's own copy, or one of its variants, in one language. */
export const editScript = defineCommand({
  name: 'sop.editScript',
  input: stepInput.extend({
    scriptKey: z.string(),
    variantKey: z.string().optional(),
    language: z.enum(['zh', 'en']),
    text: z.string().trim().min(1).max(5000),
  }),
  entities: FLOW_STORES,
  label: ({ position }) => ({
    zh: `修改第 ${position} 步的话术`,
    en: `Change a script of step ${position}`,
  }),
  run: async (tx, { runId, position, scriptKey, variantKey, language, text }) => {
    const step = openStepAt(await loadFlow(tx, runId), position);
    const { scripts } = step.definition;
    const script = scripts.find((candidate) => candidate.key === scriptKey);
    const variant = script?.variants?.find((candidate) => candidate.key === variantKey);
    if (!script || (variantKey !== undefined && !variant)) throw new ExpectedError('sop-not-found');
    const edit = { scriptKey, variantKey, language, text };
    const definition = { ...step.definition, scripts: withText(scripts, edit) };
    await tx.update('sopSteps', step.id, { definition });
    const label = (variant ?? script).label;
    const detail = { script: label.zh || label.en };
    await addRunEvent(tx, { runId, position, kind: 'scriptChanged', detail });
  },
});

type ScriptEdit = {
  scriptKey: string;
  variantKey: string | undefined;
  language: 'zh' | 'en';
  text: string;
};

function withText(
  scripts: StepDefinition['scripts'],
  { scriptKey, variantKey, language, text }: ScriptEdit,
): StepDefinition['scripts'] {
  const edited = <T extends { text: { zh: string; en: string } }>(it: T): T => ({
    ...it,
    text: { ...it.text, [language]: text },
  });
  return scripts.map((script) => {
    if (script.key !== scriptKey) return script;
    if (variantKey === undefined) return edited(script);
    const variants = (script.variants ?? []).map((variant) =>
      variant.key === variantKey ? edited(variant) : variant,
    );
    return { ...script, variants };
  });
}
