import type { RecordKind } from '../columns/record-fields';
import type { ImportCounts } from '../import-batch.schema';
import type { MemberValues } from '../plan/plan';
import type { Draft, RecordEntity, RecordValues } from './record';

/** What a plan of one of the smaller imports comes to. */
export type RecordWrites = {
  kind: RecordKind;
  fileName: string;
  fileHash: string;
  counts: ImportCounts;
  creates: readonly Draft[];
  /** Records of people whom nobody had on the roster: they come with them. */
  strangers: readonly { person: MemberValues & { name: string }; drafts: readonly Draft[] }[];
  updates: readonly { entity: RecordEntity; id: string; patch: RecordValues }[];
  onProgress: (done: number, total: number) => void;
};
