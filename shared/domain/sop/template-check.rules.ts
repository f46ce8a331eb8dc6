import type { bilingualSchema, SopTemplate, StepDefinition } from './sop.schema';

type Bilingual = ReturnType<typeof bilingualSchema.parse>;

/** What a flow is without who made it: a draft, a published version or a file. */
export type FlowContent = Pick<
  SopTemplate,
  'key' | 'name' | 'purpose' | 'kind' | 'steps' | 'quietHours' | 'exitActions'
>;

/** Faults: a flow with one of these cannot be published. */
export const TEMPLATE_FAULTS = [
  'noName',
  'noTitle',
  'noAction',
  'noMetric',
  'emptyItem',
  'sameItemKey',
  'emptyScript',
  'sameScriptKey',
  'sameVariantKey',
  'emptyVariant',
  'samePlacementKey',
  'emptyPlacement',
  'afterItself',
  'afterMissing',
  'afterLater',
  'afterCircle',
  'wrongSide',
  'outOfRange',
  'noHours',
  'noWindow',
  'startsItself',
] as const;

/** Hints: to be read, but no reason to hold a flow back. */
export const TEMPLATE_HINTS = [
  'hoursOverMidnight',
  'hoursInQuiet',
  'variablesDiffer',
  'criticalWithoutItems',
  'firstStepRate',
  'firstStepWindow',
  'rateOfNoPeople',
  'sameTitle',
] as const;

export type TemplateProblem = {
  code: (typeof TEMPLATE_FAULTS)[number] | (typeof TEMPLATE_HINTS)[number];
  /** 1-based; absent when the problem is the flow's own. */
  step?: number;
  /** The item, script or placement that is meant, by its words or its key. */
  about?: string;
  /** Another step (1-based) that has to do with it. */
  other?: number;
};

const faults: ReadonlySet<string> = new Set(TEMPLATE_FAULTS);

/** Whether the problem keeps the flow from being published. */
export const isFault = ({ code }: TemplateProblem): boolean => faults.has(code);

const isEmpty = ({ zh, en }: Bilingual) => zh.trim() === '' && en.trim() === '';
const shown = ({ zh, en }: Bilingual) => zh.trim() || en.trim();
const variablesOf = (text: string) => new Set(text.match(/\{[^{}\n]+\}/g));

function repeated<T extends { key: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>();
  return items.filter(({ key }) => seen.size === seen.add(key).size);
}

type Found = Omit<TemplateProblem, 'step'>;

function itemProblems({ checklist, rigour }: StepDefinition): Found[] {
  return [
    ...checklist
      .filter(({ label }) => isEmpty(label))
      .map(({ key }): Found => ({ code: 'emptyItem', about: key })),
    ...repeated(checklist).map(
      ({ key, label }): Found => ({ code: 'sameItemKey', about: shown(label) || key }),
    ),
    ...(rigour === 'critical' && checklist.length === 0
      ? [{ code: 'criticalWithoutItems' } as const]
      : []),
  ];
}

function textProblems(text: Bilingual, about: string): Found[] {
  const differs =
    text.zh.trim() !== '' &&
    text.en.trim() !== '' &&
    variablesOf(text.zh).size !== variablesOf(text.en).size;
  return differs ? [{ code: 'variablesDiffer', about }] : [];
}

function scriptProblems({ scripts, placements = [] }: StepDefinition): Found[] {
  const found: Found[] = [];
  for (const { key, label, text, variants = [] } of scripts) {
    const about = shown(label) || key;
    if (isEmpty(text)) found.push({ code: 'emptyScript', about });
    found.push(...textProblems(text, about));
    for (const variant of variants) {
      const name = `${about} · ${shown(variant.label) || variant.key}`;
      if (isEmpty(variant.text)) found.push({ code: 'emptyVariant', about: name });
      found.push(...textProblems(variant.text, name));
    }
    if (repeated(variants).length > 0) found.push({ code: 'sameVariantKey', about });
  }
  for (const it of repeated(scripts)) {
    found.push({ code: 'sameScriptKey', about: shown(it.label) || it.key });
  }
  for (const it of placements) {
    if (isEmpty(it.label)) found.push({ code: 'emptyPlacement', about: it.key });
  }
  for (const it of repeated(placements)) {
    found.push({ code: 'samePlacementKey', about: shown(it.label) || it.key });
  }
  return found;
}

/** The largest number that a metric of the unit can have; percent is kept in hundredths. */
function largestOf(unit: StepDefinition['metric']['unit']): number {
  if (unit === 'yesNo') return 1;
  return unit === 'percent' ? 10_000 : Number.MAX_SAFE_INTEGER;
}

function metricProblems({ metric }: StepDefinition, position: number): Found[] {
  const found: Found[] = [];
  const { unit, direction, targetRate, redLineRate, targetValue, redLineValue } = metric;
  if (isEmpty(metric.name)) found.push({ code: 'noMetric' });
  const isWrong = (target: number | undefined, redLine: number | undefined) =>
    target !== undefined &&
    redLine !== undefined &&
    (direction === 'higher' ? redLine > target : redLine < target);
  if (isWrong(targetRate, redLineRate) || isWrong(targetValue, redLineValue)) {
    found.push({ code: 'wrongSide' });
  }
  if (Math.max(targetValue ?? 0, redLineValue ?? 0) > largestOf(unit)) {
    found.push({ code: 'outOfRange' });
  }
  if (targetRate !== undefined || redLineRate !== undefined) {
    if (unit !== 'people') found.push({ code: 'rateOfNoPeople' });
    else if (position === 1) found.push({ code: 'firstStepRate' });
  }
  return found;
}

const minuteOf = (clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

/** Whether all of `inner` lies within `outer`; both may reach over midnight. */
function liesWithin(inner: { from: string; to: string }, outer: { from: string; to: string }) {
  const DAY = 24 * 60;
  const since = (clock: string) => (minuteOf(clock) - minuteOf(outer.from) + DAY) % DAY;
  const length = (span: { from: string; to: string }) =>
    (minuteOf(span.to) - minuteOf(span.from) + DAY) % DAY;
  return since(inner.from) + length(inner) <= length(outer);
}

function dueProblems(step: StepDefinition, position: number, flow: FlowContent): Found[] {
  const found: Found[] = [];
  const { on, window } = step.due;
  if (on.kind === 'afterStep') {
    if (on.step === position) found.push({ code: 'afterItself' });
    else if (on.step > flow.steps.length) found.push({ code: 'afterMissing', other: on.step });
    else if (waitsForItself(flow.steps, position)) {
      found.push({ code: 'afterCircle', other: on.step });
    } else if (on.step > position) found.push({ code: 'afterLater', other: on.step });
  }
  if (!window) return found;
  if (window.from === window.to) found.push({ code: 'noHours' });
  else {
    if (window.from > window.to) found.push({ code: 'hoursOverMidnight' });
    const isQuiet = flow.quietHours !== undefined && liesWithin(window, flow.quietHours);
    if (isQuiet && step.scripts.length > 0) found.push({ code: 'hoursInQuiet' });
  }
  return found;
}

function windowProblems({ windowMs }: StepDefinition, position: number): Found[] {
  if (windowMs === undefined) return [];
  if (windowMs <= 0) return [{ code: 'noWindow' }];
  return position === 1 ? [{ code: 'firstStepWindow' }] : [];
}

/** Follows what a step waits for; true when that leads back to it over at least one other step. */
function waitsForItself(steps: readonly StepDefinition[], position: number): boolean {
  const seen = new Set<number>();
  let at = position;
  while (!seen.has(at)) {
    seen.add(at);
    const on = steps[at - 1]?.due.on;
    if (on?.kind !== 'afterStep') return false;
    at = on.step;
  }
  return at === position && seen.size > 1;
}

function stepProblems(step: StepDefinition, position: number, flow: FlowContent): Found[] {
  const title = shown(step.title);
  const twin = flow.steps.findIndex((it) => title !== '' && shown(it.title) === title) + 1;
  return [
    ...(title === '' ? [{ code: 'noTitle' } as const] : []),
    ...(twin > 0 && twin < position ? [{ code: 'sameTitle', other: twin } as const] : []),
    ...(isEmpty(step.action) ? [{ code: 'noAction' } as const] : []),
    ...dueProblems(step, position, flow),
    ...windowProblems(step, position),
    ...itemProblems(step),
    ...scriptProblems(step),
    ...metricProblems(step, position),
  ];
}

/**
 * What is wrong with a flow before it is published: the flow's own problems first, then step by
 * step in their order. Faults (`isFault`) must be mended, hints need only be read.
 */
export function checkTemplate(flow: FlowContent): TemplateProblem[] {
  const own: TemplateProblem[] = [];
  if (isEmpty(flow.name)) own.push({ code: 'noName' });
  if (flow.quietHours && flow.quietHours.from === flow.quietHours.to) own.push({ code: 'noHours' });
  const startsItself = flow.exitActions.some(
    (action) => action.kind === 'startFlow' && action.templateKey === flow.key,
  );
  if (startsItself) own.push({ code: 'startsItself' });
  const ofSteps = flow.steps.flatMap((step, index) =>
    stepProblems(step, index + 1, flow).map((found) => ({ ...found, step: index + 1 })),
  );
  return [...own, ...ofSteps];
}
