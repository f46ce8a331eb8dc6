import { insideTotal } from '@shared/domain/groups/entry.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import {
  type EntryWay,
  entryRefusal,
  type GroupRoom,
  type PlacementCandidate,
  type PlacementRefusal,
  type Refused,
  wayIn,
  withOneMore,
} from '@shared/domain/groups/placement.rules';
import type { PlacementRules } from '@shared/domain/groups/placement-settings.schema';
import type { TransferItem } from './transfer.schema';

type TransferState = TransferItem['state'];

/** Why nobody's new group was found. `noGroup`: there is no other group at all. */
export type TransferRefusal = PlacementRefusal | 'noGroup';

export type TransferRefused = Omit<Refused, 'reason'> & { reason: TransferRefusal };
export type TransferProposal = { memberId: string; toGroupId: string; way: EntryWay };
export type TransferPlanning = { planned: TransferProposal[]; refused: TransferRefused[] };

export type TransferWorld = {
  fromGroupId: string;
  /** Groups that may take people, with those inside now; the group itself is passed over. */
  rooms: readonly GroupRoom[];
  classes: readonly MemberClass[];
  rules: PlacementRules;
};

/**
 * Whom of a group to send where: each person, in the given order, into the group with the most free
 * places among those whose rules of entry let them in (class, forbidden pairs, capacity), counting
 * everybody sent before; so the groups fill evenly. Whoever is inside one of the groups already needs
 * no other. Everybody is in exactly one of the two lists; a refusal says full before rival before anything else.
 */
export function planTransfer(
  people: readonly PlacementCandidate[],
  { fromGroupId, rooms, classes, rules }: TransferWorld,
): TransferPlanning {
  const plan: TransferPlanning = { planned: [], refused: [] };
  const open = rooms
    .filter(({ group }) => group.id !== fromGroupId && group.phase !== 'dissolved')
    .map((room) => ({ ...room }));
  const taken = new Set<string>();
  for (const person of people) {
    const { memberId } = person;
    if (taken.has(memberId)) continue;
    taken.add(memberId);
    const answers = open.map((room) => entryRefusal(person, room, classes, rules));
    const already = answers.find((refusal) => refusal?.reason === 'alreadyInside');
    if (already) {
      plan.refused.push({ memberId, ...already });
      continue;
    }
    const room = roomiest(open.filter((_, at) => answers[at] === undefined));
    if (!room) {
      plan.refused.push({ memberId, ...mainReason(answers) });
      continue;
    }
    plan.planned.push({
      memberId,
      toGroupId: room.group.id,
      way: wayIn(room.group, room.inside),
    });
    room.inside = withOneMore(room.inside, person.identity);
  }
  return plan;
}

const freePlaces = ({ group, inside }: GroupRoom) => group.capacity - insideTotal(inside);

/** Of two groups with as many free places the one with the smaller id. */
function roomiest<R extends GroupRoom>(rooms: readonly R[]): R | undefined {
  let best: R | undefined;
  for (const room of rooms) {
    const more = best ? freePlaces(room) - freePlaces(best) : 1;
    if (more > 0 || (more === 0 && best && room.group.id < best.group.id)) best = room;
  }
  return best;
}

type Answer = Omit<Refused, 'memberId'> | undefined;

/** A full group is the smallest hindrance (places come free), so it is what the leader hears first. */
function mainReason(answers: readonly Answer[]): Omit<TransferRefused, 'memberId'> {
  const full = answers.find((it) => it?.reason === 'groupFull');
  const rival = answers.find((it) => it?.rival !== undefined);
  return full ?? rival ?? answers.find((it) => it !== undefined) ?? { reason: 'noGroup' };
}

export const TRANSFER_STEPS = ['invite', 'move', 'decline', 'reset'] as const;
export type TransferStep = (typeof TRANSFER_STEPS)[number];

const FROM: Record<TransferStep, readonly TransferState[]> = {
  invite: ['planned', 'declined', 'refused'],
  move: ['planned', 'invited', 'declined', 'refused'],
  decline: ['planned', 'invited', 'refused'],
  reset: ['invited', 'declined', 'refused'],
};

/** Whether a person in this state may take this step. Who was moved stays moved (undo aside). */
export function mayStep(state: TransferState, step: TransferStep): boolean {
  return FROM[step].includes(state);
}

export type MoveWish = { memberId: string; toGroupId: string | undefined };
export type MoveOutcome =
  | { memberId: string; state: 'moved'; toGroupId: string }
  | { memberId: string; state: 'refused'; reason: TransferRefusal };

/**
 * What becomes of people who said yes, one after the other, as the groups are at this moment: the
 * plan may be old. No class, pair or capacity rule is ever passed over; whoever the rules refuse
 * stays where they are. `rooms` by the id of their group; the answer has them as they are afterwards.
 */
export function settleMoves(
  wishes: readonly MoveWish[],
  people: ReadonlyMap<string, PlacementCandidate>,
  rooms: ReadonlyMap<string, GroupRoom>,
  { classes, rules }: Pick<TransferWorld, 'classes' | 'rules'>,
): { outcomes: MoveOutcome[]; rooms: Map<string, GroupRoom> } {
  const now = new Map(rooms);
  const entered = new Map<string, string[]>();
  const outcomes: MoveOutcome[] = [];
  for (const { memberId, toGroupId } of wishes) {
    const person = people.get(memberId);
    const room = toGroupId === undefined ? undefined : now.get(toGroupId);
    if (!person || !room) {
      outcomes.push({ memberId, state: 'refused', reason: 'noGroup' });
      continue;
    }
    const insideGroupIds = [...person.insideGroupIds, ...(entered.get(memberId) ?? [])];
    const refusal = entryRefusal({ ...person, insideGroupIds }, room, classes, rules);
    if (refusal) {
      outcomes.push({ memberId, state: 'refused', reason: refusal.reason });
      continue;
    }
    now.set(room.group.id, { ...room, inside: withOneMore(room.inside, person.identity) });
    entered.set(memberId, [...(entered.get(memberId) ?? []), room.group.id]);
    outcomes.push({ memberId, state: 'moved', toGroupId: room.group.id });
  }
  return { outcomes, rooms: now };
}
