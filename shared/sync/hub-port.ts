import type {
  CheckpointManifest,
  CheckpointStart,
  MeAnswer,
  PullQuery,
  PushAnswer,
} from '../contracts/hub-http';

/**
 * The hub as a laptop sees it, once it has joined. Every method may throw an `ExpectedError` with one
 * of `HUB_REFUSALS`, or `hub-unreachable` when nobody answered (then nothing is known of what arrived).
 */
export type HubPort = {
  me(): Promise<MeAnswer>;
  /** `frames` lie one after another; at most `HUB_LIMITS.push` bytes. */
  push(frames: Uint8Array<ArrayBuffer>): Promise<PushAnswer>;
  pull(query: PullQuery): Promise<{ frames: Uint8Array<ArrayBuffer>; head: number }>;
  newestCheckpoint(): Promise<CheckpointManifest | undefined>;
  checkpointPart(id: string, n: number): Promise<Uint8Array<ArrayBuffer>>;
  beginCheckpoint(start: CheckpointStart): Promise<{ id: string }>;
  putCheckpointPart(id: string, n: number, frame: Uint8Array<ArrayBuffer>): Promise<void>;
  finishCheckpoint(id: string, parts: number): Promise<void>;
};
