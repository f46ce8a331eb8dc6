import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** Who the person is in trade terms; decides which groups they may enter. */
export const IDENTITIES = ['store', 'online', 'consumer', 'unknown'] as const;
export type Identity = (typeof IDENTITIES)[number];

/** How the member came into the console. `order`: a buyer nobody had on the roster yet. */
export const MEMBER_SOURCES = ['import', 'order', 'manual', 'sample'] as const;

export const memberSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(200),
  /** E.164, e.g. `+8613800138000`; absent if unknown. */
  phone: z
    .string()
    .regex(/^\+\d{6,15}$/)
    .optional(),
  /** As exported by a platform that hides digits (`186******05`): a weak key, never merged on. */
  phoneMasked: z.string().max(40).optional(),
  wechatId: z.string().max(100).optional(),
  /** The external user id of 企业微信. */
  wecomId: z.string().max(100).optional(),
  unionId: z.string().max(100).optional(),
  backOfficeId: z.string().max(100).optional(),
  groupNickname: z.string().max(200).optional(),
  identity: z.enum(IDENTITIES).default('unknown'),
  channel: z.string().max(100).optional(),
  region: z.string().max(100).optional(),
  address: z.string().max(500).optional(),
  gender: z.enum(['female', 'male']).optional(),
  /** `YYYY-MM-DD`. */
  birthday: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  note: z.string().max(5000).optional(),
  source: z.enum(MEMBER_SOURCES).default('manual'),
  batchId: z.string().optional(),
  /** UTC ms when the person became a customer, if the roster says so. */
  joinedAt: z.number().int().optional(),
});
export type Member = z.infer<typeof memberSchema>;
