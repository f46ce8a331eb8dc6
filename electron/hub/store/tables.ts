import type { Grant, Role } from '@shared/contracts/hub-http';
import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';

type Scopes = string[];
/** Written as text, read parsed. */
type Json<T> = ColumnType<T, string, string>;

/** Whole numbers of 64 bits and times (UTC ms) are numbers here, see `HubDatabase`. */
export type HubTables = {
  workspaces: {
    workspace_id: string;
    name: string;
    /** Names the log; a hub that came back from a backup gives it another. */
    log_id: string;
    /** Newest number of the log, and the number before its oldest operation that is still there. */
    head: Generated<number>;
    floor: Generated<number>;
    is_divided: Generated<boolean>;
    /** The number of the first divided state: nothing before it is cut by who may see it. */
    divided_at: number | null;
    /** Grows with every change of a seat, so that whoever polls sees that there was one. */
    seat_changes: Generated<number>;
    created_at: number;
  };
  seats: {
    workspace_id: string;
    seat_id: string;
    token_hash: Uint8Array;
    name: string;
    person: string | null;
    role: Role;
    joined_at: number;
    seen_at: number | null;
    revoked_at: number | null;
    cursor: number | null;
    grants_version: Generated<number>;
  };
  seat_grants: { workspace_id: string; seat_id: string; scope: string; can_write: boolean };
  /** The databases that wrote, and from which seat. */
  writers: { workspace_id: string; device_id: string; seat_id: string; last_seq: number };
  invites: {
    workspace_id: string;
    code_hash: Uint8Array;
    role: Role;
    grants: Json<Grant[]>;
    made_by: string | null;
    expires_at: number;
    used_at: number | null;
  };
  ops: {
    workspace_id: string;
    seq: number;
    op_id: string;
    device_id: string;
    own_seq: number;
    seat_id: string;
    /** Under which its parts lie; absent once the contents were erased. */
    body_id: string | null;
    /** The frame's header as JSON, without piece, number and parts; absent once erased. */
    header: string | null;
    pieces: number;
    bytes: number;
    at: number;
  };
  /** Large operations whose last piece has not come yet; each seat stages for itself. */
  op_stages: {
    workspace_id: string;
    seat_id: string;
    op_id: string;
    body_id: string;
    header: string;
    pieces: number;
    have: number;
    bytes: number;
    touched_at: number;
  };
  op_parts: {
    workspace_id: string;
    body_id: string;
    piece: number;
    part: number;
    scopes: Scopes;
    form: 'gzip' | 'sealed';
    names: Uint8Array;
    body: Uint8Array;
  };
  /** Of a divided workspace: which labels a record has, against which writes are judged. */
  records: { workspace_id: string; entity: string; record_id: string; scopes: Scopes };
  checkpoints: {
    workspace_id: string;
    checkpoint_id: string;
    seat_id: string;
    at_seq: number;
    schema_version: number;
    is_divided: boolean;
    is_erasing: boolean;
    made_at: number;
    finished_at: number | null;
  };
  checkpoint_parts: {
    workspace_id: string;
    checkpoint_id: string;
    n: number;
    scopes: Scopes;
    /** The whole frame, as it came and as it goes. */
    frame: Uint8Array;
    bytes: number;
  };
};

export type Store = Kysely<HubTables>;
/** Inside a transaction. */
export type Work = Transaction<HubTables>;
