import { createHash } from 'node:crypto';
import {
  type JoinRequest,
  joinAnswer,
  refusalSchema,
  roleSchema,
} from '@shared/contracts/hub-http';
import type { HubLink, JoinedHub } from '@shared/contracts/hub-link';
import type { HubRequest, HubResponse, HubTransport } from '@shared/contracts/hub-transport';
import { ExpectedError } from '@shared/lib/errors';
import { readHubAddress } from './hub-address';
import { createHubTransport } from './hub-transport';
import type { LinkFile, StoredLink } from './link-file';
import type { TokenKeeper } from './token-keeper';

export type HubLinkStore = {
  read: () => Promise<HubLink | null>;
  join: (url: string, request: JoinRequest) => Promise<JoinedHub>;
  ask: (request: HubRequest) => Promise<HubResponse>;
  forget: () => Promise<void>;
  /** Where to listen for the bell, and with what; null when this laptop belongs to no hub. */
  pass: () => Promise<{ url: string; token: string } | null>;
};

export type HubLinkParts = {
  file: LinkFile;
  tokens: TokenKeeper;
  createTransport?: typeof createHubTransport;
};

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');

/** This laptop's way to its hub: the address, the token, and nobody else who knows it. */
export function createHubLink(parts: HubLinkParts): HubLinkStore {
  const { file, tokens, createTransport = createHubTransport } = parts;
  let known: Promise<{ transport: HubTransport; token: string; url: string } | null> | undefined;

  async function load() {
    const [link, kept] = await Promise.all([file.read(), tokens.recall()]);
    if (!link || !kept) return null;
    return { transport: createTransport(link.url, kept.token), token: kept.token, url: link.url };
  }

  function open() {
    known ??= load().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  const answerOf = ({ workspaceId, workspaceName, seatId, role, url }: StoredLink): JoinedHub => ({
    workspaceId,
    workspaceName,
    seatId,
    role: roleSchema.parse(role),
    url,
  });

  return {
    read: async () => {
      const [link, kept] = await Promise.all([file.read(), tokens.recall()]);
      if (!link || !kept) return null;
      const { url, workspaceId, seatId } = link;
      return { url, workspaceId, seatId, protection: kept.form };
    },

    join: async (address, request) => {
      const url = readHubAddress(address);
      const inviteHash = hashOf(request.code);
      const before = await file.read();
      // The answer came, but the console ended before it could be used: the seat is here already.
      if (before?.url === url && before.inviteHash === inviteHash && (await tokens.recall())) {
        return answerOf(before);
      }
      const { token, ...answer } = await askToJoin(createTransport(url, undefined), request);
      // The token first: a link without one would look joined and could ask nothing.
      await tokens.keep(token);
      const link: StoredLink = { ...answer, url, inviteHash };
      await file.write(link);
      known = undefined;
      return answerOf(link);
    },

    ask: async (request) => {
      const way = await open();
      if (!way) throw new ExpectedError('hub-not-joined');
      return way.transport(request);
    },

    forget: async () => {
      known = undefined;
      await file.remove();
      await tokens.forget();
    },

    pass: async () => {
      const way = await open();
      return way ? { url: way.url, token: way.token } : null;
    },
  };
}

async function askToJoin(transport: HubTransport, request: JoinRequest) {
  const { status, body } = await transport({
    method: 'POST',
    path: '/v1/join',
    type: 'json',
    body: new TextEncoder().encode(JSON.stringify(request)),
  });
  const answer: unknown = readJson(body);
  if (status === 200 || status === 201) {
    const joined = joinAnswer.safeParse(answer);
    if (joined.success) return joined.data;
  }
  const refusal = refusalSchema.safeParse(answer);
  if (refusal.success) throw new ExpectedError(refusal.data.code, refusal.data.data);
  throw new ExpectedError('hub-answers-strangely', { status });
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
