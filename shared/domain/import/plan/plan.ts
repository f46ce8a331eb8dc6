import type { Member } from '@shared/domain/members/member.schema';
import type { Order, OrderLine, OrderStatus } from '@shared/domain/orders/order.schema';
import type { RecordPlan } from '../records/record';
import type { PlanEntries } from './entry-table';
import type { NewMembers } from './new-members';
import type { NewOrders } from './new-orders';
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
        /** What is written if it is the same person. */
        patch: MemberValues;
        changes: readonly FieldChange[];
      }
    | Rejected
  );

/** Entries are made on demand from packed tables: a plan of half a million rows holds no objects. */
export type MemberPlan = {
  kind: 'members';
  /** `refAt`: the person, a stored member's handle or `~place` of a new one. */
  entries: PlanEntries<MemberEntry>;
  newMembers: NewMembers;
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
  /** `refAt`: a new order's place, a stored order's handle, or of an open question the person. */
  entries: PlanEntries<OrderEntry>;
  /** Buyers who are not on the roster yet. */
  newMembers: NewMembers;
  /** Every order that is new, those to confirm among them, in the order of their entries. */
  newOrders: NewOrders;
  /** The id of a stored member by the handle that orders name as their buyer. */
  memberId: (handle: number) => string;
};

export type ImportPlan = MemberPlan | OrderPlan | RecordPlan;

/** A plan made step by step, so that a long one can tell its progress and be stopped. */
export type Planner<Plan> = {
  /** Steps in all: records. */
  readonly total: number;
  /** Plans up to `count` records more; how many are planned by now. */
  advance(count: number): number;
  /** What is planned so far; whole once all records are. */
  plan(): Plan;
};
