import {
  RosterIndex,
  type RosterPerson,
} from '@shared/domain/group-life/roster/roster-match.rules';
import type { EntityName } from '@shared/domain/registry';
import type { Op, RowChange } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { type Column, columnValue } from '@/db/paged/columns';
import { hotPages } from '@/db/tables';
import { breathe } from '../people/breathe';

/** So many that whatever waits in this worker waits for a blink only. */
const PAGES_AT_ONCE = 4;
const FIELDS = ['name', 'phone', 'wechatId', 'groupNickname', 'region'] as const;

/** Everybody on record by what a member list may hold of them, kept in step with every commit. */
export class RosterPeople {
  private index: RosterIndex | undefined;
  private loading: Promise<RosterIndex> | undefined;
  /** Grows with every commit that touches members. */
  private version = 0;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  onCommit(op: Op, entities: readonly EntityName[]): void {
    if (!entities.includes('members')) return;
    this.version += 1;
    // What came as packed pages does not say who it was.
    if (op.hasPayload) this.index = undefined;
    for (const change of op.changes) {
      if (this.index && change.entity === 'members') follow(this.index, change);
    }
  }

  forget(): void {
    this.index = undefined;
  }

  async ready(): Promise<RosterIndex> {
    if (this.index) return this.index;
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async load(): Promise<RosterIndex> {
    for (;;) {
      const { version } = this;
      const index = await readPeople(await this.database());
      if (version !== this.version) continue;
      this.index = index;
      return index;
    }
  }
}

function follow(index: RosterIndex, { id, set = {}, unset = [], gone }: RowChange): void {
  if (gone) {
    index.remove(id);
    return;
  }
  const person: RosterPerson = { name: '', ...index.byId.get(id), memberId: id };
  for (const field of FIELDS) {
    const value = set[field];
    if (typeof value === 'string') person[field] = value;
    else if (field !== 'name' && unset.includes(field)) person[field] = undefined;
  }
  index.put(person);
}

async function readPeople(db: ConsoleDb): Promise<RosterIndex> {
  const table = hotPages(db, 'members');
  const keys = await table.toCollection().primaryKeys();
  const index = new RosterIndex([]);
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
    for (const page of await table.bulkGet(keys.slice(i, i + PAGES_AT_ONCE))) {
      if (!page) continue;
      const { id, name, phone, wechatId, groupNickname, region } = page.c;
      for (let row = 0; row < page.n; row += 1) {
        index.put({
          memberId: textAt(id, row) ?? '',
          name: textAt(name, row) ?? '',
          phone: textAt(phone, row),
          wechatId: textAt(wechatId, row),
          groupNickname: textAt(groupNickname, row),
          region: textAt(region, row),
        });
      }
    }
    await breathe();
  }
  return index;
}

function textAt(column: Column | undefined, row: number): string | undefined {
  const value = column && columnValue(column, row);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
