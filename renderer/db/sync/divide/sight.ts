import type { EntityName } from '@shared/domain/registry';
import { ExpectedError } from '@shared/lib/errors';
import { STAMP_DEVICE_AT } from '@shared/sync/clock';
import type { SyncPlace } from '@shared/sync/local-port';
import type { Knew } from '@shared/sync/merge/merge-change';
import { decodeIndex } from '@shared/sync/part';
import { INTAKE, maySee, personOf, scopesOf, seesAll } from '@shared/sync/scopes';
import type { Frame } from '@shared/sync/wire';
import type { AnyRow } from '../../paged/page';
import { clocksOf } from '../../write/clock-book';
import type { WriteTx } from '../../write/write-tx';
import { movedPeople } from './moves';
import { personalEntities } from './people-rows';
import { noteDue } from './sight-due';

type Told = { entity: EntityName; id: string; scopes: readonly string[]; knew: Knew };
type Person = { scopes: string[]; groups: string[]; ownMoves: string[] };

/**
 * Watches, in a divided workspace, what operations of others are taken in. Their authors cut them by
 * who saw a person as far as they knew. Where this laptop had moved the person and they did not know of
 * it, it tells those whom they could not; and of whom it lost sight itself it has to let go.
 */
export class Sight {
  private readonly told: Told[] = [];
  private readonly people = new Map<string, Person>();
  private readonly personal = new Set(personalEntities().map(({ entity }) => entity));

  constructor(
    private readonly tx: WriteTx,
    private readonly place: SyncPlace,
    private readonly deviceId: string,
  ) {}

  /** After it was merged. */
  look({ header, parts }: Frame, knew: Knew): void {
    if (!this.place.isDivided || header.op.deviceId === this.deviceId) return;
    for (const [n, { index }] of parts.entries()) {
      const scopes = header.parts[n]?.scopes ?? [];
      for (const [entity, ids] of Object.entries(indexOf(index))) {
        if (!this.personal.has(entity as EntityName)) continue;
        for (const id of ids) this.told.push({ entity: entity as EntityName, id, scopes, knew });
      }
    }
  }

  /** Notes, in the transaction that took it all in, what is to be done about it. */
  async judge(): Promise<void> {
    if (!this.place.isDivided) return;
    const isWhole = seesAll(this.place.grants);
    const lost = new Set(isWhole ? [] : await movedPeople(this.tx));
    const untold: { entity: EntityName; id: string }[] = [];
    const removed = new Map(
      this.tx.notes
        .touchedRows()
        .map(({ entity, id, before }) => [`${entity}/${id}`, before] as const),
    );
    for (const { entity, id, scopes, knew } of this.told) {
      const row = (await this.tx.read(entity, id)) ?? removed.get(`${entity}/${id}`);
      const personId = row && personOf(entity, row);
      if (!personId) continue;
      const person = await this.person(personId);
      if (!isWhole && !maySee(this.place.grants, person.scopes)) lost.add(personId);
      if (person.ownMoves.every(knew)) continue;
      const world = { groupsOf: () => person.groups, parent: () => undefined };
      const now = scopesOf(entity, row as AnyRow, world);
      if (now.some((scope) => !scopes.includes(scope))) untold.push({ entity, id });
    }
    await noteDue(this.tx.db, [...lost], this.place.role === 'viewer' ? [] : untold);
  }

  private async person(id: string): Promise<Person> {
    const known = this.people.get(id);
    if (known) return known;
    const stays = await this.tx.findByIdPrefix('memberships', `${id}.`);
    const groups = stays.filter(({ leftAt }) => leftAt === undefined).map((stay) => stay.groupId);
    const clocks = await this.tx.pages('clocks').byPrefix(`memberships:${id}.`);
    const stamps = clocks
      .map(clocksOf)
      .flatMap(({ since, at }) => [since, ...Object.values(at ?? {})]);
    const ownMoves = stamps.filter(
      (stamp): stamp is string => stamp?.slice(STAMP_DEVICE_AT) === this.deviceId,
    );
    const person = { groups, scopes: groups.length > 0 ? groups : [INTAKE], ownMoves };
    this.people.set(id, person);
    return person;
  }
}

/** What is damaged was kept out already. */
function indexOf(bytes: Uint8Array): Record<string, string[]> {
  try {
    return decodeIndex(bytes);
  } catch (error) {
    if (error instanceof ExpectedError) return {};
    throw error;
  }
}
