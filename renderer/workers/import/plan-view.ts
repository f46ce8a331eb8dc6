import type { ImportPlan, MemberEntry, OrderEntry } from '@shared/domain/import/plan/plan';
import type { CellProblem } from '@shared/domain/import/plan/problems';
import type { PlanFilter, PlanNote, PlanPage, PlanRow, ReasonGroup } from './import-types';

type Entry = MemberEntry | OrderEntry;
type NameOf = (ref: string | number) => string | undefined;

/** Each reason of a record once, however many of its cells have it. */
function reasonsOf(entry: Entry): { kind: ReasonGroup['kind']; code: string }[] {
  const reasons: { kind: ReasonGroup['kind']; code: string }[] = [];
  if (entry.action === 'rejected') {
    for (const code of new Set(entry.problems.map((problem) => problem.code))) {
      reasons.push({ kind: 'rejected', code });
    }
  }
  if (entry.action === 'confirm') reasons.push({ kind: 'confirm', code: entry.reason });
  if (entry.warnings.length > 0) {
    for (const code of new Set(entry.warnings.map((warning) => warning.code))) {
      reasons.push({ kind: 'warning', code });
    }
  }
  return reasons;
}

const KIND_ORDER = { rejected: 0, confirm: 1, warning: 2 } as const;

/** All reasons of the plan with how many records have them, gravest and most frequent first. */
export function groupReasons(plan: ImportPlan): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const entry of plan.entries) {
    if (entry.warnings.length === 0 && entry.action !== 'rejected' && entry.action !== 'confirm') {
      continue;
    }
    for (const { kind, code } of reasonsOf(entry)) {
      const key = `${kind}/${code}`;
      const known = groups.get(key);
      if (known) known.count++;
      else groups.set(key, { kind, code, count: 1, fix: undefined } as ReasonGroup);
    }
  }
  return [...groups.values()].sort(
    (a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || b.count - a.count,
  );
}

function isWanted(entry: Entry, filter: PlanFilter): boolean {
  if (filter.kind === 'all') return true;
  if (filter.kind === 'action') return entry.action === filter.action;
  return reasonsOf(entry).some(({ kind, code }) => kind === filter.group && code === filter.code);
}

/** The places of the plan's records that pass the filter. */
export function filterPlan(plan: ImportPlan, filter: PlanFilter): number[] {
  const places: number[] = [];
  plan.entries.forEach((entry, place) => {
    if (isWanted(entry, filter)) places.push(place);
  });
  return places;
}

function memberFacts(plan: ImportPlan, entry: MemberEntry, nameOf: NameOf) {
  if (entry.action === 'rejected') return { title: '', phone: undefined };
  if (entry.action === 'confirm') {
    const { name, groupNickname, phone, phoneMasked } = entry.values;
    return { title: name ?? groupNickname ?? '', phone: phone ?? phoneMasked };
  }
  const values = typeof entry.ref === 'number' ? plan.newMembers[entry.ref]?.values : undefined;
  return { title: nameOf(entry.ref) ?? '', phone: values?.phone ?? values?.phoneMasked };
}

function orderFacts(entry: OrderEntry) {
  if (entry.action === 'rejected') return { title: '' };
  if (entry.action === 'update' || entry.action === 'unchanged') return { title: entry.externalNo };
  const { externalNo, receiver, receiverPhone, amountFen, orderedAt } = entry.order;
  return { title: externalNo, person: receiver, phone: receiverPhone, amountFen, orderedAt };
}

function note(problem: CellProblem, titles: readonly string[]): PlanNote {
  const { code, row, column, text } = problem;
  return { code, row, text, column: column < 0 ? undefined : (titles[column] ?? '') };
}

function toRow(
  plan: ImportPlan,
  place: number,
  titles: readonly string[],
  nameOf: NameOf,
): PlanRow | undefined {
  const entry = plan.entries[place];
  if (!entry) return undefined;
  const facts =
    plan.kind === 'members'
      ? memberFacts(plan, entry as MemberEntry, nameOf)
      : orderFacts(entry as OrderEntry);
  const isConfirm = entry.action === 'confirm';
  const candidate = isConfirm ? ('ref' in entry ? entry.ref : entry.buyer) : undefined;
  return {
    key: place,
    action: entry.action,
    rows: [...entry.rows],
    person: undefined,
    phone: undefined,
    amountFen: undefined,
    orderedAt: undefined,
    ...facts,
    changes: 'changes' in entry ? entry.changes : [],
    newTags: 'newTags' in entry ? entry.newTags : [],
    reason: isConfirm ? entry.reason : undefined,
    candidate: candidate === undefined ? undefined : nameOf(candidate),
    problems: entry.action === 'rejected' ? entry.problems.map((p) => note(p, titles)) : [],
    warnings: entry.warnings.map((warning) => note(warning, titles)),
  };
}

/** Some of the records that a filter left, ready for the table. */
export function planPage(
  plan: ImportPlan,
  places: readonly number[],
  range: { offset: number; limit: number },
  titles: readonly string[],
  nameOf: NameOf,
): PlanPage {
  const rows = places
    .slice(range.offset, range.offset + range.limit)
    .flatMap((place) => toRow(plan, place, titles, nameOf) ?? []);
  return { rows, total: places.length };
}
