import type { ExistingMembers } from '@shared/domain/import/plan/existing';
import { memberDifference, type People } from '@shared/domain/import/plan/member-changes';
import type {
  ImportPlan,
  MemberEntry,
  MemberPlan,
  MemberValues,
  OrderEntry,
  OrderPlan,
  Planner,
} from '@shared/domain/import/plan/plan';
import type { Decisions } from '@shared/domain/import/plan/plan-writes';
import type { CellProblem } from '@shared/domain/import/plan/problems';
import type { RiskIndex } from '@shared/domain/risk/risk-match.rules';
import { riskOf } from '@shared/domain/risk/risk-match.rules';
import type { PlanNote, PlanPage, PlanRow } from './import-types';
import { recordFacts } from './record-facts';

/** What rows of a plan are shown with. */
export type PlanContext = {
  plan: ImportPlan;
  members: ExistingMembers;
  titles: readonly string[];
  decisions: Decisions['byPlace'];
  /** Undefined with an empty risk list. */
  risks: RiskIndex | undefined;
};

/** The people of a plan as they are stored or would be made. */
function peopleOf({ plan, members }: PlanContext): People {
  const value: People['value'] = (person, field) => {
    if (person >= 0) return members.value(person, field);
    if (field === 'id' || field === 'source' || field === 'batchId') return undefined;
    return plan.newMembers.value(~person, field);
  };
  return {
    value,
    text: (person, field) => value(person, field)?.toString(),
    tagsOf: (person) =>
      person < 0 ? new Set(plan.newMembers.tagsAt(~person)) : members.tagNames(person),
  };
}

type Facts = Partial<Pick<PlanRow, 'person' | 'phone' | 'amountFen' | 'orderedAt' | 'changes'>> & {
  title: string;
  /** Whom the row speaks of, for the risk list; undefined for known and refused ones. */
  asked?: MemberValues;
};

function memberFacts(people: People, plan: MemberPlan, place: number, entry: MemberEntry): Facts {
  if (entry.action === 'rejected') return { title: '' };
  if (entry.action === 'confirm') {
    const { name, groupNickname, phone, phoneMasked } = entry.values;
    const title = name ?? groupNickname ?? '';
    return { title, phone: phone ?? phoneMasked, asked: entry.values };
  }
  const person = plan.entries.refAt(place);
  const phone = person < 0 ? people.text(person, 'phone') : undefined;
  const masked = person < 0 ? people.text(person, 'phoneMasked') : undefined;
  const facts = { title: people.text(person, 'name') ?? '', phone: phone ?? masked };
  if (entry.action !== 'create') return facts;
  return { ...facts, asked: plan.newMembers.at(entry.ref)?.values ?? {} };
}

function orderFacts(people: People, plan: OrderPlan, place: number, entry: OrderEntry): Facts {
  if (entry.action === 'rejected') return { title: '' };
  if (entry.action === 'update' || entry.action === 'unchanged') return { title: entry.externalNo };
  const { externalNo, receiver, receiverPhone, amountFen, orderedAt, address } = entry.order;
  const asked: MemberValues = {};
  if (receiver) asked.name = receiver;
  if (receiverPhone) asked.phone = receiverPhone;
  if (address) asked.address = address;
  const facts = { title: externalNo, person: receiver, phone: receiverPhone, amountFen, orderedAt };
  if (entry.action === 'create') return { ...facts, asked };
  const buyer = plan.entries.refAt(place);
  const { changes } = memberDifference(people, buyer, entry.buyerValues, [], {});
  return { ...facts, changes, asked: { ...asked, ...entry.buyerValues } };
}

function note(problem: CellProblem, titles: readonly string[]): PlanNote {
  const { code, row, column, text } = problem;
  return { code, row, text, column: column < 0 ? undefined : (titles[column] ?? '') };
}

function factsAt(context: PlanContext, place: number): Facts | undefined {
  const { plan } = context;
  const people = peopleOf(context);
  switch (plan.kind) {
    case 'members': {
      const entry = plan.entries.at(place);
      return entry && memberFacts(people, plan, place, entry);
    }
    case 'orders': {
      const entry = plan.entries.at(place);
      return entry && orderFacts(people, plan, place, entry);
    }
    default: {
      const entry = plan.entries.at(place);
      return entry && { title: entry.title, changes: recordFacts(entry) };
    }
  }
}

function toRow(context: PlanContext, place: number): PlanRow | undefined {
  const { plan, members, titles, decisions, risks } = context;
  const entry = plan.entries.at(place);
  const facts = factsAt(context, place);
  if (!entry || !facts) return undefined;
  const { asked, ...shown } = facts;
  const isConfirm = entry.action === 'confirm';
  const candidate = isConfirm ? plan.entries.refAt(place) : undefined;
  return {
    key: place,
    action: entry.action,
    rows: [...entry.rows],
    person: undefined,
    phone: undefined,
    amountFen: undefined,
    orderedAt: undefined,
    changes: 'changes' in entry ? entry.changes : [],
    newTags: 'newTags' in entry ? entry.newTags : [],
    ...shown,
    reason: isConfirm ? entry.reason : undefined,
    candidate: candidate === undefined ? undefined : peopleOf(context).text(candidate, 'name'),
    candidateId: candidate === undefined || candidate < 0 ? undefined : members.id(candidate),
    decision: decisions.get(place),
    risk: risks && asked && riskOf(asked, risks),
    problems: entry.action === 'rejected' ? entry.problems.map((p) => note(p, titles)) : [],
    warnings: entry.warnings.map((warning) => note(warning, titles)),
  };
}

/** Some of the records that a filter left, ready for the table. */
export function planPage(
  context: PlanContext,
  places: ArrayLike<number>,
  { offset, limit }: { offset: number; limit: number },
): PlanPage {
  const rows: PlanRow[] = [];
  for (let index = offset; index < Math.min(offset + limit, places.length); index++) {
    const row = toRow(context, places[index] ?? -1);
    if (row) rows.push(row);
  }
  return { rows, total: places.length };
}

/** Counts the plan's new records and open questions that look like somebody on the risk list. */
export function riskCounter(context: PlanContext): Planner<number> {
  const { plan, risks } = context;
  const total = risks ? plan.entries.length : 0;
  let looked = 0;
  let found = 0;
  return {
    total,
    advance(count) {
      const end = Math.min(looked + count, total);
      for (; looked < end; looked++) {
        const action = plan.entries.actionAt(looked);
        if (!risks || (action !== 'create' && action !== 'confirm')) continue;
        const asked = factsAt(context, looked)?.asked;
        if (asked && riskOf(asked, risks)) found++;
      }
      return looked;
    },
    plan: () => found,
  };
}
