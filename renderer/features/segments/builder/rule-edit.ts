import type { Condition, Rule } from '@shared/domain/rules/rule.schema';
import { partsOf } from '@shared/domain/rules/rule-size';

/** Where a rule lies: indexes of parts, from the root. */
export type RulePath = readonly number[];

export type GroupRule = Extract<Rule, { kind: 'all' | 'any' }>;
type Wrapper = { kind: 'not' } | { kind: 'held'; days: number };

/** A rule as the builder shows it: what is around it, outermost first, and what it is. */
export type Unwrapped = { wrappers: Wrapper[]; core: GroupRule | Condition; corePath: RulePath };

export const isGroup = (rule: Rule): rule is GroupRule =>
  rule.kind === 'all' || rule.kind === 'any';

/** The builder always edits a group; anything else becomes the only condition of one. */
export const asGroup = (rule: Rule): GroupRule =>
  isGroup(rule) ? rule : { kind: 'all', of: [rule] };

export function unwrap(rule: Rule, path: RulePath): Unwrapped {
  const wrappers: Wrapper[] = [];
  let core = rule;
  let corePath = path;
  while (core.kind === 'not' || core.kind === 'held') {
    wrappers.push(core.kind === 'not' ? { kind: 'not' } : { kind: 'held', days: core.days });
    core = core.of;
    corePath = [...corePath, 0];
  }
  return { wrappers, core, corePath };
}

function rewrap(wrappers: readonly Wrapper[], core: Rule): Rule {
  return wrappers.reduceRight<Rule>(
    (of, wrapper) =>
      wrapper.kind === 'not' ? { kind: 'not', of } : { kind: 'held', of, days: wrapper.days },
    core,
  );
}

/** Turns a condition round, or back. */
export function toggleNot(rule: Rule): Rule {
  const { wrappers, core } = unwrap(rule, []);
  const at = wrappers.findIndex((wrapper) => wrapper.kind === 'not');
  // Innermost, so that "held" says for how long it has not been so.
  return at >= 0
    ? rewrap(
        wrappers.filter((_, i) => i !== at),
        core,
      )
    : rewrap([...wrappers, { kind: 'not' }], core);
}

export const isNot = (rule: Rule): boolean =>
  unwrap(rule, []).wrappers.filter((wrapper) => wrapper.kind === 'not').length % 2 === 1;

export function heldDays(rule: Rule): number | undefined {
  const held = unwrap(rule, []).wrappers.find((wrapper) => wrapper.kind === 'held');
  return held?.kind === 'held' ? held.days : undefined;
}

/** `undefined` takes the outermost "held" away. */
export function setHeld(rule: Rule, days: number | undefined): Rule {
  const { wrappers, core } = unwrap(rule, []);
  const at = wrappers.findIndex((wrapper) => wrapper.kind === 'held');
  const others = wrappers.filter((_, i) => i !== at);
  if (days === undefined) return rewrap(others, core);
  const held: Wrapper = { kind: 'held', days };
  return rewrap(
    at < 0 ? [held, ...wrappers] : wrappers.map((wrapper, i) => (i === at ? held : wrapper)),
    core,
  );
}

/** What is around a condition stays; the condition itself becomes another. */
export const replaceCore = (rule: Rule, core: Rule): Rule =>
  rewrap(unwrap(rule, []).wrappers, core);

export function ruleAt(root: Rule, path: RulePath): Rule | undefined {
  let found: Rule | undefined = root;
  for (const index of path) found = found && partsOf(found)[index];
  return found;
}

/** The same rule with another one in a place; a path that leads nowhere changes nothing. */
export function replaceAt(root: Rule, path: RulePath, change: (rule: Rule) => Rule): Rule {
  const [index, ...rest] = path;
  if (index === undefined) return change(root);
  if (root.kind === 'not' || root.kind === 'held') {
    return index === 0 ? { ...root, of: replaceAt(root.of, rest, change) } : root;
  }
  if (!isGroup(root)) return root;
  return {
    kind: root.kind,
    of: root.of.map((part, i) => (i === index ? replaceAt(part, rest, change) : part)),
  };
}

function changeParts(
  root: Rule,
  groupPath: RulePath,
  change: (parts: readonly Rule[]) => Rule[],
): Rule {
  return replaceAt(root, groupPath, (group) =>
    isGroup(group) ? { kind: group.kind, of: change(group.of) } : group,
  );
}

/** As many as the schema takes in one group. */
export const MOST_PARTS = 100;

export const addPart = (root: Rule, groupPath: RulePath, part: Rule): Rule =>
  changeParts(root, groupPath, (parts) =>
    parts.length >= MOST_PARTS ? [...parts] : [...parts, part],
  );

/** `path` is that of a group's part. */
export const removePart = (root: Rule, path: RulePath): Rule =>
  changeParts(root, path.slice(0, -1), (parts) => parts.filter((_, i) => i !== path.at(-1)));

export const duplicatePart = (root: Rule, path: RulePath): Rule =>
  changeParts(root, path.slice(0, -1), (parts) =>
    parts.length >= MOST_PARTS
      ? [...parts]
      : parts.flatMap((part, i) => (i === path.at(-1) ? [part, structuredClone(part)] : [part])),
  );

/** One place up (−1) or down (1) among its neighbours. */
export function movePart(root: Rule, path: RulePath, by: -1 | 1): Rule {
  return changeParts(root, path.slice(0, -1), (parts) => {
    const from = path.at(-1) ?? 0;
    const to = from + by;
    const moved = parts[from];
    if (moved === undefined || to < 0 || to >= parts.length) return [...parts];
    const others = parts.filter((_, i) => i !== from);
    return [...others.slice(0, to), moved, ...others.slice(to)];
  });
}

/** A group of its own around a part, of the other kind than the one that it lies in. */
export function wrapPart(root: Rule, path: RulePath): Rule {
  const outer = ruleAt(root, path.slice(0, -1));
  const kind = outer?.kind === 'any' ? 'all' : 'any';
  return replaceAt(root, path, (part) => ({ kind, of: [part] }));
}

/** The parts of a group take its place. */
export function unwrapPart(root: Rule, path: RulePath): Rule {
  const group = ruleAt(root, path);
  if (group === undefined || !isGroup(group)) return root;
  return changeParts(root, path.slice(0, -1), (parts) =>
    parts.length - 1 + group.of.length > MOST_PARTS
      ? [...parts]
      : parts.flatMap((part, i) => (i === path.at(-1) ? group.of : [part])),
  );
}

export const setGroupKind = (root: Rule, groupPath: RulePath, kind: GroupRule['kind']): Rule =>
  replaceAt(root, groupPath, (group) => (isGroup(group) ? { kind, of: group.of } : group));
