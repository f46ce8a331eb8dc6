import { IDENTITIES } from '@shared/domain/members/member.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const GROUP_PHASES = ['early', 'middle', 'late', 'dissolved'] as const;

/** WeChat's own figures; both change over time and are editable per group. */
export const DEFAULT_GROUP_CAPACITY = 500;
export const DEFAULT_SCAN_LIMIT = 200;

export const groupExceptionSchema = z.object({
  memberId: idSchema,
  reason: z.string().trim().min(1).max(300),
  /** UTC ms. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
});
export type GroupException = z.infer<typeof groupExceptionSchema>;

export const groupSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  /** The class the group is for; `unknown` takes anybody who conflicts with nobody inside. */
  identity: z.enum(IDENTITIES).default('unknown'),
  channel: z.string().max(100).optional(),
  region: z.string().max(100).optional(),
  phase: z.enum(GROUP_PHASES).default('early'),
  capacity: z.number().int().positive().max(100_000).default(DEFAULT_GROUP_CAPACITY),
  scanLimit: z.number().int().positive().default(DEFAULT_SCAN_LIMIT),
  note: z.string().max(2000).optional(),
  /** The class of people whose group it is; without one `identity` and `region` say it. */
  classId: idSchema.optional(),
  /** Who was let in by hand although channel or region differ, and why. */
  exceptions: z.array(groupExceptionSchema).max(1000).optional(),
  /** The picture of its QR code in the asset box, and the last day on which it works. */
  qrAssetId: z.string().optional(),
  qrUntil: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** What texts for this group put in the place of `{name}`; before the workspace's own. */
  variables: z.record(z.string().trim().min(1).max(20), z.string().max(500)).optional(),
  /** UTC ms. */
  openedAt: z.number().int(),
  /** When it was first full, from which the early phase counts, and since when its phase holds. */
  fullAt: z.number().int().optional(),
  phaseSince: z.number().int().optional(),
  /** A change of phase that was proposed and put aside (UTC ms); not proposed again for a while. */
  phaseDeclined: z.object({ to: z.enum(GROUP_PHASES), at: z.number().int() }).optional(),
  dissolvedAt: z.number().int().optional(),
  /** How a nickname is made, e.g. `{地区}-{店名}-{姓名}`; without one the workspace's. */
  nicknameTemplate: z.string().max(100).optional(),
  ownerName: z.string().max(60).optional(),
});
export type Group = z.infer<typeof groupSchema>;

export const MEMBERSHIP_ROLES = ['ordinary', 'koc', 'official', 'peer', 'seeded'] as const;

export const membershipSchema = z.object({
  /** `<memberId>.<groupId>`; coming back later reopens the same record. */
  id: idSchema,
  memberId: idSchema,
  groupId: idSchema,
  role: z.enum(MEMBERSHIP_ROLES).default('ordinary'),
  joinedAt: z.number().int(),
  leftAt: z.number().int().optional(),
  /** The run of a standard flow that brought the person in. */
  runId: z.string().optional(),
  /** What they are called inside this group. */
  nickname: z.string().max(120).optional(),
});
export type Membership = z.infer<typeof membershipSchema>;
