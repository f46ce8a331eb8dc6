import type { ClockSpan, DueRule } from './due.schema';
import type { bilingualSchema, ExitAction, FlowKind, StepDefinition } from './sop.schema';
import type { FlowContent } from './template-check.rules';

type Bilingual = ReturnType<typeof bilingualSchema.parse>;

/** What is shown of a thing before and after, by what it is. */
export type ShownValue =
  | { as: 'text'; text: Bilingual }
  | { as: 'due'; due: DueRule }
  | { as: 'window'; windowMs: number | undefined }
  | { as: 'role'; role: StepDefinition['ownerRole'] }
  | { as: 'rigour'; rigour: StepDefinition['rigour'] }
  | { as: 'tool'; tool: StepDefinition['tool'] }
  | { as: 'check'; kind: StepDefinition['checklist'][number]['kind'] }
  | { as: 'yesNo'; is: boolean }
  | { as: 'metric'; metric: StepDefinition['metric'] }
  | { as: 'kind'; kind: FlowKind }
  | { as: 'hours'; hours: ClockSpan }
  | { as: 'exits'; actions: readonly ExitAction[] }
  | { as: 'place'; place: number };

type ChangedPart =
  | 'name'
  | 'purpose'
  | 'kind'
  | 'quietHours'
  | 'exitActions'
  | 'step'
  | 'place'
  | 'title'
  | 'action'
  | 'ownerRole'
  | 'due'
  | 'window'
  | 'rigour'
  | 'tool'
  | 'optional'
  | 'visual'
  | 'metric'
  | 'item'
  | 'itemKind'
  | 'itemHint'
  | 'itemOrder'
  | 'script'
  | 'scriptLabel'
  | 'scriptOrder'
  | 'variant'
  | 'placement'
  | 'placementOrder';

/**
 * One difference. Without `before` the thing came, without `after` it went. `step` is the 1-based
 * place in the newer version (in the older one when the step went), `about` names an item in it.
 */
export type TemplateChange = {
  part: ChangedPart;
  step?: number;
  title?: Bilingual;
  about?: Bilingual;
  before?: ShownValue;
  after?: ShownValue;
};

const isSame = (a: unknown, b: unknown) => canonical(a) === canonical(b);

/** JSON whose fields have one order, so that only what is said counts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const isSameText = (a: Bilingual | undefined, b: Bilingual | undefined) =>
  a?.zh === b?.zh && a?.en === b?.en;
const text = (of: Bilingual | undefined): ShownValue | undefined => of && { as: 'text', text: of };

type Change = Omit<TemplateChange, 'step' | 'title'>;

function change(
  part: ChangedPart,
  before: ShownValue | undefined,
  after: ShownValue | undefined,
  about?: Bilingual,
): Change {
  return {
    part,
    ...(about === undefined ? {} : { about }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Which step of the older version each step of the newer one was; by title, else by likeness. */
function matchSteps(
  before: readonly StepDefinition[],
  after: readonly StepDefinition[],
): (number | undefined)[] {
  const taken = new Set<number>();
  const match: (number | undefined)[] = after.map(() => undefined);
  const pass = (
    isLike: (a: StepDefinition, b: StepDefinition, isSamePlace: boolean) => boolean,
  ) => {
    for (const [index, step] of after.entries()) {
      if (match[index] !== undefined) continue;
      const found = before.findIndex(
        (old, at) => !taken.has(at) && isLike(old, step, at === index),
      );
      if (found < 0) continue;
      match[index] = found;
      taken.add(found);
    }
  };
  const hasTitle = ({ title }: StepDefinition) => title.zh !== '' || title.en !== '';
  pass((a, b) => isSame(a, b));
  pass((a, b) => hasTitle(a) && isSameText(a.title, b.title));
  pass((a, b) => hasTitle(a) && (a.title.zh || a.title.en) === (b.title.zh || b.title.en));
  pass((a, b) => a.tool !== 'none' && a.tool === b.tool);
  pass(
    (a, b) =>
      hasTitle(a) && (isSameText(a.action, b.action) || isSameText(a.metric.name, b.metric.name)),
  );
  pass((_a, _b, isSamePlace) => isSamePlace && before.length === after.length);
  return match;
}

/** Places (of the newer version) whose steps changed their order among those that stayed. */
function movedPlaces(match: readonly (number | undefined)[]): Set<number> {
  const kept = match.flatMap((old, index) => (old === undefined ? [] : [{ old, index }]));
  // The longest run that kept its order stays put; whoever is not in it moved.
  const best: number[][] = [];
  for (const [at, { old }] of kept.entries()) {
    let longest: number[] = [];
    for (let earlier = 0; earlier < at; earlier += 1) {
      const chain = best[earlier] ?? [];
      if ((kept[earlier]?.old ?? 0) < old && chain.length > longest.length) longest = chain;
    }
    best.push([...longest, at]);
  }
  const stays = new Set(best.reduce((a, b) => (b.length > a.length ? b : a), []));
  return new Set(kept.filter((_, at) => !stays.has(at)).map(({ index }) => index));
}

/** Things with keys: what came, what went, what stayed in another order. */
function keyedChanges<T extends { key: string; label: Bilingual }>(
  part: ChangedPart,
  orderPart: ChangedPart,
  before: readonly T[],
  after: readonly T[],
  shown: (item: T) => Bilingual,
  inner: (a: T, b: T) => Change[],
): Change[] {
  if (isSame(before, after)) return [];
  const old = new Map(before.map((item) => [item.key, item]));
  const now = new Map(after.map((item) => [item.key, item]));
  const changes: Change[] = [];
  for (const item of before) {
    if (!now.has(item.key)) changes.push(change(part, text(shown(item)), undefined, item.label));
  }
  for (const item of after) {
    const was = old.get(item.key);
    if (was === undefined) changes.push(change(part, undefined, text(shown(item)), item.label));
    else changes.push(...inner(was, item));
  }
  const order = (items: readonly T[], others: ReadonlyMap<string, T>) =>
    items.filter(({ key }) => others.has(key)).map(({ key }) => key);
  if (!isSame(order(before, now), order(after, old)))
    changes.push(change(orderPart, undefined, undefined));
  // Two things of one key hide each other above; what remains different is said as a whole.
  return changes.length > 0 ? changes : [change(orderPart, undefined, undefined)];
}

type Item = StepDefinition['checklist'][number];
type Script = StepDefinition['scripts'][number];

function itemChanges(a: Item, b: Item): Change[] {
  const changes: Change[] = [];
  if (!isSameText(a.label, b.label))
    changes.push(change('item', text(a.label), text(b.label), b.label));
  if (a.kind !== b.kind) {
    changes.push(
      change('itemKind', { as: 'check', kind: a.kind }, { as: 'check', kind: b.kind }, b.label),
    );
  }
  if (!isSameText(a.hint, b.hint))
    changes.push(change('itemHint', text(a.hint), text(b.hint), b.label));
  return changes;
}

function scriptChanges(a: Script, b: Script): Change[] {
  const changes: Change[] = [];
  if (!isSameText(a.label, b.label)) {
    changes.push(change('scriptLabel', text(a.label), text(b.label), b.label));
  }
  if (!isSameText(a.text, b.text))
    changes.push(change('script', text(a.text), text(b.text), b.label));
  const variants = keyedChanges(
    'variant',
    'scriptOrder',
    a.variants ?? [],
    b.variants ?? [],
    (it) => it.text,
    (old, now) => [
      ...(isSameText(old.label, now.label)
        ? []
        : [change('scriptLabel', text(old.label), text(now.label), now.label)]),
      ...(isSameText(old.text, now.text)
        ? []
        : [change('variant', text(old.text), text(now.text), now.label)]),
    ],
  );
  return [...changes, ...variants];
}

function stepChanges(a: StepDefinition, b: StepDefinition): Change[] {
  const changes: Change[] = [];
  const add = (part: ChangedPart, before?: ShownValue, after?: ShownValue) => {
    if (!isSame(before, after)) changes.push(change(part, before, after));
  };
  add('title', text(a.title), text(b.title));
  add('action', text(a.action), text(b.action));
  add('ownerRole', { as: 'role', role: a.ownerRole }, { as: 'role', role: b.ownerRole });
  add('due', { as: 'due', due: a.due }, { as: 'due', due: b.due });
  add('window', { as: 'window', windowMs: a.windowMs }, { as: 'window', windowMs: b.windowMs });
  add('rigour', { as: 'rigour', rigour: a.rigour }, { as: 'rigour', rigour: b.rigour });
  add('tool', { as: 'tool', tool: a.tool }, { as: 'tool', tool: b.tool });
  add('optional', { as: 'yesNo', is: a.optional }, { as: 'yesNo', is: b.optional });
  add('visual', text(a.visual), text(b.visual));
  add('metric', { as: 'metric', metric: a.metric }, { as: 'metric', metric: b.metric });
  return [
    ...changes,
    ...keyedChanges('item', 'itemOrder', a.checklist, b.checklist, (it) => it.label, itemChanges),
    ...keyedChanges('script', 'scriptOrder', a.scripts, b.scripts, (it) => it.text, scriptChanges),
    ...keyedChanges(
      'placement',
      'placementOrder',
      a.placements ?? [],
      b.placements ?? [],
      (it) => it.label,
      (old, now) =>
        isSameText(old.label, now.label)
          ? []
          : [change('placement', text(old.label), text(now.label), now.label)],
    ),
  ];
}

function headChanges(a: FlowContent, b: FlowContent): Change[] {
  const hours = (of: FlowContent): ShownValue | undefined =>
    of.quietHours && { as: 'hours', hours: of.quietHours };
  const pairs: [ChangedPart, ShownValue | undefined, ShownValue | undefined][] = [
    ['name', text(a.name), text(b.name)],
    ['purpose', text(a.purpose), text(b.purpose)],
    ['kind', { as: 'kind', kind: a.kind }, { as: 'kind', kind: b.kind }],
    ['quietHours', hours(a), hours(b)],
    [
      'exitActions',
      { as: 'exits', actions: a.exitActions },
      { as: 'exits', actions: b.exitActions },
    ],
  ];
  return pairs
    .filter(([, before, after]) => !isSame(before, after))
    .map(([part, before, after]) => change(part, before, after));
}

/**
 * The differences of two versions: the flow's own, then step by step of the newer one, then steps
 * that went. Empty exactly when both say the same. A step counts as the same one when its title is,
 * else when its tool, its action or its metric is.
 */
export function diffTemplates(before: FlowContent, after: FlowContent): TemplateChange[] {
  const match = matchSteps(before.steps, after.steps);
  const moved = movedPlaces(match);
  const kept = new Set(match);
  const changes: TemplateChange[] = headChanges(before, after);
  for (const [index, step] of after.steps.entries()) {
    const where = { step: index + 1, title: step.title };
    const oldIndex = match[index];
    const old = oldIndex === undefined ? undefined : before.steps[oldIndex];
    if (old === undefined || oldIndex === undefined) {
      changes.push({ part: 'step', ...where, after: { as: 'text', text: step.action } });
      continue;
    }
    if (moved.has(index)) {
      const places = { before: oldIndex + 1, after: index + 1 };
      changes.push({
        part: 'place',
        ...where,
        before: { as: 'place', place: places.before },
        after: { as: 'place', place: places.after },
      });
    }
    changes.push(...stepChanges(old, step).map((it) => ({ ...it, ...where })));
  }
  for (const [index, step] of before.steps.entries()) {
    if (kept.has(index)) continue;
    const where = { step: index + 1, title: step.title };
    changes.push({ part: 'step', ...where, before: { as: 'text', text: step.action } });
  }
  return changes;
}
