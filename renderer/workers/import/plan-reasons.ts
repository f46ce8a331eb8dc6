import type { ImportPlan } from '@shared/domain/import/plan/plan';
import { type CellProblem, fixOf, type RejectCode } from '@shared/domain/import/plan/problems';
import type { PlanFilter, ReasonGroup } from './import-types';

type Reason = { kind: ReasonGroup['kind']; code: string; problem?: CellProblem<RejectCode> };

/** Each reason of a record once, however many of its cells have it. */
function reasonsAt({ entries }: ImportPlan, place: number): Reason[] {
  const reasons: Reason[] = [];
  const action = entries.actionAt(place);
  const entry = action === 'rejected' || action === 'confirm' ? entries.at(place) : undefined;
  if (entry?.action === 'rejected') {
    const byCode = new Map<string, CellProblem<RejectCode>>();
    for (const problem of entry.problems) {
      if (!byCode.has(problem.code) || problem.fix) byCode.set(problem.code, problem);
    }
    for (const [code, problem] of byCode) reasons.push({ kind: 'rejected', code, problem });
  }
  if (entry?.action === 'confirm') reasons.push({ kind: 'confirm', code: entry.reason });
  for (const code of new Set(entries.warningsAt(place).map((warning) => warning.code))) {
    reasons.push({ kind: 'warning', code });
  }
  return reasons;
}

const KIND_ORDER = { rejected: 0, confirm: 1, warning: 2 } as const;

/** All reasons of the plan with how many records have them, gravest and most frequent first. */
export function groupReasons(plan: ImportPlan): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const place of plan.entries.notable()) {
    for (const { kind, code, problem } of reasonsAt(plan, place)) {
      const key = `${kind}/${code}`;
      const fix = problem && fixOf(problem);
      const known = groups.get(key);
      if (!known) groups.set(key, { kind, code, count: 1, fix } as ReasonGroup);
      else {
        known.count++;
        if (known.kind === 'rejected') known.fix ??= fix;
      }
    }
  }
  return [...groups.values()].sort(
    (a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || b.count - a.count,
  );
}

/** The places of the plan's records that pass the filter. */
export function filterPlan(plan: ImportPlan, filter: PlanFilter): ArrayLike<number> {
  const { entries } = plan;
  if (filter.kind === 'all') return Uint32Array.from({ length: entries.length }, (_, i) => i);
  if (filter.kind === 'action') return entries.placesOf(filter.action);
  return entries
    .notable()
    .filter((place) =>
      reasonsAt(plan, place).some(
        ({ kind, code }) => kind === filter.group && code === filter.code,
      ),
    );
}
