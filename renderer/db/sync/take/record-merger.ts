import { type EntityName, registry } from '@shared/domain/registry';
import { schemas } from '@shared/domain/schemas';
import { isSame } from '@shared/lib/is-same';
import type { Hlc } from '@shared/sync/clock';
import {
  joinRecords,
  type Knew,
  type Merged,
  mergeChange,
  type Overwritten,
} from '@shared/sync/merge/merge-change';
import type { Held, RowClocks } from '@shared/sync/merge/record-state';
import type { RowChange } from '@shared/sync/op';
import type { AnyRow } from '../../paged/page';
import type { RecordState } from '../../write/changes';
import { ClockBook } from '../../write/clock-book';
import { needsBirth } from '../../write/stamp-changes';
import type { WriteTx } from '../../write/write-tx';
import { ErasedPeople } from './erased-people';

/** Why a change is kept out: it would leave something that this console cannot hold. */
export type Poison = { code: 'kind-unknown' | 'record-unfit'; data: Record<string, string> };

/** Takes changes of others into records, one by one, with the clocks beside them. */
export class RecordMerger {
  readonly book: ClockBook;
  private erasedOnce: Promise<ErasedPeople> | undefined;

  constructor(private readonly tx: WriteTx) {
    this.book = new ClockBook(tx);
  }

  /** Answers why it was kept out, if it was. */
  async change(change: RowChange, at: Hlc, knew: Knew): Promise<Poison | undefined> {
    const bad = misfit(change.entity, change.id, change.set);
    if (bad) return bad;
    const entity = change.entity as EntityName;
    const held = await this.held(entity, change.id);
    // Nobody else can make a record of a fresh id, so its birth need not be known.
    const isPlainBirth = change.isNew && !needsBirth(entity) && !held.clocks?.since;
    if (isPlainBirth && held.row) return undefined;
    const isTouch = !change.isNew && !change.gone && held.row && held.clocks?.since === at;
    const merged = isTouch ? touched(held, change) : mergeChange(held, change, at, knew);
    const next = isPlainBirth ? { row: merged.row, clocks: withoutBirth(merged.clocks) } : merged;
    const unfit = await this.store(entity, change.id, held, next);
    if (unfit) return unfit;
    const erased = await this.erased();
    const isErased = erased.isAbout(entity, change.id, { ...held.row, ...change.set });
    if (isErased) return undefined;
    for (const lost of merged.overwritten) await this.note(entity, change.id, lost);
    return undefined;
  }

  async state({ entity, id, row, clocks }: RecordState): Promise<Poison | undefined> {
    const bad = misfit(entity, id, undefined) ?? (row && misfit(entity, id, withoutId(row)));
    if (bad) return bad;
    const held = await this.held(entity, id);
    return this.store(entity, id, held, joinRecords(id, held, { row, clocks }));
  }

  private async held(entity: EntityName, id: string): Promise<Held> {
    return { row: await this.tx.read(entity, id), clocks: await this.book.get(entity, id) };
  }

  private async store(
    entity: EntityName,
    id: string,
    held: Held,
    { row, clocks }: Held,
  ): Promise<Poison | undefined> {
    const erased = await this.erased();
    const kept = row && erased.without(entity, row);
    if (!isSame(held.row, kept)) {
      if (kept && !fits(entity, kept) && (!held.row || fits(entity, held.row))) {
        return { code: 'record-unfit', data: { what: entity, id } };
      }
      if (kept) await this.tx.write(entity, kept as AnyRow, held.row as AnyRow | undefined);
      else await this.tx.remove(entity, id);
    }
    const isTheirs = erased.isAbout(entity, id, { ...held.row, ...clocks?.hidden });
    const stamps = isTheirs ? withoutHidden(clocks) : clocks;
    if (!isSame(held.clocks, stamps)) await this.book.set(entity, id, stamps);
    return undefined;
  }

  /** What was said of somebody who was erased meanwhile is not kept for their coming back. */
  erased(): Promise<ErasedPeople> {
    this.erasedOnce ??= ErasedPeople.read(this.tx);
    return this.erasedOnce;
  }

  private async note(entity: EntityName, entityId: string, lost: Overwritten): Promise<void> {
    const { field, value, writtenAt, lostTo } = lost;
    const id = `${entity}.${entityId}.${field}.${writtenAt}`;
    if (await this.tx.read('overwritten', id)) return;
    await this.tx.write('overwritten', {
      id,
      entity,
      entityId,
      field,
      ...(value !== undefined && { value }),
      writtenAt,
      lostTo,
      at: this.tx.now,
    });
  }
}

/** One command laid the record and then changed it, under one stamp: the change came later. */
function touched({ row, clocks }: Held, { id, set = {}, unset = [] }: RowChange): Merged {
  const next: Record<string, unknown> & { id: string } = { ...row, id };
  const isLater = (field: string) => clocks?.at?.[field] !== undefined;
  for (const field in set) if (!isLater(field)) next[field] = set[field];
  for (const field of unset) if (!isLater(field)) delete next[field];
  return { row: next, clocks, overwritten: [] };
}

function withoutBirth({ since: _, ...clocks }: RowClocks = {}): RowClocks | undefined {
  return Object.keys(clocks).length > 0 ? clocks : undefined;
}

function withoutHidden(clocks: RowClocks | undefined): RowClocks | undefined {
  if (!clocks?.hidden) return clocks;
  const { hidden: _, at: _at, ...rest } = clocks;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

const fits = (entity: EntityName, row: unknown) => schemas[entity].safeParse(row).success;

const MAX_ID = 120;

function misfit(
  entity: unknown,
  id: unknown,
  set: Record<string, unknown> | undefined,
): Poison | undefined {
  const isKnown =
    typeof entity === 'string' &&
    Object.hasOwn(registry, entity) &&
    registry[entity as EntityName].scope === 'synced';
  if (!isKnown) return { code: 'kind-unknown', data: { what: String(entity).slice(0, MAX_ID) } };
  const isNamed = typeof id === 'string' && id.length > 0 && id.length <= MAX_ID;
  const isPlain = !set || !(Object.hasOwn(set, 'id') || Object.hasOwn(set, '__proto__'));
  if (isNamed && isPlain) return undefined;
  return { code: 'record-unfit', data: { what: entity, id: String(id).slice(0, MAX_ID) } };
}

function withoutId({ id: _, ...fields }: Record<string, unknown>): Record<string, unknown> {
  return fields;
}
