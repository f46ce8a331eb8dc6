import type { Rule } from '@shared/domain/rules/rule.schema';

/** Ids of the segments and snapshots that a rule names, itself included at any depth. */
export type References = { segmentIds: Set<string>; snapshotIds: Set<string> };

export function referencesOf(
  rule: Rule,
  found: References = { segmentIds: new Set(), snapshotIds: new Set() },
): References {
  switch (rule.kind) {
    case 'all':
    case 'any':
      for (const each of rule.of) referencesOf(each, found);
      break;
    case 'not':
    case 'held':
      referencesOf(rule.of, found);
      break;
    case 'segment':
      found.segmentIds.add(rule.segmentId);
      break;
    case 'snapshot':
      found.snapshotIds.add(rule.snapshotId);
      break;
    default:
      break;
  }
  return found;
}

/** True when what a model says today decides: yesterday's answers are not kept, so nobody moves. */
export function leansOnScores(rule: Rule): boolean {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return rule.of.some(leansOnScores);
    case 'not':
    case 'held':
      return leansOnScores(rule.of);
    case 'rfm':
    case 'quadrant':
    case 'persona':
    case 'level':
    case 'ltv':
      return true;
    default:
      return false;
  }
}

/** True when a rule leads to the segment, through however many others. */
export function leadsTo(
  rule: Rule,
  segmentId: string,
  ruleOf: (segmentId: string) => Rule | undefined,
): boolean {
  const seen = new Set<string>();
  const open = [...referencesOf(rule).segmentIds];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === segmentId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const next = ruleOf(id);
    if (next) open.push(...referencesOf(next).segmentIds);
  }
  return false;
}
