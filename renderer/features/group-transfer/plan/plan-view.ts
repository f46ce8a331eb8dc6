import type { TransferItem, TransferPlan } from '@shared/domain/group-life/transfer.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import type { TransferPerson } from '@/workers/group-life/transfer-types';
import { calledOf, type EntryWorld } from '../use-transfer';

/** One person of the plan as the screen shows them. */
export type PlanLine = {
  item: TransferItem;
  /** Absent for somebody whose record is gone. */
  person: TransferPerson | undefined;
  called: string;
};

/** A plan with all that its screens need. */
export type PlanView = {
  group: Group;
  plan: TransferPlan;
  lines: readonly PlanLine[];
  world: EntryWorld;
};

/** The most active first, so that a row stays where it was when its state changes. */
export function planLines(
  items: readonly TransferItem[],
  people: ReadonlyMap<string, TransferPerson>,
  erased: string,
): PlanLine[] {
  const lines = items.map((item): PlanLine => {
    const person = people.get(item.memberId);
    return { item, person, called: person ? calledOf(person) : erased };
  });
  const weight = ({ item: { counts } }: PlanLine) =>
    (counts?.orders ?? 0) * 1000 + (counts?.interactions ?? 0);
  return lines.sort(
    (a, b) => weight(b) - weight(a) || (a.item.memberId < b.item.memberId ? -1 : 1),
  );
}
