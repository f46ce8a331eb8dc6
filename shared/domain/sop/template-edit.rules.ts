import { z } from 'zod';
import {
  type SopTemplate,
  type StepDefinition,
  sopTemplateSchema,
  stepDefinitionSchema,
} from './sop.schema';

const position = z.number().int().positive().max(60);
const { name, purpose, kind, quietHours, exitActions, source } = sopTemplateSchema.shape;

/** One change of a draft; `at`, `from` and `to` are 1-based places of steps. */
export const templateEditSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('head'),
    patch: z.object({
      name: name.optional(),
      purpose: purpose.optional(),
      kind: kind.unwrap().optional(),
      /** Null takes the hours away. */
      quietHours: quietHours.unwrap().nullable().optional(),
      exitActions: exitActions.unwrap().optional(),
      source: source.optional(),
    }),
  }),
  z.object({
    kind: z.literal('step'),
    at: position,
    /** Whole fields of the definition; fields named in `without` are taken away. */
    patch: stepDefinitionSchema.extend({ optional: z.boolean() }).partial(),
    without: z.array(z.enum(['visual', 'placements', 'windowMs'])).optional(),
  }),
  z.object({ kind: z.literal('addStep'), at: position, step: stepDefinitionSchema }),
  z.object({ kind: z.literal('removeStep'), at: position }),
  z.object({ kind: z.literal('moveStep'), from: position, to: position }),
]);
export type TemplateEdit = z.infer<typeof templateEditSchema>;

/** The most steps that a flow has. */
export const MOST_STEPS = 60;

/**
 * Steps that wait for another keep waiting for the same one wherever it goes. `placeOf` maps an old
 * place to the new one; a step whose other is gone waits for the run's start instead.
 */
function follow(
  steps: readonly StepDefinition[],
  placeOf: (old: number) => number | undefined,
): StepDefinition[] {
  return steps.map((step) => {
    const { on } = step.due;
    if (on.kind !== 'afterStep') return step;
    const place = placeOf(on.step);
    if (place === on.step) return step;
    const next =
      place === undefined
        ? ({ kind: 'afterStart', days: on.days } as const)
        : { ...on, step: place };
    return { ...step, due: { ...step.due, on: next } };
  });
}

function moved(steps: readonly StepDefinition[], from: number, to: number): StepDefinition[] {
  const order = steps.map((_, index) => index + 1).filter((place) => place !== from);
  order.splice(to - 1, 0, from);
  const next = order.flatMap((place) => steps[place - 1] ?? []);
  return follow(next, (old) => (old > steps.length ? old : order.indexOf(old) + 1));
}

function stepsAfter(steps: readonly StepDefinition[], edit: TemplateEdit): StepDefinition[] {
  const has = (place: number) => place >= 1 && place <= steps.length;
  switch (edit.kind) {
    case 'head':
      return [...steps];
    case 'step':
      return steps.map((step, index) => {
        if (index + 1 !== edit.at) return step;
        const next = { ...step, ...edit.patch };
        for (const field of edit.without ?? []) delete next[field];
        return next;
      });
    case 'addStep': {
      if (steps.length >= MOST_STEPS) return [...steps];
      const at = Math.min(edit.at, steps.length + 1);
      const next = follow(steps, (old) => (old >= at ? old + 1 : old));
      next.splice(at - 1, 0, edit.step);
      return next;
    }
    case 'removeStep': {
      if (!has(edit.at) || steps.length === 1) return [...steps];
      const next = steps.filter((_, index) => index + 1 !== edit.at);
      return follow(next, (old) => {
        if (old === edit.at) return undefined;
        return old > edit.at ? old - 1 : old;
      });
    }
    case 'moveStep':
      return has(edit.from) && has(edit.to) ? moved(steps, edit.from, edit.to) : [...steps];
    default:
      return edit satisfies never;
  }
}

/**
 * The draft after a change. Moving or removing steps keeps “after step K” pointing at the same step
 * (at the run's start when that step goes). A place that is not there changes nothing; the last
 * step stays, and so does a flow of 60 steps when one more is added.
 */
export function editTemplate(draft: SopTemplate, edit: TemplateEdit): SopTemplate {
  if (edit.kind !== 'head') return { ...draft, steps: stepsAfter(draft.steps, edit) };
  const { quietHours: hours, ...patch } = edit.patch;
  const { quietHours: before, ...rest } = draft;
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as Partial<SopTemplate>;
  const kept = hours === undefined ? before : (hours ?? undefined);
  return { ...rest, ...given, ...(kept === undefined ? {} : { quietHours: kept }) };
}

/** A step with nothing in it yet, due the day after the run's start. */
export const blankStep = (): StepDefinition => ({
  title: { zh: '', en: '' },
  action: { zh: '', en: '' },
  ownerRole: 'operator',
  due: { on: { kind: 'afterStart', days: 1 }, isWorkingDays: false },
  rigour: 'standard',
  tool: 'none',
  checklist: [],
  scripts: [],
  metric: { name: { zh: '', en: '' }, unit: 'people', direction: 'higher' },
  optional: false,
});

/** A key `<word>-<number>` that none of the items has. */
export function freeKey(items: readonly { key: string }[], word: string): string {
  const taken = new Set(items.map(({ key }) => key));
  let number = items.length + 1;
  while (taken.has(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}
