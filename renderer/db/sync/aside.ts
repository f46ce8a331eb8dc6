import type { Refusal } from '@shared/contracts/hub-http';
import type { Op, RowChange } from '@shared/sync/op';
import type { TableSource } from '../tables';
import type { PayloadPart } from '../write/op-payloads';

/** Own work that the hub refused, or a change of somebody else's that this laptop cannot hold. */
export type Aside = {
  /** The own operation's number; of what came from the hub, its number there and which change it was. */
  seq: number | [hubSeq: number, n: number];
  at: number;
  /** Why: a code with words in both languages. */
  refusal: Refusal | { code: string; data?: Record<string, string | number> };
} & (
  | {
      kind: 'refused';
      op: Op;
      /** What it changed besides what its header holds; absent where that is too much to keep twice. */
      parts?: PayloadPart[];
      /** What it did is no longer here; else it stays, and others do not have it. */
      isTakenBack: boolean;
      /** Records that keep what it did, since they were changed after it. */
      kept: { entity: string; id: string; fields: string[] }[];
    }
  | { kind: 'foreign'; opId: string; command: string; change?: RowChange }
);

export async function putAside(within: TableSource, aside: Aside): Promise<void> {
  await within.table('aside').put(aside);
}

export function listAside(db: TableSource): Promise<Aside[]> {
  return db.table('aside').toArray() as Promise<Aside[]>;
}

/** Somebody looked at it and lets it go. */
export async function dropAside(db: TableSource, seq: Aside['seq']): Promise<void> {
  await db.table('aside').delete(seq);
}
