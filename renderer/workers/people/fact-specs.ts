import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import { isCounted } from '@shared/domain/orders/order.rules';
import type { Order } from '@shared/domain/orders/order.schema';
import { STILL_THERE } from '@shared/domain/people/people-columns';
import type { NumberKind } from './arrays';
import type { Names } from './names';
import type { ZoneDays } from './zone-days';

export const FACT_ENTITIES = [
  'orders',
  'interactions',
  'comments',
  'memberships',
  'tagAssignments',
] as const;
export type FactEntity = (typeof FACT_ENTITIES)[number];

/** A field of the columns, made of one field of the stored row. */
export type FieldSpec = {
  from: string;
  kind: NumberKind;
  of: (value: unknown) => number;
  /** `of` leaves numbers as they are, and makes 0 of what is none. */
  isPlain?: true;
  /** `of` makes the day of an instant, as this does for many. */
  daysOf?: ZoneDays;
};

/** How the rows of one entity become facts of their members. */
export type FactSpec = {
  entity: FactEntity;
  /** The field that says when. */
  time: string;
  fields: Record<string, FieldSpec>;
  /** Sets: the id is `<memberId>.<value of this field>`, which tells facts of one member apart. */
  setBy?: string;
  /** Only rows whose field passes are facts. */
  only?: { field: string; passes: (value: unknown) => boolean };
};

/** What the specs need to know: days of the zone, and the numbers of groups and tags. */
export type FactWorld = { days: ZoneDays; groups: Names; tags: Names };

export const asNumber = (value: unknown) => (typeof value === 'number' ? value : 0);
const orNaN = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
const indexIn = (list: readonly string[]) => (value: unknown) =>
  Math.max(0, list.indexOf(String(value)));

export function factSpecs({ days, groups, tags }: FactWorld): Record<FactEntity, FactSpec> {
  const day = (from: string): FieldSpec => ({
    from,
    kind: 'i32',
    of: (value) => days.dayOf(asNumber(value)),
    daysOf: days,
  });
  const dayOrNever = (from: string): FieldSpec => ({
    from,
    kind: 'i32',
    of: (value) => (typeof value === 'number' ? days.dayOf(value) : STILL_THERE),
  });
  const named = (from: string, names: Names): FieldSpec => ({
    from,
    kind: 'u32',
    of: (value) => (typeof value === 'string' && value !== '' ? names.numberOf(value) + 1 : 0),
  });
  const small = (from: string, of: (value: unknown) => number): FieldSpec => ({
    from,
    kind: 'u8',
    of,
  });
  const money = (from: string): FieldSpec => ({
    from,
    kind: 'f64',
    of: asNumber,
    isPlain: true,
  });
  return {
    orders: {
      entity: 'orders',
      time: 'orderedAt',
      only: {
        field: 'status',
        passes: (status) => isCounted({ status: status as Order['status'] }),
      },
      fields: {
        day: day('orderedAt'),
        amountFen: money('amountFen'),
        refundFen: money('refundFen'),
      },
    },
    interactions: {
      entity: 'interactions',
      time: 'at',
      fields: {
        day: day('at'),
        kind: small('kind', indexIn(INTERACTION_KINDS)),
        group: named('groupId', groups),
        value: { from: 'value', kind: 'f64', of: orNaN },
      },
    },
    comments: {
      entity: 'comments',
      time: 'at',
      fields: {
        day: day('at'),
        feeling: small('feeling', indexIn(FEELINGS)),
        topic: small('topic', indexIn(COMMENT_TOPICS)),
        intensity: small('intensity', asNumber),
      },
    },
    memberships: {
      entity: 'memberships',
      time: 'joinedAt',
      setBy: 'groupId',
      fields: {
        group: named('groupId', groups),
        role: small('role', indexIn(MEMBERSHIP_ROLES)),
        joinedDay: day('joinedAt'),
        leftDay: dayOrNever('leftAt'),
      },
    },
    tagAssignments: {
      entity: 'tagAssignments',
      time: 'at',
      setBy: 'tagId',
      fields: {
        tag: named('tagId', tags),
        sinceDay: day('at'),
        untilDay: dayOrNever('expiresAt'),
      },
    },
  };
}
