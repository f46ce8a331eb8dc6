import type { RuleRemark } from '../engine-types';
import type { Condition, Rule } from '../rule.schema';
import { needsOf } from '../rule-needs';
import { type RuleReference, RuleReferences, type RuleResolvers } from '../rule-references';
import { isCondition, MAX_RULE_WEIGHT, partsOf } from '../rule-size';
import { conditionRemarks, eventsOf } from './condition-remarks';
import { contradictionIn } from './contradictions';

/** What a rule may refer to, as far as it exists. */
export type RuleRefs = RuleResolvers & {
  hasTag: (tagId: string) => boolean;
  hasSegment: (segmentId: string) => boolean;
  hasSnapshot: (snapshotId: string) => boolean;
  hasGroup: (groupId: string) => boolean;
  /** The tag or segment whose rule this is about to become. */
  self?: RuleReference;
  /** It is asked as of a day before today. */
  isPast?: boolean;
};

type Place = { rule: Rule; path: number[]; isPast: boolean };

const MOST_REMARKS = 200;

/**
 * What the author of a rule should know of it. Work is bounded whatever comes in: a rule nested too
 * deeply, or coming to too many conditions with all that it refers to, is only told to be so.
 */
export function validateRule(rule: Rule, refs: RuleRefs): RuleRemark[] {
  const references = new RuleReferences(withSelf(rule, refs));
  if (references.weigh(rule) > MAX_RULE_WEIGHT) {
    return [{ path: [], code: 'too-deep', isError: true }];
  }
  const remarks: RuleRemark[] = [];
  const open: Place[] = [{ rule, path: [], isPast: refs.isPast ?? false }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { path } = place;
    for (const found of remarksOn(place, refs, references)) remarks.push({ path, ...found });
    if (remarks.length >= MOST_REMARKS) break;
    const isPast = place.isPast || place.rule.kind === 'held';
    const parts = partsOf(place.rule).map((part, i) => ({
      rule: part,
      path: [...path, i],
      isPast,
    }));
    open.push(...parts.reverse());
  }
  return remarks.slice(0, MOST_REMARKS);
}

/** The rule stands behind its own name already, so that it is found where it leads back to itself. */
function withSelf(rule: Rule, { self, tagRule, segmentRule }: RuleRefs): RuleResolvers {
  return {
    tagRule: (id) => (self?.kind === 'tag' && self.id === id ? rule : tagRule(id)),
    segmentRule: (id) => (self?.kind === 'segment' && self.id === id ? rule : segmentRule(id)),
  };
}

type Remark = Omit<RuleRemark, 'path'>;

function remarksOn({ rule, isPast }: Place, refs: RuleRefs, references: RuleReferences): Remark[] {
  const contradiction = contradictionIn(rule);
  if (contradiction) return [{ code: contradiction, isError: false }];
  if (rule.kind === 'any' && rule.of.length === 0) return [{ code: 'never-true', isError: false }];
  if (!isCondition(rule)) return [];
  const remarks: Remark[] = [...conditionRemarks(rule), ...unknownIn(rule, refs)];
  for (const reference of ownReferences(rule)) {
    const isOwn = leadsToSelf(reference, refs, references);
    if (isOwn || references.isCircular(reference)) {
      remarks.push({ code: 'circular', isError: isOwn });
    } else if (references.isTooLarge(reference)) {
      remarks.push({ code: 'too-deep', isError: true });
    }
  }
  if (isPast && needsOf(rule, refs).scores.length > 0) {
    remarks.push({ code: 'scores-have-no-past', isError: false });
  }
  return remarks;
}

function ownReferences(rule: Condition): RuleReference[] {
  if (rule.kind === 'segment') return [{ kind: 'segment', id: rule.segmentId }];
  return rule.kind === 'tag' ? rule.tagIds.map((id) => ({ kind: 'tag', id })) : [];
}

function leadsToSelf(
  reference: RuleReference,
  { self }: RuleRefs,
  references: RuleReferences,
): boolean {
  if (self === undefined) return false;
  if (self.kind === reference.kind && self.id === reference.id) return true;
  const behind = references.rawRule(reference);
  return behind !== undefined && references.leadsTo(behind, self);
}

function unknownIn(rule: Condition, refs: RuleRefs): Remark[] {
  const remarks: Remark[] = [];
  const add = (code: Remark['code']) => remarks.push({ code, isError: true });
  if (rule.kind === 'tag' && !rule.tagIds.every(refs.hasTag)) add('unknown-tag');
  if (rule.kind === 'segment' && !refs.hasSegment(rule.segmentId)) add('unknown-segment');
  if (rule.kind === 'snapshot' && !refs.hasSnapshot(rule.snapshotId)) add('unknown-snapshot');
  if (!groupsIn(rule).every(refs.hasGroup)) add('unknown-group');
  return remarks;
}

function groupsIn(rule: Condition): string[] {
  if (rule.kind === 'inGroup') return rule.groupIds ?? [];
  return eventsOf(rule).flatMap((event) =>
    event.of === 'interaction' ? (event.groupIds ?? []) : [],
  );
}
