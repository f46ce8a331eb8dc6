import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

export const ORDER_STATUSES = [
  'pending',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
  'unknown',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const orderLineSchema = z.object({
  product: z.string().max(300),
  spec: z.string().max(200).optional(),
  quantity: z.number(),
  amountFen: z.number().int().optional(),
});
export type OrderLine = z.infer<typeof orderLineSchema>;

export const orderSchema = z.object({
  id: idSchema,
  /** The platform's own number, always text; unique together with `campaign`. */
  externalNo: z.string().max(100),
  /** 团: some platforms number orders only within one group purchase. */
  campaign: z.string().max(200).optional(),
  memberId: idSchema,
  /** UTC ms. */
  orderedAt: z.number().int(),
  /** What the buyer paid, in fen. */
  amountFen: z.number().int(),
  refundFen: z.number().int().default(0),
  status: z.enum(ORDER_STATUSES).default('paid'),
  lines: z.array(orderLineSchema).default([]),
  receiver: z.string().max(200).optional(),
  receiverPhone: z.string().max(40).optional(),
  address: z.string().max(500).optional(),
  note: z.string().max(5000).optional(),
  batchId: z.string().optional(),
});
export type Order = z.infer<typeof orderSchema>;
