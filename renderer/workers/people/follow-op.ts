import type { EntityName } from '@shared/domain/registry';
import type { Op, RowChange } from '@shared/sync/op';
import { keyOfId, keyOfText } from './fact-key';
import type { FactValues } from './fact-slots';
import { FACT_ENTITIES, type FactEntity, type FactSpec } from './fact-specs';
import { lineText } from './order-lines';
import { isPeoplePart, type PeopleData, type PeoplePart } from './people-data';

/** What following an operation came to. */
export type Followed = {
  rows: Set<number>;
  /** Everybody may be concerned: a group's phase changed. */
  isForAll: boolean;
  /** Rows that became facts and of which the operation tells too little: to be read by id. */
  missing: { entity: FactEntity; id: string }[];
  /** What cannot be followed and has to be read again. */
  stale: PeoplePart[];
};

/**
 * Brings the data in step with an operation whose changes are in its header. Following one twice, or
 * one whose effect was read from disk already, changes nothing.
 */
export function followOp(data: PeopleData, op: Pick<Op, 'changes'>): Followed {
  const done: Followed = { rows: new Set(), isForAll: false, missing: [], stale: [] };
  const facts = new Map<FactEntity, RowChange[]>();
  for (const change of op.changes) {
    const entity = change.entity as EntityName;
    if (!isPeoplePart(entity)) continue;
    if (entity === 'members') followMember(data, change, done);
    else if (entity === 'groups') followGroup(data, change, done);
    else facts.set(entity, [...(facts.get(entity) ?? []), change]);
  }
  for (const entity of FACT_ENTITIES) {
    const changes = facts.get(entity);
    if (changes) new FactFollower(data, data.specs[entity], done).follow(changes);
  }
  data.ensureRows();
  for (const row of done.rows) data.findKnownDay(row);
  return done;
}

function followMember(data: PeopleData, change: RowChange, { rows }: Followed): void {
  const row = data.rows.addId(change.id);
  rows.add(row);
  data.ensureRows();
  if (change.gone) data.members.remove(row);
  else data.members.change(row, change.id, change, change.isNew ? 'new' : 'changed');
}

function followGroup(data: PeopleData, { id, set, gone }: RowChange, done: Followed): void {
  if (gone) data.setGroup(id, undefined);
  else if (set && 'phase' in set) data.setGroup(id, String(set.phase));
  else return;
  done.isForAll = true;
}

const UUID_LENGTH = 36;

/** Where a fact lies now: whose it is, and what tells it from the owner's others. */
type Place = { row: number; key: number };

class FactFollower {
  constructor(
    private readonly data: PeopleData,
    private readonly spec: FactSpec,
    private readonly done: Followed,
  ) {}

  follow(changes: readonly RowChange[]): void {
    const places = this.spec.setBy
      ? changes.map((change) => this.placeInSet(change))
      : this.placesByKey(changes);
    changes.forEach((change, i) => {
      const place = places[i];
      if (place) this.one(change, place);
    });
  }

  private placesByKey(changes: readonly RowChange[]): Place[] {
    const slots = this.data.slots[this.spec.entity];
    const keys = changes.map(({ id }) => keyOfId(id));
    const found = slots.find(new Set(keys));
    return keys.map((key) => {
      const slot = found.get(key);
      return { key, row: slot === undefined ? -1 : slots.rowOfSlot(slot) };
    });
  }

  private placeInSet({ id, set }: RowChange): Place {
    const other = set?.[this.spec.setBy ?? ''];
    const dot = typeof set?.memberId === 'string' ? set.memberId.length : id.indexOf('.');
    const key = keyOfText(typeof other === 'string' ? other : id.slice(dot + 1));
    return { key, row: this.data.rows.addId(id.slice(0, dot)) };
  }

  private one(change: RowChange, { row, key }: Place): void {
    const { data, spec, done } = this;
    const slots = data.slots[spec.entity];
    const slot = row < 0 ? -1 : slots.slotIn(row, key);
    const isKnown = slot >= 0;
    if (change.gone) {
      if (isKnown) this.remove(row, slot);
      else if (spec.setBy && change.id.indexOf('.') !== UUID_LENGTH) done.stale.push(spec.entity);
      return;
    }
    const fields: Record<string, unknown> = { ...change.set };
    for (const field of change.unset ?? []) fields[field] = undefined;
    if (!isKnown && !change.isNew) {
      if (this.mayBecomeFact(fields)) done.missing.push({ entity: spec.entity, id: change.id });
      return;
    }
    const isNew = change.isNew === true;
    const owner = 'memberId' in fields || isNew ? this.ownerOf(fields.memberId) : row;
    const isFact = isNew || (spec.only && spec.only.field in fields) ? this.passes(fields) : true;
    if (owner < 0 || !isFact) {
      if (isKnown) this.remove(row, slot);
      return;
    }
    const values = isNew ? {} : slots.valuesOf(slot);
    this.setValues(values, fields, isNew);
    const at = spec.time in fields || isNew ? Number(fields[spec.time] ?? 0) : slots.at[slot];
    if (isKnown) this.remove(row, slot);
    data.ensureRows();
    slots.insert(owner, key, at ?? 0, values);
    done.rows.add(owner);
  }

  private setValues(values: FactValues, fields: Record<string, unknown>, isNew: boolean): void {
    for (const name in this.spec.fields) {
      const field = this.spec.fields[name];
      if (field && (isNew || field.from in fields)) values[name] = field.of(fields[field.from]);
    }
    const { lines } = this.data;
    if (this.spec.entity !== 'orders' || !lines || !('lines' in fields)) return;
    values.lineStart = lines.used;
    const own = Array.isArray(fields.lines) ? fields.lines : [];
    for (const { product, spec } of own as { product?: unknown; spec?: unknown }[]) {
      lines.add(lineText(product, spec));
    }
    values.lineEnd = lines.used;
  }

  private remove(row: number, slot: number): void {
    this.data.slots[this.spec.entity].remove(row, slot);
    this.done.rows.add(row);
  }

  private ownerOf(memberId: unknown): number {
    return typeof memberId === 'string' && memberId !== '' ? this.data.rows.addId(memberId) : -1;
  }

  private passes(fields: Record<string, unknown>): boolean {
    const { only } = this.spec;
    return !only || only.passes(fields[only.field]);
  }

  /** Whether a row that was no fact (not counted, nobody's) may be one after this change. */
  private mayBecomeFact(fields: Record<string, unknown>): boolean {
    const { only, entity } = this.spec;
    if ('memberId' in fields) return true;
    return only ? only.field in fields : entity !== 'comments';
  }
}
