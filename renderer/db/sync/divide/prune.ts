import type { Grant } from '@shared/contracts/hub-http';
import { type EntityName, entityNames } from '@shared/domain/registry';
import { maySee, personOf, type ScopeWorld, scopesOf, seesAll } from '@shared/sync/scopes';
import { columnValue } from '../../paged/columns';
import { type AnyRow, decodePage } from '../../paged/page';
import { spec } from '../../schema';
import { rowTable } from '../../tables';
import { clockId } from '../../write/clock-book';
import type { WriteDoor } from '../../write/write-door';
import type { WriteTx } from '../../write/write-tx';
import { LAST_ID } from '../state/clock-rows';
import { idsOfPage, keysOfPage, scopesOfKey } from './cut-pages';
import { personalEntities } from './people-rows';
import { worldWithin } from './world';

const PRUNED = 'sync.pruned';

/**
 * Lets go of all that these grants do not show: rows and what is known of when they were written. It
 * is no removal, nobody hears of it, and it cannot be undone; what may be seen again comes again.
 * With `people`, only what belongs to them is looked at.
 */
export async function prune(
  { door }: { door: WriteDoor },
  grants: readonly Grant[],
  people?: ReadonlySet<string>,
): Promise<void> {
  if (seesAll(grants)) return;
  await door.takeIn(
    PRUNED,
    async (tx) => {
      const pruning = new Pruning(tx, await worldWithin(tx), grants, people);
      const personal = people && new Set(personalEntities().map(({ entity }) => entity));
      for (const entity of entityNames) {
        const { scope, seenBy } = spec(entity);
        if (scope !== 'synced' || !seenBy || (personal && !personal.has(entity))) continue;
        await pruning.entity(entity);
      }
      await pruning.overwritten();
    },
    async () => undefined,
  );
}

class Pruning {
  private readonly gone = new Set<string>();

  constructor(
    private readonly tx: WriteTx,
    private readonly world: ScopeWorld,
    private readonly grants: readonly Grant[],
    private readonly people: ReadonlySet<string> | undefined,
  ) {}

  async entity(entity: EntityName): Promise<void> {
    const ids = new Set<string>();
    if (spec(entity).storage.kind === 'rows') {
      for (const row of (await rowTable(this.tx.db, entity).toArray()) as AnyRow[]) {
        const isSeen = maySee(this.grants, scopesOf(entity, row, this.world));
        if (isSeen || !this.isMeant(entity, row)) continue;
        ids.add(row.id);
        await this.tx.remove(entity, row.id);
      }
    } else await this.pages(entity, ids);
    await this.clocks(entity, ids);
    for (const id of ids) this.gone.add(`${entity}/${id}`);
  }

  /** Values that lost against others go with the record that they were of. */
  async overwritten(): Promise<void> {
    for (const row of (await rowTable(this.tx.db, 'overwritten').toArray()) as AnyRow[]) {
      if (this.gone.has(`${row.entity}/${row.entityId}`))
        await this.tx.remove('overwritten', row.id);
    }
  }

  private async pages(entity: EntityName, ids: Set<string>): Promise<void> {
    const isKeySeen = new Map<string, boolean>();
    await this.tx.pages(entity).take(
      '',
      LAST_ID,
      (pair) => {
        const marks = new Uint8Array(pair.hot.n);
        const rows = this.people && decodePage(pair.hot, pair.cold);
        keysOfPage(entity, pair, this.world).forEach((key, i) => {
          const isSeen = isKeySeen.get(key) ?? maySee(this.grants, scopesOfKey(key));
          isKeySeen.set(key, isSeen);
          const row = rows?.[i];
          if (!isSeen && (!row || this.isMeant(entity, row))) marks[i] = 1;
        });
        return marks;
      },
      async (gone) => {
        for (const id of idsOfPage(gone)) ids.add(id);
        this.tx.notes.removedPage(entity, gone, undefined);
      },
    );
  }

  /** Of what is not here any more, nothing is known; of what never was, only that it is gone. */
  private async clocks(entity: EntityName, ids: ReadonlySet<string>): Promise<void> {
    const pending: AnyRow[] = [];
    await this.tx.pages('clocks').take(
      clockId(entity, ''),
      clockId(entity, LAST_ID),
      (pair) => {
        const { id, hidden } = pair.hot.c;
        return Uint8Array.from({ length: pair.hot.n }, (_, i) => {
          const key = String(id && columnValue(id, i));
          if (!key.startsWith(`${entity}:`)) return 0;
          if (ids.has(key.slice(entity.length + 1))) return 1;
          const isPending = this.people === undefined && hidden && columnValue(hidden, i);
          return isPending ? 1 : 0;
        });
      },
      async (gone) => {
        for (const row of decodePage(gone.hot, gone.cold)) if (row.isGone) pending.push(row);
        this.tx.notes.removedPage('clocks', gone, undefined);
      },
    );
    for (const { id, since } of pending) {
      if (!ids.has(id.slice(entity.length + 1))) {
        await this.tx.write('clocks', { id, since, isGone: true });
      }
    }
  }

  private isMeant(entity: EntityName, row: AnyRow): boolean {
    return this.people === undefined || this.people.has(personOf(entity, row) ?? '');
  }
}
