import { dueRuleOf } from './due.rules';
import type { Script, StepDefinition } from './sop.schema';

/** In which respect a step of one version differs from the step at the same place in another. */
export const STEP_DIFFERENCES = [
  'stepAdded',
  'stepDropped',
  'title',
  'action',
  'due',
  'ownerRole',
  'rigour',
  'optional',
  'target',
  'redLine',
  'metric',
  'itemAdded',
  'itemDropped',
  'scriptAdded',
  'scriptDropped',
  'script',
  'placements',
] as const;
export type StepDifferenceKind = (typeof STEP_DIFFERENCES)[number];

export type Bilingual = { zh: string; en: string };

export type StepDifference = {
  position: number;
  kind: StepDifferenceKind;
  /** What the script or item is called. */
  name?: Bilingual;
  /** Texts before and after, where the difference is one of texts. */
  before?: Bilingual;
  after?: Bilingual;
  /** Shares (0–1) or numbers before and after, where it is one of those. */
  from?: number;
  to?: number;
};

type Found = Omit<StepDifference, 'position'>;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const dayCount = (step: StepDefinition) => {
  const { on } = dueRuleOf(step);
  return on.kind === 'afterStart' || on.kind === 'afterStep' ? on.days : undefined;
};

function numbers(kind: StepDifferenceKind, from?: number, to?: number): Found {
  return {
    kind,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** All texts of a script, its variants among them, as one; a text in one language stands in both. */
function textOf({ text, variants = [] }: Script): Bilingual {
  const texts = [text, ...variants.map((it) => it.text)];
  return {
    zh: texts.map(({ zh, en }) => zh || en).join('\n\n'),
    en: texts.map(({ zh, en }) => en || zh).join('\n\n'),
  };
}

function scriptDifferences(a: StepDefinition, b: StepDefinition): Found[] {
  const found: Found[] = [];
  for (const script of b.scripts) {
    const before = a.scripts.find(({ key }) => key === script.key);
    if (!before) found.push({ kind: 'scriptAdded', name: script.label, after: textOf(script) });
    else if (!isSame(textOf(before), textOf(script))) {
      const texts = { before: textOf(before), after: textOf(script) };
      found.push({ kind: 'script', name: script.label, ...texts });
    }
  }
  for (const script of a.scripts) {
    if (!b.scripts.some(({ key }) => key === script.key)) {
      found.push({ kind: 'scriptDropped', name: script.label, before: textOf(script) });
    }
  }
  return found;
}

function itemDifferences(a: StepDefinition, b: StepDefinition): Found[] {
  const isIn = (list: StepDefinition, label: Bilingual) =>
    list.checklist.some((item) => isSame(item.label, label));
  return [
    ...b.checklist
      .filter(({ label }) => !isIn(a, label))
      .map(({ label }): Found => ({ kind: 'itemAdded', name: label })),
    ...a.checklist
      .filter(({ label }) => !isIn(b, label))
      .map(({ label }): Found => ({ kind: 'itemDropped', name: label })),
  ];
}

function metricDifferences(a: StepDefinition, b: StepDefinition): Found[] {
  const target = (step: StepDefinition) => step.metric.targetRate ?? step.metric.targetValue;
  const redLine = (step: StepDefinition) => step.metric.redLineRate ?? step.metric.redLineValue;
  const rest = ({ metric: { name, unit, direction } }: StepDefinition) => [name, unit, direction];
  return [
    ...(target(a) === target(b) ? [] : [numbers('target', target(a), target(b))]),
    ...(redLine(a) === redLine(b) ? [] : [numbers('redLine', redLine(a), redLine(b))]),
    ...(isSame(rest(a), rest(b))
      ? []
      : [{ kind: 'metric' as const, before: a.metric.name, after: b.metric.name }]),
  ];
}

function differencesOf(a: StepDefinition, b: StepDefinition): Found[] {
  const texts = (['title', 'action'] as const)
    .filter((field) => !isSame(a[field], b[field]))
    .map((kind): Found => ({ kind, before: a[kind], after: b[kind] }));
  const plain = (['ownerRole', 'rigour', 'optional'] as const)
    .filter((field) => a[field] !== b[field])
    .map((kind): Found => ({ kind }));
  return [
    ...texts,
    ...(isSame(dueRuleOf(a), dueRuleOf(b)) ? [] : [numbers('due', dayCount(a), dayCount(b))]),
    ...plain,
    ...metricDifferences(a, b),
    ...itemDifferences(a, b),
    ...scriptDifferences(a, b),
    ...(isSame(a.placements ?? [], b.placements ?? []) ? [] : [{ kind: 'placements' as const }]),
  ];
}

/** Where version `b` of a flow differs from `a`, step by step at the same places. */
export function versionDifferences(
  a: readonly StepDefinition[],
  b: readonly StepDefinition[],
): StepDifference[] {
  const count = Math.max(a.length, b.length);
  return Array.from({ length: count }, (_, index): StepDifference[] => {
    const position = index + 1;
    const before = a[index];
    const after = b[index];
    if (before && after) return differencesOf(before, after).map((it) => ({ position, ...it }));
    if (after) return [{ position, kind: 'stepAdded', after: after.title }];
    return before ? [{ position, kind: 'stepDropped', before: before.title }] : [];
  }).flat();
}
