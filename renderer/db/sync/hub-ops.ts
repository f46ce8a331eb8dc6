import { type Hlc, STAMP_DEVICE_AT } from '@shared/sync/clock';
import type { Knew } from '@shared/sync/merge/merge-change';
import type { Op } from '@shared/sync/op';
import type { WireHeader } from '@shared/sync/wire';
import type { TableSource } from '../tables';
import { unsentAfter } from './outbox';

type HubOp = { hlc: Hlc; seq: number };

/** Older ones are taken as known to everybody: that only matters for what is listed as overwritten. */
const KEPT = 20_000;
const TIDY_EVERY = 500;
const deviceOf = (hlc: Hlc) => hlc.slice(STAMP_DEVICE_AT);

/** Which operation of the log bears which stamp, to tell who knew of which write. */
export class HubOps {
  private constructor(
    private readonly recent: Map<Hlc, number>,
    private readonly unsent: ReadonlySet<Hlc>,
    private readonly fresh: HubOp[] = [],
  ) {}

  /** What has to be known to judge operations whose authors knew the log up to `base`, or more. */
  static async read(within: TableSource, base: number, ackedSeq: number): Promise<HubOps> {
    const recent = new Map<Hlc, number>();
    await within
      .table('hubOps')
      .where('seq')
      .above(base)
      .each(({ hlc, seq }: HubOp) => recent.set(hlc, seq));
    const unsent = new Set<Hlc>();
    await unsentAfter(within, ackedSeq).each(({ hlc }) => unsent.add(hlc));
    return new HubOps(recent, unsent);
  }

  /** Whether the author of an operation knew of the write that bears a stamp. */
  knew({ op, base }: WireHeader): Knew {
    return (writtenAt) => {
      if (deviceOf(writtenAt) === op.deviceId) return true;
      return !this.unsent.has(writtenAt) && (this.recent.get(writtenAt) ?? 0) <= base;
    };
  }

  /** Whether the hub has confirmed this very operation: what it says is here. */
  isConfirmed({ op, seq }: WireHeader): boolean {
    return seq !== undefined && this.recent.get(op.hlc) === seq;
  }

  add({ op: { hlc }, seq = 0 }: WireHeader): void {
    this.recent.set(hlc, seq);
    this.fresh.push({ hlc, seq });
  }

  async write(within: TableSource): Promise<void> {
    await keepHubOps(within, this.fresh);
  }
}

export async function keepHubOps(
  within: TableSource,
  ops: readonly { hlc: Op['hlc']; seq: number }[],
): Promise<void> {
  await within.table('hubOps').bulkPut([...ops]);
  const newest = ops[ops.length - 1]?.seq ?? 0;
  const isTime = ops.some(({ seq }) => seq % TIDY_EVERY === 0);
  if (isTime) {
    const old = within
      .table('hubOps')
      .where('seq')
      .below(newest - KEPT);
    await old.delete();
  }
}
