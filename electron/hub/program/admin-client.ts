import { pipeline } from 'node:stream/promises';
import { refusalSchema } from '@shared/contracts/hub-http';
import { ExpectedError } from '@shared/lib/errors';
import { z } from 'zod';
import type { AdminFile } from './admin-file';
import { type AdminWork, madeInvite, madeWorkspace } from './admin-work';

const refusal = refusalSchema.extend({ code: z.string() });

/** The same work, done by the hub that holds the folder. */
export function askAdmin({ adminUrl, secret }: AdminFile): AdminWork {
  const ask = async (method: 'GET' | 'POST', path: string, wish?: unknown): Promise<Response> => {
    const response = await fetch(`${adminUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}` },
      ...(wish === undefined ? {} : { body: JSON.stringify(wish) }),
    });
    if (response.ok) return response;
    const said = refusal.safeParse(await response.json().catch(() => undefined));
    throw new ExpectedError(
      said.success ? said.data.code : 'hub-answers-strangely',
      said.data?.data,
    );
  };
  return {
    createWorkspace: async (wish) =>
      madeWorkspace.parse(await (await ask('POST', '/admin/workspaces', wish)).json()),
    invite: async (wish) =>
      madeInvite.parse(await (await ask('POST', '/admin/invites', wish)).json()),
    backup: async (sink) => {
      const { body } = await ask('GET', '/admin/backup');
      if (body === null) throw new ExpectedError('hub-answers-strangely');
      await pipeline(body, sink);
    },
  };
}
