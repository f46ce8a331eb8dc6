import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import { isDetail } from '@shared/domain/people/member-details';
import { NO_DAY, type PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import type { IdTable } from '../index/id-table';
import { grown } from './arrays';
import type { FactSlots } from './fact-slots';
import { FACT_ENTITIES, type FactEntity, type FactSpec, factSpecs } from './fact-specs';
import { emptySlots } from './load-facts';
import { MemberRows } from './member-rows';
import { Names } from './names';
import type { LineTexts } from './order-lines';
import type { ZoneDays } from './zone-days';

export type PeoplePart = FactEntity | 'members' | 'groups';
export const PEOPLE_PARTS: readonly PeoplePart[] = ['members', 'groups', ...FACT_ENTITIES];

/** What may be asked for: a part, the cold half of the members, the products of the orders. */
export type PeopleWant = PeoplePart | 'details' | 'lines';
/** Members with their orders: what the models rest on. */
export const BUYERS: readonly PeopleWant[] = ['members', 'orders'];

export const isPeoplePart = (entity: EntityName): entity is PeoplePart =>
  (PEOPLE_PARTS as readonly string[]).includes(entity);

/** Everything that the columns are made of; what is replaced is replaced whole, between two questions. */
export class PeopleData {
  n = 0;
  members: MemberRows;
  readonly specs: Record<FactEntity, FactSpec>;
  readonly slots: Record<FactEntity, FactSlots>;
  /** Present once somebody asked for products. */
  lines: LineTexts | undefined;
  /** What was read at least once; nothing else may be looked at. */
  readonly known = new Set<PeopleWant>();
  private readonly groupNames = new Names();
  private readonly tagNames = new Names();
  private readonly phases = new Map<string, string>();
  private groups: { id: string; phase: string }[] = [];
  private knownDay = new Int32Array(0);
  private areDaysKnown = false;

  constructor(
    readonly rows: IdTable,
    readonly days: ZoneDays,
  ) {
    this.members = new MemberRows(rows, days);
    this.specs = factSpecs({ days, groups: this.groupNames, tags: this.tagNames });
    const empty = (entity: FactEntity) => emptySlots(this.specs[entity], rows.size);
    this.slots = {
      orders: empty('orders'),
      interactions: empty('interactions'),
      comments: empty('comments'),
      memberships: empty('memberships'),
      tagAssignments: empty('tagAssignments'),
    };
  }

  /** A group came, changed or went. */
  setGroup(id: string, phase: string | undefined): void {
    this.groupNames.numberOf(id);
    if (phase === undefined) this.phases.delete(id);
    else this.phases.set(id, phase);
    this.groups = [];
  }

  /** Every array has a place for every row that has a number by now. */
  ensureRows(): void {
    this.n = this.rows.size;
    this.members.ensureRows(this.n);
    this.knownDay = grown(this.knownDay, this.n);
    for (const entity of FACT_ENTITIES) this.slots[entity].ensureRows(this.n);
  }

  /** Since when somebody is known rests on several fields: found again after any of them changed. */
  findKnownDay(row: number): void {
    if (!this.areDaysKnown) return;
    const { members, slots } = this;
    const { start, end } = slots.orders.view;
    let day = members.joinedDay[row] ?? NO_DAY;
    if (day === NO_DAY && (end[row] ?? 0) > (start[row] ?? 0)) {
      day = slots.orders.column('day')[start[row] ?? 0] ?? NO_DAY;
    }
    this.knownDay[row] = day === NO_DAY ? (members.madeDay[row] ?? NO_DAY) : day;
  }

  /** Found anew with the next question for them. */
  forgetKnownDays(): void {
    this.areDaysKnown = false;
  }

  private knownDays(): Int32Array {
    if (!this.areDaysKnown) {
      this.members.unpack();
      this.areDaysKnown = true;
      for (let row = 0; row < this.n; row += 1) this.findKnownDay(row);
    }
    return this.knownDay;
  }

  /** One object for as long as the data live; what it names is looked up when it is read. */
  columns(): PeopleColumns {
    const data = this;
    // Whoever forgets to ask is told, instead of finding nothing.
    const known = (want: PeopleWant) => {
      if (!data.known.has(want)) throw new Error(`nobody asked for the ${want} of people`);
      return data;
    };
    const fields = () => {
      data.members.unpack();
      return data.members;
    };
    const view = (entity: FactEntity) => known(entity).slots[entity].view as never;
    return {
      get n() {
        return data.n;
      },
      get isHere() {
        return data.members.isHere;
      },
      idOf: (row) => data.rows.idOf(row),
      rowOf: (memberId) => {
        const row = data.rows.numberOf(memberId);
        return row >= 0 && data.members.isHere[row] === 1 ? row : -1;
      },
      get identity() {
        return fields().codes.identity;
      },
      get channel() {
        return fields().codes.channel;
      },
      get region() {
        return fields().codes.region;
      },
      get source() {
        return fields().codes.source;
      },
      get gender() {
        known('details');
        return fields().codes.gender;
      },
      get filled() {
        return fields().filled;
      },
      get birthday() {
        known('details');
        return fields().birthday;
      },
      get knownDay() {
        return known('orders').knownDays();
      },
      text: (row, field) => (isDetail(field) ? known('details') : data).members.text(row, field),
      get orders() {
        return view('orders');
      },
      get interactions() {
        return view('interactions');
      },
      get comments() {
        return view('comments');
      },
      get memberships() {
        return view('memberships');
      },
      get assignments() {
        return view('tagAssignments');
      },
      get groups() {
        return known('groups').groupList();
      },
      tagIds: this.tagNames.list,
    };
  }

  /** Puts freshly read facts in the place of what was there. */
  replaceFacts(entity: FactEntity, slots: FactSlots, lines: LineTexts | undefined): void {
    const { view } = slots;
    if (entity === 'interactions') view.kinds = INTERACTION_KINDS;
    if (entity === 'orders') {
      this.lines = lines;
      if (lines) {
        view.lines = {
          get start() {
            return slots.column('lineStart');
          },
          get end() {
            return slots.column('lineEnd');
          },
          get product() {
            return lines.product;
          },
          products: lines.names.list,
        };
      }
    }
    this.slots[entity] = slots;
  }

  private groupList(): { id: string; phase: string }[] {
    const { list } = this.groupNames;
    if (this.groups.length !== list.length) {
      this.groups = list.map((id) => ({ id, phase: this.phases.get(id) ?? '' }));
    }
    return this.groups;
  }
}
