import { openStepAt } from '@shared/domain/sop/flow-change.rules';
import type { Script } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { addRunEvent, FLOW_STORES, loadFlow } from '@/features/flow-runs';

/** As many as the definition of a script takes. */
const MOST_VARIANTS = 20;
const LETTERS = 'BCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The first letter that no variant bears; the script's own wording is the one before B. */
function freeLetter(script: Script): string {
  const taken = new Set((script.variants ?? []).flatMap(({ label }) => [label.zh, label.en]));
  return [...LETTERS].find((letter) => !taken.has(letter)) ?? LETTERS.slice(-1);
}

/** One more wording of a script for this run, to be tried against the others; begins as a copy. */
export const addScriptVariant = defineCommand({
  name: 'flow-tools.addScriptVariant',
  input: z.object({
    runId: idSchema,
    position: z.number().int().positive(),
    scriptKey: z.string(),
    /** The wording that it begins with; the script's own without one. */
    fromVariantKey: z.string().optional(),
  }),
  entities: FLOW_STORES,
  label: ({ position }) => ({
    zh: `给第 ${position} 步的话术加一种写法`,
    en: `Add a wording to a script of step ${position}`,
  }),
  run: async (tx, { runId, position, scriptKey, fromVariantKey }) => {
    const step = openStepAt(await loadFlow(tx, runId), position);
    const script = step.definition.scripts.find((it) => it.key === scriptKey);
    if (!script) throw new ExpectedError('sop-not-found');
    const variants = script.variants ?? [];
    if (variants.length >= MOST_VARIANTS) {
      throw new ExpectedError('script-variants-full', { most: MOST_VARIANTS });
    }
    const from = variants.find((variant) => variant.key === fromVariantKey) ?? script;
    const letter = freeLetter(script);
    const key = tx.newId();
    const variant = { key, label: { zh: letter, en: letter }, text: from.text };
    const scripts = step.definition.scripts.map((it) =>
      it.key === scriptKey ? { ...it, variants: [...variants, variant] } : it,
    );
    await tx.update('sopSteps', step.id, { definition: { ...step.definition, scripts } });
    const detail = { script: `${script.label.zh || script.label.en} ${letter}` };
    await addRunEvent(tx, { runId, position, kind: 'scriptChanged', detail });
    return { variantKey: key };
  },
});
