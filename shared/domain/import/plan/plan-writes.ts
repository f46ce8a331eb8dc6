import { foldText } from '../cells/text-cell';
import type { NewMembers } from './new-members';
import type { NewOrders } from './new-orders';
import type { MemberPlan, MemberRef, MemberValues, NewMember, OrderPatch, OrderPlan } from './plan';

/** What becomes of the records that a person has to decide about. */
export const CONFIRM_CHOICES = ['skip', 'same', 'new'] as const;
export type ConfirmChoice = (typeof CONFIRM_CHOICES)[number];

/** What was decided about records one by one, by their place in the plan; the rest goes as `others`. */
export type Decisions = { others: ConfirmChoice; byPlace: ReadonlyMap<number, ConfirmChoice> };

export const decideAll = (others: ConfirmChoice): Decisions => ({ others, byPlace: new Map() });

export type MemberUpdate = { id: string; patch: MemberValues; newTags: string[] };

export type MemberWrites = { newMembers: NewMembers; updates: MemberUpdate[] };

export type OrderWrites = {
  newMembers: NewMembers;
  newOrders: NewOrders;
  /** Places of the orders to write, in the order of the file. */
  chosen: Uint32Array;
  /** By place: whose the order is, a new member's `~place` or a stored one's handle. */
  buyers: Int32Array;
  /** The id of a stored member's handle. */
  memberId: (handle: number) => string;
  updates: { id: string; patch: OrderPatch }[];
};

const decided = ({ others, byPlace }: Decisions, place: number) => byPlace.get(place) ?? others;

/** The plan's own new members, or a copy of them once a decision adds to them. */
function copiedOnce(members: NewMembers) {
  let own = members;
  return {
    get: () => own,
    toChange(): NewMembers {
      if (own === members) own = members.clone();
      return own;
    },
  };
}

/** The writes of a roster plan: each new member once, each known member once with all its changes. */
export function memberWrites(plan: MemberPlan, decisions: Decisions): MemberWrites {
  const members = copiedOnce(plan.newMembers);
  const updates = new Map<string, MemberUpdate>();

  function change(ref: MemberRef, patch: MemberValues, tags: readonly string[]): void {
    if (typeof ref === 'number') {
      members.toChange().patch(ref, patch);
      members.toChange().addTags(ref, tags);
      return;
    }
    const known = updates.get(ref) ?? { id: ref, patch: {}, newTags: [] };
    Object.assign(known.patch, patch);
    known.newTags = [...new Set([...known.newTags, ...tags])];
    updates.set(ref, known);
  }

  for (const place of plan.entries.notable()) {
    const action = plan.entries.actionAt(place);
    if (action !== 'update' && action !== 'confirm') continue;
    const entry = plan.entries.at(place);
    // What the plan changes about members of its own is in them already.
    if (entry?.action === 'update' && typeof entry.ref === 'string') {
      change(entry.ref, entry.patch, entry.newTags);
    }
    if (entry?.action !== 'confirm') continue;
    const choice = decided(decisions, place);
    if (choice === 'same') change(entry.ref, entry.patch, entry.tags);
    if (choice !== 'new') continue;
    const name = entry.values.name ?? entry.values.groupNickname ?? entry.values.phone ?? '';
    members.toChange().add({ ...entry.values, name }, entry.tags);
  }
  return { newMembers: members.get(), updates: [...updates.values()] };
}

/** One new member for all decided orders under the same name and number. */
function newBuyers(members: ReturnType<typeof copiedOnce>) {
  const byWeakKey = new Map<string, number>();
  return (values: NewMember['values']): number => {
    const key = [foldText(values.name), values.phone, values.phoneMasked].join('\u0000');
    const known = byWeakKey.get(key);
    if (known !== undefined) return known;
    const person = ~members.toChange().add(values, []);
    byWeakKey.set(key, person);
    return person;
  };
}

/** The writes of an order plan; decided orders come as if the plan had created them. */
export function orderWrites(plan: OrderPlan, decisions: Decisions): OrderWrites {
  const { entries, newOrders } = plan;
  const members = copiedOnce(plan.newMembers);
  const newBuyer = newBuyers(members);
  const chosen = new Uint32Array(newOrders.length);
  const updates: OrderWrites['updates'] = [];
  let { buyers } = newOrders;
  let count = 0;
  // Orders lie in the order of their entries, open questions among them.
  let order = 0;
  for (let place = 0; place < entries.length; place++) {
    const action = entries.actionAt(place);
    if (action === 'create') {
      chosen[count] = order;
      count++;
      order++;
    } else if (action === 'update') {
      const entry = entries.at(place);
      if (entry?.action === 'update') updates.push({ id: entry.orderId, patch: entry.patch });
    } else if (action === 'confirm') {
      const choice = decided(decisions, place);
      if (choice === 'new') {
        const entry = entries.at(place);
        if (buyers === newOrders.buyers) buyers = buyers.slice();
        if (entry?.action === 'confirm') buyers[order] = newBuyer(entry.buyerValues);
      }
      if (choice !== 'skip') {
        chosen[count] = order;
        count++;
      }
      order++;
    }
  }
  return {
    newMembers: members.get(),
    newOrders,
    chosen: chosen.subarray(0, count),
    buyers,
    memberId: plan.memberId,
    updates,
  };
}
