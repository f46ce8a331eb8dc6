import { EVERYBODY, type Rule } from '@shared/domain/rules/rule.schema';
import type { RunTarget } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';

/** Whom a target means, as a rule that counts and picks people. */
export function ruleOfTarget(target: RunTarget): Rule {
  switch (target.by) {
    case 'all':
      return EVERYBODY;
    case 'identity':
    case 'region':
      return { kind: 'attribute', field: target.by, isAny: [target.value] };
    case 'tag':
      return { kind: 'tag', tagIds: [target.value] };
    case 'segment':
      return { kind: 'segment', segmentId: target.value };
    case 'snapshot':
      return { kind: 'snapshot', snapshotId: target.value };
    default:
      return assertNever(target, 'ruleOfTarget');
  }
}

/** Figures of two sets: how many in both, in the earlier alone, in the later alone. */
export type SetChange = { kept: number; went: number; came: number };

/** From the table of overlaps of an earlier and a later set, as the people service gives it. */
export function setChange(overlaps: readonly (readonly number[])[]): SetChange {
  const [before = 0, kept = 0] = overlaps[0] ?? [];
  const now = overlaps[1]?.[1] ?? 0;
  return { kept, went: before - kept, came: now - kept };
}
