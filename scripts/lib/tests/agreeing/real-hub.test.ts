import type { HubTransport } from '@shared/contracts/hub-transport';
import { httpHubPort } from '@shared/sync/http-hub-port';
import { runSchedule } from '@shared/sync/simulation/run-schedule';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HubApp } from '../../../../electron/hub/http/app';
import { ask, TestHub } from '../../../../electron/hub/http/hub.testing';

/** Other schedules than those over the hub in memory; `QUNDUO_HUB_SCHEDULES` says how many. */
const FIRST = 1_000_000;
const COUNT = Number(process.env.QUNDUO_HUB_SCHEDULES ?? 6);
const MAX_MS = 10 * 60_000;

let hub: TestHub;
let app: HubApp;
beforeAll(async () => {
  hub = await TestHub.open();
  app = hub.start();
}, MAX_MS);
afterAll(() => hub.close());

const transportOf =
  (token: string): HubTransport =>
  async ({ method, path, type, body }) => {
    const isFrames = type === 'frames';
    const { status, headers, bytes } = await ask(app, method, path, {
      token,
      ...(body && { bytes: body, ...(!isFrames && { type: 'application/json' }) }),
    });
    const head = headers.get('x-qunduo-head');
    return {
      status,
      body: new Uint8Array(bytes),
      ...(head !== null && { head: Number(head) }),
    };
  };

it(
  `comes to agree over the real hub in ${COUNT} schedules`,
  async () => {
    const only = process.env.QUNDUO_HUB_SCHEDULE;
    for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
      const workspaceId = await hub.workspace();
      const portFor = async (laptop: number) => {
        const role = laptop === 0 ? 'owner' : 'leader';
        return httpHubPort(transportOf((await hub.join(app, workspaceId, role)).token));
      };
      const wanted = only === undefined ? seed : Number(only);
      const ended = runSchedule(wanted, { hub: { workspaceId, portFor }, startMs: hub.nowMs });
      await expect(ended, `QUNDUO_HUB_SCHEDULE=${wanted}`).resolves.toBeUndefined();
      if (only !== undefined) return;
    }
  },
  MAX_MS,
);
