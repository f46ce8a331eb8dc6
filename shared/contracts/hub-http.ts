import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/**
 * What console and hub say to each other. Operations, and what a checkpoint holds, travel as frames
 * (`shared/sync/wire.ts`); everything else is JSON. Every refusal is `{ code, data }` with a code of
 * `HUB_REFUSALS`, whose words the console has in both languages.
 */
export const FRAMES_TYPE = 'application/x-qunduo-frames';

/** Bytes; what is larger is refused before it is read. */
export const HUB_LIMITS = {
  json: 64 * 1024,
  header: 256 * 1024,
  push: 8 * 1024 * 1024,
  checkpointPart: 8 * 1024 * 1024,
  /** After unpacking, as many times the packed size at most. */
  unpackRatio: 200,
  pullOps: 500,
} as const;

/** Highest first: each may do what the next may. */
export const ROLES = ['owner', 'leader', 'assistant', 'viewer'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const HUB_REFUSALS = [
  'unauthorized',
  'forbidden',
  'malformed',
  'too-large',
  'rate-limited',
  'protocol-newer',
  'protocol-older',
  'invite-unknown',
  'invite-expired',
  'invite-spent',
  'device-revoked',
  'device-cloned',
  'clock-ahead',
  'wrong-workspace',
  'scope-denied',
  'behind-log',
  'must-divide',
  'last-owner',
  'not-found',
  'busy',
] as const;
export const refusalSchema = z.object({
  code: z.enum(HUB_REFUSALS),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;

const seqSchema = z.number().int().nonnegative();
const scopeSchema = z.string().min(1).max(60);
const nameSchema = z.string().trim().min(1).max(100);
/** `all` (everything), `intake` (people who are in no group yet), or a group's id. */
export const grantSchema = z.object({ scope: scopeSchema, canWrite: z.boolean() });
export type Grant = z.infer<typeof grantSchema>;

/**
 * `POST /v1/join`, without a token: an invite becomes a seat. A seat is a laptop with its token; the
 * operations bear the id of the database that wrote them (`deviceId` in the operation), of which a
 * restored laptop brings a new one to the same seat.
 */
export const joinRequest = z.object({
  protocol: z.number().int().positive(),
  code: z.string().trim().min(8).max(64),
  deviceName: nameSchema,
  person: z.string().trim().max(60).optional(),
});
export type JoinRequest = z.infer<typeof joinRequest>;
export const joinAnswer = z.object({
  workspaceId: idSchema,
  workspaceName: nameSchema,
  seatId: idSchema,
  /** Shown once; the hub keeps its hash. */
  token: z.string().min(32).max(200),
  role: roleSchema,
});
export type JoinAnswer = z.infer<typeof joinAnswer>;

/** `GET /v1/me`; `POST /v1/leave` gives the seat up. */
export const meAnswer = z.object({
  workspaceId: idSchema,
  workspaceName: nameSchema,
  seatId: idSchema,
  role: roleSchema,
  grants: z.array(grantSchema).max(1000),
  /** Parts of operations are cut by who may see them; until somebody's sight is narrowed they are not. */
  isDivided: z.boolean(),
  /** Newest number of the log, and the number before its oldest operation that is still there. */
  head: seqSchema,
  floor: seqSchema,
  /** Grows whenever role, grants or the dividing change for this seat. */
  grantsVersion: z.number().int().nonnegative(),
  /** Names the log: a hub that came back from a backup gives it another, since its numbers count anew. */
  logId: z.string().min(1).max(60),
  /** The hub's clock, UTC ms. */
  now: z.number().int(),
});
export type MeAnswer = z.infer<typeof meAnswer>;

/**
 * `POST /v1/push`: frames in the order of each database's own numbers, the pieces of a large operation
 * one after another, over several requests if need be. One result a frame; a piece before the last
 * answers `stored`, and the operation enters the log, whole, with its last.
 */
export const pushResult = z.object({
  opId: z.string(),
  piece: z.number().int().nonnegative().optional(),
  result: z.enum(['accepted', 'stored', 'duplicate', 'rejected']),
  /** With `stored`: how many pieces of it, from the first, are here; where to go on. */
  have: z.number().int().nonnegative().optional(),
  /** With `accepted` and `duplicate`: its number in the log. */
  seq: seqSchema.optional(),
  refusal: refusalSchema.optional(),
});
export type PushResult = z.infer<typeof pushResult>;
export const pushAnswer = z.object({ results: z.array(pushResult), head: seqSchema });
export type PushAnswer = z.infer<typeof pushAnswer>;

/**
 * `GET /v1/pull?since=&piece=&limit=`: frames after `since`, of each operation only the parts that the
 * seat may see (an operation of which it sees none comes without parts, so that numbers have no gaps).
 * `piece`: how many pieces of operation `since + 1` are here already.
 */
export const pullQuery = z.object({
  since: z.coerce.number().int().nonnegative(),
  piece: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(HUB_LIMITS.pullOps).default(200),
});
export type PullQuery = z.infer<typeof pullQuery>;
/** Header of its answer: the newest number of the log. */
export const HEAD_HEADER = 'x-qunduo-head';

/**
 * A state of the whole workspace at one number of the log, made by a laptop that sees all of it: pages
 * of rows and of their clocks. `POST /v1/checkpoints` begins one, `PUT /v1/checkpoints/:id/:n` brings
 * a part, `POST /v1/checkpoints/:id/finish` makes it the workspace's; `isErasing` then drops older
 * ones and the log up to it. `GET /v1/checkpoint` answers the newest (`not-found` without one) with the
 * parts that the seat may see, `GET /v1/checkpoints/:id/:n` one part, a frame without an operation's
 * changes (`shared/sync/checkpoint.ts`).
 */
export const checkpointStart = z.object({
  atSeq: seqSchema,
  schemaVersion: z.number().int().positive(),
  isDivided: z.boolean(),
  isErasing: z.boolean(),
});
export type CheckpointStart = z.infer<typeof checkpointStart>;
export const checkpointManifest = z.object({
  id: idSchema,
  atSeq: seqSchema,
  schemaVersion: z.number().int().positive(),
  isDivided: z.boolean(),
  madeAt: z.number().int(),
  parts: z
    .array(z.object({ n: z.number().int().nonnegative(), bytes: z.number().int().nonnegative() }))
    .max(100_000),
});
export type CheckpointManifest = z.infer<typeof checkpointManifest>;

/** `GET /v1/seats`, `POST /v1/seats/:id` (a change), `POST /v1/seats/:id/revoke`; owner, or leader who sees all. */
export const seatLine = z.object({
  id: idSchema,
  name: nameSchema,
  person: z.string().optional(),
  role: roleSchema,
  grants: z.array(grantSchema),
  joinedAt: z.number().int(),
  seenAt: z.number().int().optional(),
  revokedAt: z.number().int().optional(),
  /** The databases that wrote from this seat: whose stamps are whose. */
  deviceIds: z.array(idSchema),
  /** How far it has read. */
  cursor: seqSchema.optional(),
});
export type SeatLine = z.infer<typeof seatLine>;
export const seatsAnswer = z.object({ seats: z.array(seatLine).max(10_000) });
export const seatChange = z.object({
  role: roleSchema.optional(),
  grants: z.array(grantSchema).max(1000).optional(),
  name: nameSchema.optional(),
});
export type SeatChange = z.infer<typeof seatChange>;

/** `POST /v1/invites`; without `grants` it sees everything. `GET /v1/names`: seats for all (id, name, person, deviceIds). */
export const inviteRequest = z.object({
  role: roleSchema,
  grants: z.array(grantSchema).max(1000).optional(),
  hours: z.number().int().min(1).max(720).default(72),
});
export type InviteRequest = z.input<typeof inviteRequest>;
export const inviteAnswer = z.object({
  code: z.string(),
  url: z.string(),
  expiresAt: z.number().int(),
});
export type InviteAnswer = z.infer<typeof inviteAnswer>;
export const namesAnswer = z.object({
  names: z
    .array(seatLine.pick({ id: true, name: true, person: true, deviceIds: true }))
    .max(10_000),
});

/** What the socket `/v1/bell` says; data never comes through it. */
export const bellMessage = z.object({ head: seqSchema, grantsVersion: z.number().int() });
export type BellMessage = z.infer<typeof bellMessage>;
