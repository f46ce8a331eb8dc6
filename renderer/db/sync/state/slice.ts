import type { EntityName } from '@shared/domain/registry';
import type { Hlc } from '@shared/sync/clock';
import type { AnyRow, PagePair } from '../../paged/page';

/**
 * Records of one entity with the clocks that are kept beside them, as states of a workspace and
 * operations carry them. Pages lie as they are stored; rows come in order of id.
 */
export type StateSlice = {
  entity: EntityName;
  pages?: PagePair[];
  rows?: AnyRow[];
  /** Pages of the entity `clocks`: of these records, and of some that are gone or not known yet. */
  clocks?: PagePair[];
  /** Every record of the entity with `from` ≤ id < `to` is in here; absent where it was cut by who sees it. */
  range?: { from: string; to: string };
};

/** Contents of a part of a state; `hlc` is not older than any stamp in the state. */
export type StateBody = { slices: StateSlice[]; hlc?: Hlc };
