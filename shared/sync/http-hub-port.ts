import { type ErrorData, ExpectedError } from '@shared/lib/errors';
import { TextDecoder, TextEncoder } from '@shared/lib/text-codec';
import { z } from 'zod';
import {
  checkpointManifest,
  type InviteAnswer,
  type InviteRequest,
  inviteAnswer,
  meAnswer,
  namesAnswer,
  pushAnswer,
  refusalSchema,
  type SeatChange,
  type SeatLine,
  seatsAnswer,
} from '../contracts/hub-http';
import type { HubRequest, HubResponse, HubTransport } from '../contracts/hub-transport';
import type { HubPort } from './hub-port';

/** What owners and leaders ask of the hub about who is in the workspace, and what everybody may ask. */
export type HubAdmin = {
  seats(): Promise<SeatLine[]>;
  changeSeat(id: string, change: SeatChange): Promise<void>;
  revokeSeat(id: string): Promise<void>;
  invite(request: InviteRequest): Promise<InviteAnswer>;
  names(): Promise<z.infer<typeof namesAnswer>['names']>;
  /** Gives this laptop's seat up. */
  leave(): Promise<void>;
};

const beginAnswer = z.object({ id: z.string().min(1).max(120) });
/** Answers that say nothing but that it is done. */
const done = z.unknown();

/**
 * The hub over whatever carries requests to it. Refusals are thrown as `ExpectedError` with their code
 * and data, anything that is no answer of a hub as `hub-answers-strangely`; what the transport throws
 * goes through.
 */
export function httpHubPort(transport: HubTransport): HubPort & HubAdmin {
  const ask = async (request: HubRequest): Promise<HubResponse> => {
    const response = await transport(request);
    if (response.status >= 200 && response.status < 300) return response;
    throw refusalIn(response);
  };
  const get = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
    parse(schema, (await ask({ method: 'GET', path })).body);
  const send = async <T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> => {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    return parse(schema, (await ask({ method: 'POST', path, type: 'json', body: bytes })).body);
  };

  return {
    me: () => get('/v1/me', meAnswer),
    async push(frames) {
      const request = { method: 'POST', path: '/v1/push', type: 'frames', body: frames } as const;
      return parse(pushAnswer, (await ask(request)).body);
    },
    async pull({ since, piece, limit }) {
      const path = `/v1/pull?since=${since}&piece=${piece}&limit=${limit}`;
      const { body, head } = await ask({ method: 'GET', path });
      if (head === undefined || !Number.isSafeInteger(head)) throw strange();
      return { frames: body, head };
    },
    async newestCheckpoint() {
      try {
        return await get('/v1/checkpoint', checkpointManifest);
      } catch (error) {
        if (error instanceof ExpectedError && error.code === 'not-found') return undefined;
        throw error;
      }
    },
    async checkpointPart(id, n) {
      return (await ask({ method: 'GET', path: `/v1/checkpoints/${id}/${n}` })).body;
    },
    beginCheckpoint: (start) => send('/v1/checkpoints', start, beginAnswer),
    async putCheckpointPart(id, n, frame) {
      const path = `/v1/checkpoints/${id}/${n}`;
      await ask({ method: 'PUT', path, type: 'frames', body: frame });
    },
    async finishCheckpoint(id, parts) {
      await send(`/v1/checkpoints/${id}/finish`, { parts }, done);
    },

    seats: async () => (await get('/v1/seats', seatsAnswer)).seats,
    async changeSeat(id, change) {
      await send(`/v1/seats/${id}`, change, done);
    },
    async revokeSeat(id) {
      await send(`/v1/seats/${id}/revoke`, {}, done);
    },
    invite: (request) => send('/v1/invites', request, inviteAnswer),
    names: async () => (await get('/v1/names', namesAnswer)).names,
    async leave() {
      await send('/v1/leave', {}, done);
    },
  };
}

const strange = (data?: ErrorData) => new ExpectedError('hub-answers-strangely', data);

function refusalIn({ status, body }: HubResponse): ExpectedError {
  const read = refusalSchema.safeParse(json(body));
  if (!read.success) return strange({ status });
  return new ExpectedError(read.data.code, read.data.data ?? {});
}

function parse<T>(schema: z.ZodType<T>, body: Uint8Array): T {
  const read = schema.safeParse(json(body));
  if (!read.success) throw strange();
  return read.data;
}

/** Empty bytes say nothing; what is no JSON is taken for nothing, and fails its schema. */
function json(bytes: Uint8Array): unknown {
  try {
    return bytes.byteLength === 0 ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
