import { z } from 'zod';
import { HUB_LIMITS } from './hub-http';

/** One question to the hub that this laptop joined; whoever carries it adds address and token. */
export const hubRequestSchema = z.object({
  method: z.enum(['GET', 'POST', 'PUT']),
  /** Below the hub's address, with its query: `/v1/pull?since=3`. */
  path: z
    .string()
    .regex(/^\/v1\/(?!.*\.\.)[a-z0-9/?=&_.-]*$/i)
    .max(500),
  type: z.enum(['json', 'frames']).optional(),
  body: z
    .instanceof(Uint8Array)
    .refine(({ byteLength }) => byteLength <= HUB_LIMITS.push)
    .optional(),
});
export type HubRequest = z.infer<typeof hubRequestSchema>;

export type HubResponse = {
  status: number;
  /** The newest number of the log, where the answer says it. */
  head?: number;
  body: Uint8Array<ArrayBuffer>;
};

/** Throws `hub-unreachable` when nobody answered; a refusal is an answer. */
export type HubTransport = (request: HubRequest) => Promise<HubResponse>;
