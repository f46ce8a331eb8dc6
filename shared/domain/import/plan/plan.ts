import type { Member } from '@shared/domain/members/member.schema';
import type { Order, OrderLine, OrderStatus } from '@shared/domain/orders/order.schema';
import type { CellProblem, ConfirmReason, RejectCode, WarningCode } from './problems';

export const PLAN_ACTIONS = ['create', 'update', 'unchanged', 'confirm', 'rejected'] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** What a roster row says about a person; what it leaves blank is absent. */
export type MemberValues = Partial<Omit<Member, 'id' | 'source' | 'batchId'>>;

/** A known member by id, or a new one by its place in the plan's `newMembers`. */
export type MemberRef = string | number;

export type NewMember = { values: MemberValues & { name: string }; tags: string[] };

export type FieldChange = { field: string; before: string | undefined; after: string };

type EntryBase = {
  /** The spreadsheet's own row numbers. */
  rows: readonly number[];
  warnings: readonly CellProblem<WarningCode>[];
};
type Rejected = { action: 'rejected'; problems: readonly CellProblem<RejectCode>[] };

export type MemberEntry = EntryBase &
  (
    | { action: 'create'; ref: number }
    | {
        action: 'update';
        ref: MemberRef;
        patch: MemberValues;
        changes: readonly FieldChange[];
        newTags: readonly string[];
      }
    | { action: 'unchanged'; ref: MemberRef }
    | {
        action: 'confirm';
        ref: MemberRef;
        reason: ConfirmReason;
        values: MemberValues;
        tags: readonly string[];
        changes: readonly FieldChange[];
      }
    | Rejected
  );

export type MemberPlan = {
  kind: 'members';
  entries: readonly MemberEntry[];
  newMembers: readonly NewMember[];
};

/** An order as the file tells it. */
export type OrderValues = {
  externalNo: string;
  campaign?: string;
  orderedAt: number;
  amountFen: number;
  refundFen: number;
  status: OrderStatus;
  lines: OrderLine[];
  receiver?: string;
  receiverPhone?: string;
  address?: string;
  note?: string;
};

export type OrderPatch = Partial<Omit<Order, 'id' | 'memberId' | 'batchId'>>;

export type OrderEntry = EntryBase &
  (
    | { action: 'create'; buyer: MemberRef; order: OrderValues }
    | {
        action: 'update';
        orderId: string;
        externalNo: string;
        patch: OrderPatch;
        changes: readonly FieldChange[];
      }
    | { action: 'unchanged'; orderId: string; externalNo: string }
    | {
        action: 'confirm';
        buyer: MemberRef;
        reason: ConfirmReason;
        order: OrderValues;
        buyerValues: NewMember['values'];
      }
    | Rejected
  );

export type OrderPlan = {
  kind: 'orders';
  entries: readonly OrderEntry[];
  /** Buyers who are not on the roster yet. */
  newMembers: readonly NewMember[];
};

export type ImportPlan = MemberPlan | OrderPlan;

/** A plan made step by step, so that a long one can tell its progress and be stopped. */
export type Planner<Plan extends ImportPlan> = {
  /** Steps in all: records. */
  readonly total: number;
  /** Plans up to `count` records more; how many are planned by now. */
  advance(count: number): number;
  /** What is planned so far; whole once all records are. */
  plan(): Plan;
};
