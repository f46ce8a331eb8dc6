import { assertNever } from '@shared/lib/errors';
import { dueRuleOf } from './due.rules';
import type { ReviewChange } from './review.schema';
import type { bilingualSchema, StepDefinition } from './sop.schema';

type Bilingual = ReturnType<typeof bilingualSchema.parse>;

/** Why a change fits no step of the flow as it is. */
export const CHANGE_REFUSALS = [
  'unknownStep',
  'unknownScript',
  'unknownItem',
  'sameItem',
  'noRate',
  'belowRedLine',
  'dueNotCounted',
  'nothingNew',
] as const;
export type ChangeRefusal = (typeof CHANGE_REFUSALS)[number];

/** What one change does: the text or number before and after, or why it cannot be done. */
export type ChangeEffect = { change: ReviewChange } & (
  | { kind: 'done'; before?: string; after?: string }
  | { kind: 'refused'; reason: ChangeRefusal }
);

export type AppliedChanges = { steps: StepDefinition[]; effects: ChangeEffect[] };

type Effect =
  | { step: StepDefinition; before?: string; after?: string }
  | { refused: ChangeRefusal };

/** In the language given, else in the one that the old text has; the other one goes. */
function written(old: Bilingual, text: string, language: 'zh' | 'en' | undefined): Bilingual {
  const into = language ?? (old.zh || !old.en ? 'zh' : 'en');
  return into === 'zh' ? { zh: text, en: '' } : { zh: '', en: text };
}

const shown = ({ zh, en }: Bilingual, language: 'zh' | 'en' | undefined) =>
  language === 'en' ? en || zh : zh || en;

const percent = (rate: number | undefined) =>
  rate === undefined ? undefined : `${Number((rate * 100).toFixed(2))}%`;

type Of<K extends ReviewChange['kind']> = Extract<ReviewChange, { kind: K }>;

function setTarget(step: StepDefinition, change: Of<'targetRate'>): Effect {
  const { metric } = step;
  if (change.step === 1 || metric.unit !== 'people') return { refused: 'noRate' };
  if (metric.targetRate === change.targetRate) return { refused: 'nothingNew' };
  const isBelow = metric.redLineRate !== undefined && change.targetRate < metric.redLineRate;
  if (isBelow && metric.direction === 'higher') return { refused: 'belowRedLine' };
  return {
    step: { ...step, metric: { ...metric, targetRate: change.targetRate } },
    ...defined({ before: percent(metric.targetRate), after: percent(change.targetRate) }),
  };
}

function setScript(step: StepDefinition, change: Of<'script'>): Effect {
  const { scriptKey, variantKey, text, language } = change;
  const script = step.scripts.find(({ key }) => key === scriptKey);
  const place =
    variantKey === undefined ? script : script?.variants?.find(({ key }) => key === variantKey);
  if (!script || !place) return { refused: 'unknownScript' };
  const before = shown(place.text, language);
  if (before === text) return { refused: 'nothingNew' };
  const changed = { ...place, text: written(place.text, text, language) };
  const next =
    place === script
      ? { ...script, text: changed.text }
      : {
          ...script,
          variants: (script.variants ?? []).map((it) => (it === place ? changed : it)),
        };
  const scripts = step.scripts.map((it) => (it === script ? next : it));
  return { step: { ...step, scripts }, before, after: text };
}

function addItem(step: StepDefinition, { label, language }: Of<'checklistAdd'>): Effect {
  const { checklist } = step;
  if (checklist.some((item) => item.label.zh === label || item.label.en === label)) {
    return { refused: 'sameItem' };
  }
  const keys = new Set(checklist.map(({ key }) => key));
  let number = checklist.length + 1;
  while (keys.has(`added-${number}`)) number += 1;
  const item = {
    key: `added-${number}`,
    label: written({ zh: '', en: '' }, label, language),
    kind: 'tick' as const,
  };
  return { step: { ...step, checklist: [...checklist, item] }, after: label };
}

function dropItem(step: StepDefinition, { key }: Of<'checklistDrop'>): Effect {
  const item = step.checklist.find((it) => it.key === key);
  if (!item) return { refused: 'unknownItem' };
  const checklist = step.checklist.filter((it) => it !== item);
  return { step: { ...step, checklist }, before: item.label.zh || item.label.en };
}

function setAction(step: StepDefinition, { text, language }: Of<'action'>): Effect {
  const before = shown(step.action, language);
  if (before === text) return { refused: 'nothingNew' };
  return { step: { ...step, action: written(step.action, text, language) }, before, after: text };
}

function setDue(step: StepDefinition, { days }: Of<'due'>): Effect {
  const due = dueRuleOf(step);
  const { on } = due;
  if (on.kind !== 'afterStart' && on.kind !== 'afterStep') return { refused: 'dueNotCounted' };
  if (on.days === days) return { refused: 'nothingNew' };
  return {
    step: { ...step, due: { ...due, on: { ...on, days } } },
    before: String(on.days),
    after: String(days),
  };
}

function effectOf(step: StepDefinition, change: ReviewChange): Effect {
  switch (change.kind) {
    case 'targetRate':
      return setTarget(step, change);
    case 'script':
      return setScript(step, change);
    case 'checklistAdd':
      return addItem(step, change);
    case 'checklistDrop':
      return dropItem(step, change);
    case 'action':
      return setAction(step, change);
    case 'due':
      return setDue(step, change);
    default:
      return assertNever(change, 'effectOf');
  }
}

/** Only what is there, so that absent stays absent. */
function defined(fields: { before: string | undefined; after: string | undefined }) {
  return {
    ...(fields.before === undefined ? {} : { before: fields.before }),
    ...(fields.after === undefined ? {} : { after: fields.after }),
  };
}

/**
 * The steps of the next version: the proposed changes one after the other, each on what those
 * before it left. A change that fits nothing is left out and says why; `effects` are in the order
 * of `changes`. Texts are shown in the change's language, targets in percent, due days as numbers.
 */
export function applyReviewChanges(
  steps: readonly StepDefinition[],
  changes: readonly ReviewChange[],
): AppliedChanges {
  const next = [...steps];
  const effects = changes.map((change): ChangeEffect => {
    const step = next[change.step - 1];
    const effect: Effect = step ? effectOf(step, change) : { refused: 'unknownStep' };
    if ('refused' in effect) return { change, kind: 'refused', reason: effect.refused };
    next[change.step - 1] = effect.step;
    const { before, after } = effect;
    return { change, kind: 'done', ...defined({ before, after }) };
  });
  return { steps: next, effects };
}
