import type { EntityName } from '@shared/domain/registry';
import { ExpectedError } from '@shared/lib/errors';
import type { Knew } from '@shared/sync/merge/merge-change';
import { BROUGHT, type RowChange } from '@shared/sync/op';
import { decodeIndex } from '@shared/sync/part';
import type { Frame } from '@shared/sync/wire';
import { decodePage } from '../../paged/page';
import { textsOf } from '../../write/stamp-changes';
import type { WriteTx } from '../../write/write-tx';
import { type OpBody, unpackBody } from '../op-body';
import { PageMerger } from './page-merger';
import { type Poison, RecordMerger } from './record-merger';

type KeptOut = Poison | { code: string; data?: Record<string, string> };

/** Told of each change that was kept out, and why. */
export type OnKeptOut = (why: KeptOut, change?: RowChange) => void;
/** Shown each part before it is taken in. */
export type OnBody = (body: OpBody) => Promise<void>;

/** Takes operations of others, or pieces of one, into the data. What does not fit stops nothing else. */
export class FrameMerger {
  private readonly records: RecordMerger;
  private readonly pages: PageMerger;

  constructor(tx: WriteTx) {
    this.records = new RecordMerger(tx);
    this.pages = new PageMerger(tx, this.records);
  }

  async merge(frame: Frame, knew: Knew, onKeptOut: OnKeptOut, onBody?: OnBody): Promise<void> {
    const { header, parts } = frame;
    for (const [n, { index, body }] of parts.entries()) {
      if (header.parts[n]?.form !== 'gzip') {
        onKeptOut({ code: 'part-sealed' });
        continue;
      }
      const read = readBody(index, body);
      if (!read) {
        onKeptOut({ code: 'frame-damaged' });
        continue;
      }
      await onBody?.(read);
      await this.take(read, header.op, knew, onKeptOut);
    }
  }

  private async take(
    body: OpBody,
    { hlc: at, command }: Frame['header']['op'],
    knew: Knew,
    onKeptOut: OnKeptOut,
  ): Promise<void> {
    const merge = async (change: RowChange) => {
      const why = await this.records.change(change, at, knew);
      if (why) onKeptOut(why, change);
    };
    const say = (why: Poison | undefined) => {
      if (why) onKeptOut(why);
    };
    for (const { entity, pages } of body.created ?? []) {
      // Others may have brought the same rows from one backup, and they may be gone by now.
      const join = async ({ id, set }: RowChange) =>
        say(await this.records.state({ entity, id, row: { ...set, id } }));
      const one = command === BROUGHT ? join : merge;
      for (const pair of pages) say(await this.pages.created(entity, pair, at, one));
    }
    for (const change of body.changes ?? []) await merge(change);
    for (const { entity, ids } of body.removed ?? []) {
      say(await this.pages.removed(entity, ids, at, merge));
    }
    for (const state of body.states ?? []) say(await this.records.state(state));
  }
}

/** Undefined where it is damaged, or speaks of records that it did not declare to the hub. */
function readBody(index: Uint8Array, packed: Uint8Array): OpBody | undefined {
  try {
    const body = unpackBody(packed);
    if (index.byteLength === 0) return body;
    const declared = new Set<string>();
    for (const [entity, ids] of Object.entries(decodeIndex(index))) {
      for (const id of ids) declared.add(`${entity}/${id}`);
    }
    return spokenOf(body).every((record) => declared.has(record)) ? body : undefined;
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}

function spokenOf({ created, changes, removed, states }: OpBody): string[] {
  const named = (entity: EntityName | string, ids: string[]) => ids.map((id) => `${entity}/${id}`);
  return [
    ...(created ?? []).flatMap(({ entity, pages }) =>
      pages.flatMap(({ hot, cold }) =>
        named(
          entity,
          decodePage(hot, cold).map(({ id }) => id),
        ),
      ),
    ),
    ...[...(changes ?? []), ...(states ?? [])].flatMap(({ entity, id }) => named(entity, [id])),
    ...(removed ?? []).flatMap(({ entity, ids }) => named(entity, textsOf(ids))),
  ];
}
