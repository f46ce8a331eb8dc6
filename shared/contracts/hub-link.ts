import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { joinAnswer, joinRequest } from './hub-http';
import { hubRequestSchema } from './hub-transport';

/** An address as it is typed or pasted; main takes http and https only. */
export const hubUrlSchema = z.string().trim().min(4).max(300);

/** The hub that this laptop belongs to. The token to it never comes into the window. */
export const hubLinkSchema = z.object({
  url: hubUrlSchema,
  workspaceId: idSchema,
  seatId: idSchema,
  /** `file`: this computer has no keychain, so the token lies in a file that only this user can read. */
  protection: z.enum(['keychain', 'file']),
});
export type HubLink = z.infer<typeof hubLinkSchema>;

/** `joinHub`: the hub's answer without its token, which main keeps, and the address as it is from now on. */
export const joinedHubSchema = joinAnswer.omit({ token: true }).extend({ url: hubUrlSchema });
export type JoinedHub = z.infer<typeof joinedHubSchema>;

/** `here`: for this laptop alone, on loopback. `office`: for everybody on the network it is in. */
export const HUB_REACHES = ['here', 'office'] as const;
const reachSchema = z.enum(HUB_REACHES);
export type HubReach = z.infer<typeof reachSchema>;

/** The hub that this laptop hosts for others. */
export const hostedHubSchema = z.object({
  state: z.enum(['off', 'starting', 'running', 'failed']),
  reach: reachSchema,
  /** How this laptop reaches it; while it runs. */
  url: hubUrlSchema.optional(),
  /** How others in the office may reach it: one address for each network this laptop is in. */
  officeUrls: z.array(hubUrlSchema),
  workspaceId: idSchema.optional(),
  /** Why it does not run; a code with words in both languages. */
  problem: z.string().optional(),
});
export type HostedHub = z.infer<typeof hostedHubSchema>;

/** The first seat of a hub that is hosted here: what `joinHub` takes. */
const hostInviteSchema = z.object({
  url: hubUrlSchema,
  code: z.string(),
  workspaceId: idSchema,
});

const responseSchema = z.object({
  status: z.number().int(),
  head: z.number().int().nonnegative().optional(),
  body: z.instanceof(Uint8Array),
});

/** The part of the bridge that leads to the hub; a part of `ipcContract`. */
export const hubContract = {
  /** Null when this laptop belongs to none. */
  readHubLink: { args: [], result: hubLinkSchema.nullable() },
  /** Turns an invite into a seat and keeps its token. The same invite again answers the same seat. */
  joinHub: { args: [hubUrlSchema, joinRequest], result: joinedHubSchema },
  /** Address and token are added by main; `hub-not-joined` without any. */
  askHub: { args: [hubRequestSchema], result: responseSchema },
  /** From now on `onHubBell` and `onHubLine` tell; harmless when it is so already. */
  openHubBell: { args: [], result: z.void() },
  /** Throws token and address away. */
  forgetHub: { args: [], result: z.void() },

  readHostedHub: { args: [], result: hostedHubSchema },
  /** Starts a hub on this laptop and keeps it on, also after the next start. */
  hostHub: { args: [reachSchema], result: hostedHubSchema },
  /** An invite for the owner of the workspace on it, which is made under this name if there is none. */
  inviteHostOwner: { args: [z.string().trim().min(1).max(100)], result: hostInviteSchema },
  stopHostedHub: { args: [], result: hostedHubSchema },
} satisfies Record<string, { args: [] | [z.ZodType, ...z.ZodType[]]; result: z.ZodType }>;

/** What main tells of the hub by itself. */
export type HubEvents = {
  /** Something is new on the hub: the newest number of its log, and the version of this seat's rights. */
  onHubBell: (head: number, grantsVersion: number) => void;
  /** Whether the hub can be heard. A laptop that woke or changed networks hears `false`, then `true`. */
  onHubLine: (isOpen: boolean) => void;
  onHostedHub: (hosted: HostedHub) => void;
};
