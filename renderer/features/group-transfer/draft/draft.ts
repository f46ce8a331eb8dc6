import {
  planTransfer,
  type TransferRefused,
  type TransferWorld,
} from '@shared/domain/group-life/transfer.rules';
import {
  type ActiveReason,
  type ActiveRule,
  chooseActive,
} from '@shared/domain/group-life/transfer-people.rules';
import type { TransferPerson } from '@/workers/group-life/transfer-types';
import { candidateOf } from '../use-transfer';

/** One person of the group before there is a plan. */
export type DraftLine = {
  person: TransferPerson;
  reasons: ActiveReason[];
  isChosen: boolean;
  /** Chosen or left out against the rule. */
  isByHand: boolean;
  toGroupId?: string;
  refused?: TransferRefused;
};

export type Draft = {
  lines: DraftLine[];
  chosen: number;
  placed: number;
  /** Chosen by what they did, before anybody changed it. */
  active: number;
};

/** Whom to take along by the rule and by hand, the most active first, and where each would go. */
export function makeDraft(
  people: readonly TransferPerson[],
  rule: ActiveRule,
  byHand: ReadonlyMap<string, boolean>,
  world: TransferWorld,
): Draft {
  const byId = new Map(people.map((person) => [person.memberId, person]));
  const { chosen: active, others } = chooseActive(people, rule);
  const ordered = [
    ...active,
    ...others.map((memberId) => ({ memberId, reasons: [] as ActiveReason[] })),
  ];
  const lines = ordered.flatMap(({ memberId, reasons }): DraftLine[] => {
    const person = byId.get(memberId);
    if (!person) return [];
    const isByRule = reasons.length > 0;
    const isChosen = byHand.get(memberId) ?? isByRule;
    return [{ person, reasons, isChosen, isByHand: isChosen !== isByRule }];
  });
  const chosen = lines.filter(({ isChosen }) => isChosen);
  const { planned, refused } = planTransfer(
    chosen.map(({ person }) => candidateOf(person)),
    world,
  );
  const goes = new Map(planned.map((it) => [it.memberId, it.toGroupId]));
  const stays = new Map(refused.map((it) => [it.memberId, it]));
  return {
    lines: lines.map((line): DraftLine => {
      const [toGroupId, no] = [goes.get(line.person.memberId), stays.get(line.person.memberId)];
      return { ...line, ...(toGroupId && { toGroupId }), ...(no && { refused: no }) };
    }),
    chosen: chosen.length,
    placed: planned.length,
    active: active.length,
  };
}
