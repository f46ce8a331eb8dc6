import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import { FILLED_FIELDS, type FilledField, type TextField } from '@shared/domain/rules/rule.schema';
import {
  type AssignmentSlices,
  type CodeColumn,
  type CommentSlices,
  type InteractionSlices,
  type MembershipSlices,
  type OrderSlices,
  type PeopleColumns,
  STILL_THERE,
} from './people-columns';

/** People as one would write them down; for tests and benches only. Days are day numbers. */
export type WrittenPerson = {
  id: string;
  isGone?: boolean;
  identity?: string;
  channel?: string;
  region?: string;
  source?: string;
  gender?: string;
  filled?: readonly FilledField[];
  /** `YYYYMMDD`. */
  birthday?: number;
  knownDay: number;
  texts?: Partial<Record<TextField, string>>;
  orders?: readonly WrittenOrder[];
  interactions?: readonly WrittenInteraction[];
  comments?: readonly WrittenComment[];
  memberships?: readonly {
    groupId: string;
    role: (typeof MEMBERSHIP_ROLES)[number];
    joinedDay: number;
    leftDay?: number;
  }[];
  assignments?: readonly { tagId: string; sinceDay: number; untilDay?: number }[];
};
/** `minute` is the minute of the day; it decides about order within a day. */
type Moment = { day: number; minute?: number };
export type WrittenOrder = Moment & {
  amountFen: number;
  refundFen?: number;
  products?: readonly string[];
};
export type WrittenInteraction = Moment & {
  kind: (typeof INTERACTION_KINDS)[number];
  groupId?: string;
  value?: number;
};
export type WrittenComment = Moment & {
  feeling: (typeof FEELINGS)[number];
  topic: (typeof COMMENT_TOPICS)[number];
  intensity: number;
};

/** Whole days and minutes as UTC ms, as if the workspace lay in UTC. */
export function momentMs({ day, minute = 0 }: Moment): number {
  return day * 86_400_000 + minute * 60_000;
}

class Codes {
  readonly values: string[] = [];
  private readonly byValue = new Map<string, number>();

  /** Index + 1; 0 for nothing. */
  of(value: string | undefined): number {
    if (value === undefined) return 0;
    const known = this.byValue.get(value);
    if (known !== undefined) return known;
    this.values.push(value);
    this.byValue.set(value, this.values.length);
    return this.values.length;
  }
}

function codeColumn(values: readonly (string | undefined)[]): CodeColumn {
  const codes = new Codes();
  const of = Uint32Array.from(values, (value) => codes.of(value));
  return { values: codes.values, of };
}

/** Where each person's facts begin and end, and all facts in a row, oldest first. */
function slices<T>(people: readonly WrittenPerson[], factsOf: (person: WrittenPerson) => T[]) {
  const start = new Uint32Array(people.length);
  const end = new Uint32Array(people.length);
  const facts: T[] = [];
  people.forEach((person, row) => {
    start[row] = facts.length;
    for (const fact of factsOf(person)) facts.push(fact);
    end[row] = facts.length;
  });
  return { start, end, facts };
}

function oldestFirst<T extends Moment>(moments: readonly T[] | undefined): T[] {
  return [...(moments ?? [])].sort((a, b) => momentMs(a) - momentMs(b));
}

function timesOf(facts: readonly Moment[]) {
  return {
    day: Int32Array.from(facts, ({ day }) => day),
    at: Float64Array.from(facts, momentMs),
  };
}

function orderSlices(people: readonly WrittenPerson[], products: readonly string[]): OrderSlices {
  const { start, end, facts } = slices(people, (person) => oldestFirst(person.orders));
  const codes = new Codes();
  for (const product of products) codes.of(product);
  const lines: number[] = [];
  const lineStart = new Uint32Array(facts.length);
  const lineEnd = new Uint32Array(facts.length);
  facts.forEach(({ products = [] }, slot) => {
    lineStart[slot] = lines.length;
    for (const product of products) lines.push(codes.of(product) - 1);
    lineEnd[slot] = lines.length;
  });
  return {
    start,
    end,
    ...timesOf(facts),
    amountFen: Float64Array.from(facts, ({ amountFen }) => amountFen),
    refundFen: Float64Array.from(facts, ({ refundFen = 0 }) => refundFen),
    lines: {
      start: lineStart,
      end: lineEnd,
      product: Uint32Array.from(lines),
      products: codes.values,
    },
  };
}

function interactionSlices(people: readonly WrittenPerson[], groups: Codes): InteractionSlices {
  const { start, end, facts } = slices(people, (person) => oldestFirst(person.interactions));
  return {
    start,
    end,
    ...timesOf(facts),
    kind: Uint8Array.from(facts, ({ kind }) => INTERACTION_KINDS.indexOf(kind)),
    group: Uint32Array.from(facts, ({ groupId }) => groups.of(groupId)),
    value: Float64Array.from(facts, ({ value = Number.NaN }) => value),
    kinds: INTERACTION_KINDS,
  };
}

function commentSlices(people: readonly WrittenPerson[]): CommentSlices {
  const { start, end, facts } = slices(people, (person) => oldestFirst(person.comments));
  return {
    start,
    end,
    ...timesOf(facts),
    feeling: Uint8Array.from(facts, ({ feeling }) => FEELINGS.indexOf(feeling)),
    topic: Uint8Array.from(facts, ({ topic }) => COMMENT_TOPICS.indexOf(topic)),
    intensity: Uint8Array.from(facts, ({ intensity }) => intensity),
  };
}

function membershipSlices(people: readonly WrittenPerson[], groups: Codes): MembershipSlices {
  const { start, end, facts } = slices(people, ({ memberships = [] }) => [...memberships]);
  return {
    start,
    end,
    group: Uint32Array.from(facts, ({ groupId }) => groups.of(groupId)),
    role: Uint8Array.from(facts, ({ role }) => MEMBERSHIP_ROLES.indexOf(role)),
    joinedDay: Int32Array.from(facts, ({ joinedDay }) => joinedDay),
    leftDay: Int32Array.from(facts, ({ leftDay = STILL_THERE }) => leftDay),
  };
}

function assignmentSlices(people: readonly WrittenPerson[], tags: Codes): AssignmentSlices {
  const { start, end, facts } = slices(people, ({ assignments = [] }) => [...assignments]);
  return {
    start,
    end,
    tag: Uint32Array.from(facts, ({ tagId }) => tags.of(tagId)),
    sinceDay: Int32Array.from(facts, ({ sinceDay }) => sinceDay),
    untilDay: Int32Array.from(facts, ({ untilDay = STILL_THERE }) => untilDay),
  };
}

function filledBits(filled: readonly FilledField[] = []): number {
  return filled.reduce((bits, field) => bits | (1 << FILLED_FIELDS.indexOf(field)), 0);
}

/**
 * Columns of people, and the groups' phases by id. Row numbers are the people's places. `products`
 * get the first codes, so that columns written anew after an edit keep them.
 */
export function columnsOf(
  people: readonly WrittenPerson[],
  phases: Readonly<Record<string, string>> = {},
  products: readonly string[] = [],
): PeopleColumns {
  const groups = new Codes();
  for (const id of Object.keys(phases)) groups.of(id);
  const tags = new Codes();
  const rows = new Map(people.map(({ id }, row) => [id, row]));
  return {
    n: people.length,
    isHere: Uint8Array.from(people, ({ isGone }) => (isGone ? 0 : 1)),
    idOf: (row) => people[row]?.id ?? '',
    rowOf: (memberId) => rows.get(memberId) ?? -1,
    identity: codeColumn(people.map(({ identity }) => identity)),
    channel: codeColumn(people.map(({ channel }) => channel)),
    region: codeColumn(people.map(({ region }) => region)),
    source: codeColumn(people.map(({ source }) => source)),
    gender: codeColumn(people.map(({ gender }) => gender)),
    filled: Uint32Array.from(people, ({ filled }) => filledBits(filled)),
    birthday: Uint32Array.from(people, ({ birthday = 0 }) => birthday),
    knownDay: Int32Array.from(people, ({ knownDay }) => knownDay),
    text: (row, field) => people[row]?.texts?.[field],
    orders: orderSlices(people, products),
    interactions: interactionSlices(people, groups),
    comments: commentSlices(people),
    memberships: membershipSlices(people, groups),
    assignments: assignmentSlices(people, tags),
    groups: groups.values.map((id) => ({ id, phase: phases[id] ?? 'early' })),
    tagIds: tags.values,
  };
}
