import type { RecordKind } from '@shared/domain/import/columns/record-fields';
import type { ImportCounts } from '@shared/domain/import/import-batch.schema';
import type { ImportWrites } from '@shared/domain/import/plan/import-writes';
import { nameFor } from '@shared/domain/import/plan/member-values';
import type { ImportPlan } from '@shared/domain/import/plan/plan';
import {
  type ConfirmChoice,
  type Decisions,
  memberWrites,
  orderWrites,
} from '@shared/domain/import/plan/plan-writes';
import type { Draft, RecordEntry, RecordPlan } from '@shared/domain/import/records/record';
import { recordKey } from '@shared/domain/import/records/record-key';
import type { RecordWrites } from '@shared/domain/import/records/record-writes';
import type { Committed } from './import-types';

/** What stands beside every plan on its way to the door. */
export type BatchFacts = {
  fileName: string;
  fileHash: string;
  counts: ImportCounts;
  onProgress: (done: number, total: number) => void;
};

export type PlanWrites = {
  written: Committed['written'];
  /** The command that writes the plan, with its input. */
  command: (
    facts: BatchFacts,
  ) =>
    | { name: 'import.commit'; input: ImportWrites }
    | { name: 'import.commitRecords'; input: RecordWrites };
};

function ofMember(drafts: readonly Draft[], memberId: string): Draft[] {
  return drafts.map(({ entity, values }) => {
    const whole = { ...values, memberId };
    return { entity, values: whole, key: recordKey(entity, whole) };
  });
}

type RecordParts = Pick<RecordWrites, 'kind' | 'creates' | 'strangers' | 'updates'>;

function decideRecord(
  parts: { creates: Draft[]; strangers: RecordWrites['strangers'][number][] },
  entry: Extract<RecordEntry, { action: 'confirm' }>,
  choice: ConfirmChoice,
): void {
  if (choice === 'same') parts.creates.push(...ofMember(entry.drafts, entry.memberId));
  if (choice !== 'new') return;
  const name = nameFor(entry.person) ?? '';
  parts.strangers.push({ person: { ...entry.person, name }, drafts: entry.drafts });
}

function recordParts(plan: RecordPlan, { others, byPlace }: Decisions): RecordParts {
  const creates: Draft[] = [];
  const strangers: RecordWrites['strangers'][number][] = [];
  const updates: RecordWrites['updates'][number][] = [];
  for (const place of plan.entries.notable()) {
    const entry = plan.entries.at(place);
    if (entry?.action === 'create') creates.push(...entry.drafts);
    else if (entry?.action === 'update') {
      creates.push(...entry.drafts);
      updates.push(...entry.updates);
    } else if (entry?.action === 'confirm') {
      decideRecord({ creates, strangers }, entry, byPlace.get(place) ?? others);
    }
  }
  const kind: RecordKind = plan.kind;
  return { kind, creates, strangers, updates };
}

/** What a plan comes to with the decisions about its open questions. */
export function planWrites(plan: ImportPlan, decisions: Decisions): PlanWrites {
  switch (plan.kind) {
    case 'members': {
      const { newMembers, updates } = memberWrites(plan, decisions);
      const parts = { kind: plan.kind, newMembers, memberUpdates: updates, orders: undefined };
      return {
        written: { members: newMembers.length, orders: 0, updates: updates.length },
        command: (facts) => ({ name: 'import.commit', input: { ...parts, ...facts } }),
      };
    }
    case 'orders': {
      const orders = orderWrites(plan, decisions);
      const { newMembers, chosen, updates } = orders;
      const parts = { kind: plan.kind, newMembers, memberUpdates: [], orders };
      return {
        written: { members: newMembers.length, orders: chosen.length, updates: updates.length },
        command: (facts) => ({ name: 'import.commit', input: { ...parts, ...facts } }),
      };
    }
    default: {
      const parts = recordParts(plan, decisions);
      const { creates, strangers, updates } = parts;
      const records = creates.length + strangers.length;
      return {
        written: { members: strangers.length, orders: 0, updates: updates.length, records },
        command: (facts) => ({ name: 'import.commitRecords', input: { ...parts, ...facts } }),
      };
    }
  }
}
