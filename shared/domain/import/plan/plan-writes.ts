import { foldText } from '../cells/text-cell';
import type {
  MemberPlan,
  MemberRef,
  MemberValues,
  NewMember,
  OrderPatch,
  OrderPlan,
  OrderValues,
} from './plan';

/** What becomes of the records that a person has to decide about. */
export const CONFIRM_CHOICES = ['skip', 'same', 'new'] as const;
export type ConfirmChoice = (typeof CONFIRM_CHOICES)[number];

export type MemberUpdate = { id: string; patch: MemberValues; newTags: string[] };

export type MemberWrites = { newMembers: NewMember[]; updates: MemberUpdate[] };

export type OrderWrites = {
  newMembers: NewMember[];
  newOrders: { buyer: MemberRef; order: OrderValues }[];
  updates: { id: string; patch: OrderPatch }[];
};

const copyOf = (members: readonly NewMember[]): NewMember[] =>
  members.map(({ values, tags }) => ({ values: { ...values }, tags: [...tags] }));

/** The writes of a roster plan: each new member once, each known member once with all its changes. */
export function memberWrites(plan: MemberPlan, choice: ConfirmChoice): MemberWrites {
  const newMembers = copyOf(plan.newMembers);
  const updates = new Map<string, MemberUpdate>();

  function change(ref: MemberRef, patch: MemberValues, tags: readonly string[]): void {
    const target = typeof ref === 'number' ? newMembers[ref] : undefined;
    if (target) {
      Object.assign(target.values, patch);
      target.tags = [...new Set([...target.tags, ...tags])];
    } else if (typeof ref === 'string') {
      const known = updates.get(ref) ?? { id: ref, patch: {}, newTags: [] };
      Object.assign(known.patch, patch);
      known.newTags = [...new Set([...known.newTags, ...tags])];
      updates.set(ref, known);
    }
  }

  for (const entry of plan.entries) {
    // What the plan changes about members of its own is in them already.
    if (entry.action === 'update' && typeof entry.ref === 'string') {
      change(entry.ref, entry.patch, entry.newTags);
    } else if (entry.action === 'confirm' && choice === 'same') {
      change(entry.ref, entry.values, entry.tags);
    } else if (entry.action === 'confirm' && choice === 'new') {
      const name = entry.values.name ?? entry.values.groupNickname ?? entry.values.phone ?? '';
      newMembers.push({ values: { ...entry.values, name }, tags: [...entry.tags] });
    }
  }
  return { newMembers, updates: [...updates.values()] };
}

/** The writes of an order plan; decided orders come as if the plan had created them. */
export function orderWrites(plan: OrderPlan, choice: ConfirmChoice): OrderWrites {
  const newMembers = copyOf(plan.newMembers);
  const newOrders: OrderWrites['newOrders'] = [];
  const updates: OrderWrites['updates'] = [];
  const newByWeakKey = new Map<string, number>();

  function newBuyer(values: NewMember['values']): number {
    const key = [foldText(values.name), values.phone, values.phoneMasked].join('\u0000');
    const known = newByWeakKey.get(key);
    if (known !== undefined) return known;
    newByWeakKey.set(key, newMembers.length);
    return newMembers.push({ values: { ...values }, tags: [] }) - 1;
  }

  for (const entry of plan.entries) {
    if (entry.action === 'create') newOrders.push({ buyer: entry.buyer, order: entry.order });
    else if (entry.action === 'update') updates.push({ id: entry.orderId, patch: entry.patch });
    else if (entry.action === 'confirm' && choice !== 'skip') {
      const buyer = choice === 'same' ? entry.buyer : newBuyer(entry.buyerValues);
      newOrders.push({ buyer, order: entry.order });
    }
  }
  return { newMembers, newOrders, updates };
}
