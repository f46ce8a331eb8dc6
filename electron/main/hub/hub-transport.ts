import { FRAMES_TYPE, HEAD_HEADER, HUB_LIMITS } from '@shared/contracts/hub-http';
import type { HubRequest, HubResponse, HubTransport } from '@shared/contracts/hub-transport';
import { ExpectedError } from '@shared/lib/errors';
import { readHubAddress } from './hub-address';
import { asHubError } from './hub-errors';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A page of a pull holds at least one frame, which with its header may be a little over the limit. */
const MAX_ANSWER_BYTES = 2 * HUB_LIMITS.push;
/** Until the answer begins: so long at least, and longer for a body on a slow line. */
const ANSWER_MS = 20_000;
const SLOWEST_BYTES_PER_MS = 8;
/** Between two pieces of an answer. */
const SILENCE_MS = 20_000;

const TYPES = { json: 'application/json', frames: FRAMES_TYPE } as const;

/**
 * Asks one hub, over Node's own connections, which stay open between questions. Redirects are not
 * followed, what comes is bounded in size and time. Throws `hub-unreachable`, `hub-certificate` or
 * `hub-answers-strangely`; a refusal is an answer. Without a token for joining.
 */
export function createHubTransport(
  address: string,
  token: string | undefined,
  { fetch = globalThis.fetch as Fetch }: { fetch?: Fetch } = {},
): HubTransport {
  const origin = readHubAddress(address);

  return async ({ method, path, type, body }: HubRequest): Promise<HubResponse> => {
    const patience = createPatience(ANSWER_MS + (body?.byteLength ?? 0) / SLOWEST_BYTES_PER_MS);
    try {
      const response = await fetch(`${origin}${path}`, {
        method,
        redirect: 'manual',
        signal: patience.signal,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(type === undefined ? {} : { 'content-type': TYPES[type] }),
        },
        ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
      });
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw new ExpectedError('hub-answers-strangely', { status: response.status });
      }
      const head = Number(response.headers.get(HEAD_HEADER) ?? Number.NaN);
      const answer = { status: response.status, body: await readBody(response, patience) };
      return Number.isSafeInteger(head) && head >= 0 ? { ...answer, head } : answer;
    } catch (error) {
      throw asHubError(error);
    } finally {
      patience.end();
    }
  };
}

type Patience = { signal: AbortSignal; renew: (ms: number) => void; end: () => void };

function createPatience(firstMs: number): Patience {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new ExpectedError('hub-unreachable'));
  let timer = setTimeout(giveUp, firstMs);
  return {
    signal: controller.signal,
    renew: (ms) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms);
    },
    end: () => clearTimeout(timer),
  };
}

async function readBody(response: Response, patience: Patience): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    patience.renew(SILENCE_MS);
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_ANSWER_BYTES) {
      await reader.cancel();
      throw new ExpectedError('hub-answers-strangely', { status: response.status });
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let place = 0;
  for (const chunk of chunks) {
    body.set(chunk, place);
    place += chunk.byteLength;
  }
  return body;
}
