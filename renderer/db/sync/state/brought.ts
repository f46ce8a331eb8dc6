import type { EntityName } from '@shared/domain/registry';
import { nextHlc } from '@shared/sync/clock';
import { BROUGHT, type Op } from '@shared/sync/op';
import { mayChange, type ScopeWorld, scopesOf } from '@shared/sync/scopes';
import { v7 as uuidv7 } from 'uuid';
import { type AnyRow, encodePage, type PagedStorage } from '../../paged/page';
import { CURRENT_SCHEMA_VERSION, spec } from '../../schema';
import type { TableSource } from '../../tables';
import type { RecordState } from '../../write/changes';
import { readHead, readIdentity, writeProgress } from '../../write/identity';
import type { PayloadPart } from '../../write/op-payloads';
import type { OnlyHere } from './join-slice';

const STATES_A_PART = 2000;

/**
 * What only this laptop had when it took a state over, as one operation that tells the others. Rows
 * that bear no stamp go as pages, like those of an import; everything else with its clocks. Nothing
 * of it changes here, so that it is written beside the operation that took the state in.
 */
export class Brought {
  private entity: EntityName | undefined;
  private rows: AnyRow[] = [];
  private states: RecordState[] = [];
  private parts = 0;

  /** `seq`: under which number its parts wait until that of the operation is known. */
  constructor(
    private readonly within: TableSource,
    private readonly seq: number,
  ) {}

  async add({ entity, id, row, clocks }: OnlyHere): Promise<void> {
    const { storage } = spec(entity);
    if (row && !clocks && storage.kind === 'paged' && storage.hot.id === 'uuid') {
      if (this.entity !== entity) await this.flushRows();
      this.entity = entity;
      this.rows.push(row as AnyRow);
      if (this.rows.length >= storage.pageSize) await this.flushRows();
      return;
    }
    this.states.push({ entity, id, ...(row && { row }), ...(clocks && { clocks }) });
    if (this.states.length >= STATES_A_PART) await this.flushStates();
  }

  /** Writes the operation, if there is anything to tell; the number after the newest is its own. */
  async finish(): Promise<void> {
    await this.flushRows();
    await this.flushStates();
    if (this.parts === 0) return;
    const { progress, place } = await readHead(this.within);
    const identity = await readIdentity(this.within);
    if (!place || !identity) throw new Error('nobody to tell what is only here');
    const now = Date.now();
    const op: Op = {
      seq: progress.lastSeq + 1,
      id: uuidv7(),
      deviceId: identity.deviceId,
      workspaceId: identity.workspaceId,
      command: BROUGHT,
      at: now,
      hlc: nextHlc(progress.hlc, now, identity.deviceId),
      schemaVersion: CURRENT_SCHEMA_VERSION,
      changes: [],
      hasPayload: true,
      base: place.cursor,
    };
    if (op.seq !== this.seq) await this.renumber(op.seq);
    await this.within.table('outbox').add(op);
    await writeProgress(this.within, { ...progress, lastSeq: op.seq, hlc: op.hlc });
  }

  private async flushRows(): Promise<void> {
    const { entity, rows } = this;
    const first = rows[0];
    if (!entity || !first) return;
    this.rows = [];
    const pages = [encodePage(spec(entity).storage as PagedStorage, rows, first.id)];
    await this.put({ created: [{ entity, pages }] });
  }

  private async flushStates(): Promise<void> {
    const { states } = this;
    if (states.length === 0) return;
    this.states = [];
    await this.put({ states });
  }

  private async put(payload: PayloadPart): Promise<void> {
    await this.within.table('opPayloads').add({ seq: [this.seq, this.parts], payload });
    this.parts += 1;
  }

  private async renumber(seq: number): Promise<void> {
    const table = this.within.table('opPayloads');
    for (let n = 0; n < this.parts; n += 1) {
      const part = await table.get([this.seq, n]);
      await table.delete([this.seq, n]);
      await table.add({ ...part, seq: [seq, n] });
    }
  }
}

/** Whether a row is of somebody who was erased: by the people that it names. */
export function isOfErased(row: Readonly<Record<string, unknown>>, erased: ReadonlySet<string>) {
  if (erased.size === 0) return false;
  const named = [row.memberId, row.keptId, row.goneId, ...String(row.id).split('.')];
  return named.some((id) => erased.has(String(id)));
}

/** Of what is only here, what may be told by a seat that does not see everything. */
export function tellable(
  records: readonly OnlyHere[],
  grants: Parameters<typeof mayChange>[0],
  world: ScopeWorld,
): OnlyHere[] {
  return records.filter(
    ({ entity, row }) => row && mayChange(grants, scopesOf(entity, row, world)),
  );
}
