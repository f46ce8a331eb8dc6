import type { EntityName } from '@shared/domain/registry';
import type { Op, RowChange } from '@shared/sync/op';
import { encodeIndex } from '@shared/sync/part';
import {
  INTAKE,
  maySee,
  personOf,
  type ScopeWorld,
  SHARED,
  scopesOf,
  seesAll,
  WHOLE,
} from '@shared/sync/scopes';
import type { ConsoleDb } from '../../db';
import type { AnyRow } from '../../paged/page';
import { decodePage } from '../../paged/page';
import { PageSet } from '../../paged/page-set';
import { spec } from '../../schema';
import { rowTable } from '../../tables';
import type { RecordState } from '../../write/changes';
import { clockId, clocksOf } from '../../write/clock-book';
import type { OwnedIdsFinder } from '../../write/owned-ids';
import { textsOf } from '../../write/stamp-changes';
import { type OpBody, packBody } from '../op-body';
import { readPlace } from '../place';
import type { Divide } from '../send/outgoing';
import { CutBody } from './cut-body';
import { cutPage, keyOf, keysOfPage, scopesOfKey } from './cut-pages';
import type { Moves } from './moves';
import { rowsOfPeople } from './people-rows';
import { rowsBefore } from './rows-before';
import { noteGiven } from './sight-due';
import { worldFor } from './world';

/**
 * Cuts an operation by who may see what it says. Labels are those of the records as they are now;
 * what tells that a person came or went bears also the labels of before, so that who saw them hears
 * of it. Laptops that see a person (or a record that was given to them) from now on receive it whole.
 */
export function createDivide(
  db: ConsoleDb,
  findOwned: () => OwnedIdsFinder | undefined = () => undefined,
): Divide {
  return async (body, op) => {
    const cut = await cutBody(db, body, op, findOwned());
    await noteOwnMoves(db, op.moves ?? {});
    const parts: Awaited<ReturnType<Divide>> = [];
    for (const [key, { body: part, index }] of cut.parts()) {
      parts.push({
        scopes: scopesOfKey(key),
        index: encodeIndex(index),
        body: await packBody(part),
      });
    }
    return parts;
  };
}

async function noteOwnMoves(db: ConsoleDb, moves: Moves): Promise<void> {
  const place = await readPlace(db);
  if (!place || seesAll(place.grants)) return;
  const given = Object.keys(moves).filter((id) => !maySee(place.grants, moves[id]?.is ?? []));
  if (given.length > 0) await noteGiven(db, given);
}

async function cutBody(
  db: ConsoleDb,
  body: OpBody,
  op: Op,
  findOwned: OwnedIdsFinder | undefined,
): Promise<CutBody> {
  const { changes = [], created = [], removed = [], states = [] } = body;
  const moves = op.moves ?? {};
  const now = await rowsNow(db, changes);
  const before = await rowsBefore(db, op, now);
  const world = await worldFor(db, [
    ...[...now.values(), ...before.values()],
    ...states.flatMap(({ entity, row }) => (row ? [{ entity, row: row as AnyRow }] : [])),
    ...created.flatMap(({ entity, pages }) =>
      pages.flatMap(({ hot, cold }) => decodePage(hot, cold).map((row) => ({ entity, row }))),
    ),
  ]);
  const cut = new CutBody();
  const labels = new Labels(world, moves);
  const given: { entity: EntityName; id: string; scopes: string[] }[] = [];
  for (const change of changes) {
    const key = recordKey(change);
    const after = now.get(key)?.row;
    const earlier = before.get(key)?.row;
    cut.change(labels.ofChange(change, after, earlier), change);
    const gained = after && !change.isNew ? labels.gained(change, after, earlier) : [];
    const entity = change.entity as EntityName;
    if (gained.length > 0) given.push({ entity, id: change.id, scopes: gained });
  }
  for (const { entity, pages } of created) {
    for (const pair of pages) {
      const keys = keysOfPage(entity, pair, world);
      const rows = entity === 'memberships' ? decodePage(pair.hot, pair.cold) : [];
      const wide = keys.map((key, i) => labels.withMoves(entity, rows[i], key));
      for (const { key, pair: some } of cutPage(entity, pair, wide)) cut.created(key, entity, some);
    }
  }
  for (const { entity, ids } of removed) cut.removed(SHARED, entity, ids);
  for (const state of states) cut.state(labels.ofState(state), state);
  const came = comingIn(body, op.moves, world);
  for (const { entity, row } of await rowsOfPeople(db, new Set(came.keys()), findOwned)) {
    const scopes = came.get(personOf(entity, row) ?? '') ?? [];
    // An ended stay is the affair of its own group alone.
    const own = scopesOf(entity, row, world);
    const seen = scopes.filter((scope) => own.includes(scope));
    if (seen.length > 0) given.push({ entity, id: row.id, scopes: seen });
  }
  await giveWhole(db, cut, given);
  return cut;
}

const recordKey = ({ entity, id }: { entity: string; id: string }) => `${entity}/${id}`;

/** The labels that what an operation says bears. */
class Labels {
  constructor(
    private readonly world: ScopeWorld,
    private readonly moves: Moves,
  ) {}

  ofChange(change: RowChange, now: AnyRow | undefined, before: AnyRow | undefined): string {
    const entity = change.entity as EntityName;
    const told = change.isNew ? ({ ...change.set, id: change.id } as AnyRow) : undefined;
    const rows = [now, before, ...(now || before ? [] : [told])];
    const scopes = rows.flatMap((row) => (row ? this.of(entity, row, change.gone) : []));
    if (scopes.length > 0) return keyOf([...new Set(scopes)].sort());
    // That something is gone everybody may know; what was written of it, only who sees the whole.
    return change.gone ? SHARED : WHOLE;
  }

  ofState({ entity, row, clocks }: RecordState): string {
    if (row) return keyOf(this.of(entity, row as AnyRow));
    return clocks?.isGone && !clocks.at ? SHARED : WHOLE;
  }

  /** Who sees a record from now on and did not before; where that is not known, all who see it now. */
  gained(change: RowChange, now: AnyRow, before: AnyRow | undefined): string[] {
    const entity = change.entity as EntityName;
    if (entity === 'memberships') return [];
    const { seenBy } = spec(entity);
    const fields = seenBy ? Object.values(seenBy) : [];
    const isTouched = [...Object.keys(change.set ?? {}), ...(change.unset ?? [])].some((field) =>
      fields.includes(field),
    );
    if (!isTouched) return [];
    const known = before ? scopesOf(entity, before, this.world) : [];
    return scopesOf(entity, now, this.world).filter((scope) => !known.includes(scope));
  }

  /** The labels of a stay, and those under which its person was and is seen. */
  withMoves(entity: EntityName, row: AnyRow | undefined, key: string): string {
    if (entity !== 'memberships' || !row) return key;
    const move = this.moves[String(row.memberId)];
    if (!move) return key;
    return keyOf([...new Set([...scopesOfKey(key), ...move.was, ...move.is])].sort());
  }

  private of(entity: EntityName, row: AnyRow, isGone = false): string[] {
    const move = isGone ? this.moves[personOf(entity, row) ?? ''] : undefined;
    if (move) return [...move.was, ...move.is];
    const key = keyOf(scopesOf(entity, row, this.world));
    return scopesOfKey(this.withMoves(entity, row, key));
  }
}

/**
 * Under which labels people are seen since this part of the operation, as far as they still are; all
 * labels that they bear, where it was written before the workspace was divided and nobody noted them.
 */
function comingIn(
  body: OpBody,
  moves: Moves | undefined,
  world: ScopeWorld,
): Map<string, string[]> {
  const people = new Set<string>();
  for (const { entity, id } of body.changes ?? []) {
    if (entity === 'memberships') people.add(id.slice(0, id.indexOf('.')));
  }
  for (const { entity, pages } of body.created ?? []) {
    if (entity !== 'memberships') continue;
    for (const { hot } of pages) {
      for (const id of hot.c.id ? textsOf(hot.c.id) : []) people.add(id.slice(0, id.indexOf('.')));
    }
  }
  const came = new Map<string, string[]>();
  for (const person of people) {
    const groups = world.groupsOf(person);
    const now = groups.length > 0 ? groups : [INTAKE];
    const move = moves ? moves[person] : { was: [] as string[], is: [...now] };
    if (!move) continue;
    const gained = move.is.filter((scope) => !move.was.includes(scope) && now.includes(scope));
    if (gained.length > 0) came.set(person, gained);
  }
  return came;
}

/** The changed records as they are by now. */
async function rowsNow(db: ConsoleDb, changes: readonly RowChange[]) {
  const rows = new Map<string, { entity: EntityName; row: AnyRow }>();
  const byEntity = new Map<EntityName, string[]>();
  for (const { entity, id } of changes) {
    const ids = byEntity.get(entity as EntityName) ?? [];
    byEntity.set(entity as EntityName, ids);
    ids.push(id);
  }
  for (const [entity, ids] of byEntity) {
    for (const row of await readRows(db, entity, ids)) {
      rows.set(recordKey({ entity, id: row.id }), { entity, row });
    }
  }
  return rows;
}

async function readRows(
  db: ConsoleDb,
  entity: EntityName,
  ids: readonly string[],
): Promise<AnyRow[]> {
  if (spec(entity).storage.kind === 'rows') {
    return (await rowTable(db, entity).bulkGet([...ids])).flatMap((row) =>
      row ? [row as AnyRow] : [],
    );
  }
  const rows: AnyRow[] = [];
  await new PageSet(db, entity).revise([...ids].sort(), (row) => {
    rows.push(row);
    return undefined;
  });
  return rows;
}

async function giveWhole(
  db: ConsoleDb,
  cut: CutBody,
  given: readonly { entity: EntityName; id: string; scopes: string[] }[],
): Promise<void> {
  const clocks = new PageSet(db, 'clocks');
  const byEntity = new Map<EntityName, Map<string, string[]>>();
  for (const { entity, id, scopes } of given) {
    const known = byEntity.get(entity) ?? new Map<string, string[]>();
    byEntity.set(entity, known.set(id, scopes));
  }
  for (const [entity, scopesById] of byEntity) {
    for (const row of await readRows(db, entity, [...scopesById.keys()])) {
      const known = await clocks.get(clockId(entity, row.id));
      const state = { entity, id: row.id, row, ...(known && { clocks: clocksOf(known) }) };
      cut.state(keyOf(scopesById.get(row.id) ?? []), state);
    }
  }
}
