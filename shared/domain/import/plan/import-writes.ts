import type { ImportCounts, ImportKind } from '../import-batch.schema';
import type { NewMembers } from './new-members';
import type { MemberUpdate, OrderWrites } from './plan-writes';

/** What a plan comes to: it lives in the data worker and is never copied on its way to the door. */
export type ImportWrites = {
  kind: ImportKind;
  fileName: string;
  fileHash: string;
  counts: ImportCounts;
  newMembers: NewMembers;
  memberUpdates: MemberUpdate[];
  /** Undefined for a file without orders. */
  orders: OrderWrites | undefined;
  /** Called while it goes; throws to stop, which leaves nothing behind. */
  onProgress: (done: number, total: number) => void;
};
