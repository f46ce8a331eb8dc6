import type { CheckpointManifest, Grant, MeAnswer, PushResult, Role } from '../contracts/hub-http';
import type { Frame } from './wire';

/** How far this laptop and its hub are with each other; kept in the database beside the data. */
export type SyncPlace = {
  workspaceId: string;
  workspaceName: string;
  seatId: string;
  hubUrl: string;
  role: Role;
  grants: Grant[];
  grantsVersion: number;
  isDivided: boolean;
  /** Which log the numbers below belong to (`MeAnswer.logId`); absent before the first answer. */
  logId?: string;
  /** Everything of the hub's log up to here is in this database. */
  cursor: number;
  /** Pieces of operation `cursor + 1` that wait in the inbox. */
  piecesHere: number;
  /** Own operations up to this number of their own need not be sent any more. */
  ackedSeq: number;
  /** UTC ms of the last time at which nothing was left to send or to fetch. */
  agreedAt?: number;
  /** The state of the workspace has to be taken over first: a new laptop, one behind the log's start. */
  needsCheckpoint: boolean;
  /** An operation came under this database's id that it never wrote: `renew` before anything is sent. */
  isCloned?: true;
};

/** Own unsent operations as frames, oldest first, never more than the bytes asked for (but at least one). */
export type Outgoing = {
  frames: Uint8Array<ArrayBuffer>;
  /** Of each frame, which operation and which piece it is, and its own number. */
  sent: { opId: string; seq: number; piece?: { n: number; of: number } }[];
};

/** The database as the session needs it. Every method commits all of what it does, or nothing. */
export type LocalPort = {
  place(): Promise<SyncPlace>;
  /** Role, grants, dividing and the log's id as the hub says now; data that may not be seen any more goes. */
  heardMe(me: MeAnswer): Promise<void>;
  /**
   * From the first operation after own number `seq` that is to be sent; `pieces` of that one the hub
   * has already.
   */
  outgoing(after: { seq: number; pieces: number }, maxBytes: number): Promise<Outgoing>;
  /**
   * Accepted and duplicate ones leave the outbox, and the cursor moves over those that follow on it
   * without a gap (they are here); rejected ones are set aside, undone and said; `stored` changes nothing.
   */
  answered(sent: Outgoing['sent'], results: readonly PushResult[]): Promise<void>;
  /** A piece of an operation that is not whole yet. */
  keepPiece(frame: Frame): Promise<void>;
  /**
   * Whole operations in the order of the log; merges them (own ones too: their stamps may have been
   * renewed), and moves the cursor to the last. The last piece of a large one stands for all of it, and
   * comes alone. One under this database's id that it never wrote is noted as `isCloned`.
   */
  take(frames: readonly Frame[]): Promise<void>;
  keepCheckpointPart(manifest: CheckpointManifest, n: number, bytes: Uint8Array): Promise<void>;
  /** Parts that came before the way was cut, to go on from. */
  checkpointPartsHere(manifest: CheckpointManifest): Promise<number>;
  /** Joins the fetched state into this laptop's own; what is only here becomes an operation to send. */
  takeCheckpoint(manifest: CheckpointManifest): Promise<void>;
  /**
   * Gives all unsent operations new stamps, later than all that is known of the log and by the clock as
   * it stands now, and new operation ids (an old copy may still arrive); the clocks that bore their old
   * stamps follow, and they are merged once more. `cloned` (another laptop writes under this database's
   * id) also takes a new one of these.
   */
  renew(why: 'cloned' | 'clock'): Promise<void>;
  /**
   * The hub's log is not the one that was followed (it came back from a backup): cursor 0, inbox and
   * known numbers forgotten, the state is needed anew; what is here and not in it is then sent.
   */
  startOver(): Promise<void>;
  /** Nothing was left to send or to fetch at `atMs` (UTC). */
  agreed(atMs: number): Promise<void>;
};
