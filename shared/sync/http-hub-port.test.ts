import { describe, expect, it } from 'vitest';
import type { HubRequest, HubResponse } from '../contracts/hub-transport';
import { httpHubPort } from './http-hub-port';

const bytes = (text: string) => new TextEncoder().encode(text);
const answering = (status: number, body: unknown, head?: number) => {
  const asked: HubRequest[] = [];
  const port = httpHubPort(async (request): Promise<HubResponse> => {
    asked.push(request);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { status, body: bytes(text), ...(head !== undefined && { head }) };
  });
  return { port, asked };
};
const code = (name: string, data = {}) => expect.objectContaining({ code: name, data });

describe('a hub over HTTP', () => {
  it('answers in the shapes that were agreed', async () => {
    const invite = { code: 'x', url: 'http://127.0.0.1/join', expiresAt: 5 };
    const { port, asked } = answering(200, invite);
    await expect(port.invite({ role: 'viewer' })).resolves.toEqual(invite);
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/v1/invites', type: 'json' });
  });

  it('refuses by name, with what the refusal names', async () => {
    const refused = { code: 'clock-ahead', data: { minutes: 9 } };
    const { port } = answering(409, refused);
    await expect(port.push(bytes(''))).rejects.toEqual(code('clock-ahead', { minutes: 9 }));
  });

  it('takes a workspace without a state for one without a state', async () => {
    const { port } = answering(404, { code: 'not-found' });
    await expect(port.newestCheckpoint()).resolves.toBeUndefined();
    await expect(port.checkpointPart('a', 1)).rejects.toEqual(code('not-found'));
  });

  it('says so where something else answers at that address', async () => {
    const page = '<html>Sign in to the guest network</html>';
    await expect(answering(200, page).port.me()).rejects.toEqual(code('hub-answers-strangely'));
    await expect(answering(200, { head: -1 }).port.me()).rejects.toEqual(
      code('hub-answers-strangely'),
    );
    await expect(answering(502, page).port.me()).rejects.toEqual(
      code('hub-answers-strangely', { status: 502 }),
    );
    await expect(answering(403, { code: 'no-such' }).port.seats()).rejects.toEqual(
      code('hub-answers-strangely', { status: 403 }),
    );
    const { port } = answering(200, '');
    await expect(port.pull({ since: 0, piece: 0, limit: 1 })).rejects.toEqual(
      code('hub-answers-strangely'),
    );
  });

  it('takes a finished act without a body for done', async () => {
    const { port, asked } = answering(204, '');
    await port.leave();
    await port.finishCheckpoint('c', 3);
    expect(asked.map(({ path }) => path)).toEqual(['/v1/leave', '/v1/checkpoints/c/finish']);
  });
});
