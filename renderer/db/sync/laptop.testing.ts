import { entityNames } from '@shared/domain/registry';
import type { HubPort } from '@shared/sync/hub-port';
import type { LocalPort } from '@shared/sync/local-port';
import { SyncSession } from '@shared/sync/session';
import type { ConsoleDb } from '../db';
import { CURRENT_SCHEMA_VERSION, spec } from '../schema';
import { counters } from '../tables';
import { allRows, openTestDoor } from '../test-db';
import type { WriteDoor } from '../write/write-door';
import { joinWorkspace } from './join-workspace';
import { createLocalPort, type LocalPortParts } from './local-port';
import type { MemoryHub } from './memory-hub.testing';

export type Laptop = {
  db: ConsoleDb;
  door: WriteDoor;
  databaseId: string;
  local: LocalPort;
  session: SyncSession;
};

const noState = async (): Promise<never> => {
  throw new Error('this test fetches no state');
};

/** A laptop with a real database and a real door that follows a hub; for tests. */
export async function openLaptop(
  hub: MemoryHub,
  { cut, ...more }: { cut?: () => boolean } & Partial<LocalPortParts> = {},
): Promise<Laptop> {
  const opened = await openTestDoor();
  await joinWorkspace(opened, hub.me(), 'http://hub', false);
  return { ...opened, ...follow(opened, hub.port(cut), more) };
}

export function follow(
  opened: { db: ConsoleDb; door: WriteDoor },
  hub: HubPort,
  more: Partial<LocalPortParts> = {},
): { local: LocalPort; session: SyncSession } {
  const local = createLocalPort({
    ...opened,
    state: {
      keepCheckpointPart: noState,
      checkpointPartsHere: noState,
      takeCheckpoint: noState,
    },
    divide: noState,
    prune: async () => undefined,
    erasePerson: noState,
    ...more,
  });
  const session = new SyncSession({ local, hub, schemaVersion: CURRENT_SCHEMA_VERSION });
  return { local, session };
}

/** All that laptops must agree on, and what is reckoned from it. */
export async function storedState(db: ConsoleDb): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {};
  for (const entity of entityNames) {
    if (spec(entity).scope === 'device') continue;
    const rows = await allRows(db, entity);
    if (rows.length > 0) state[entity] = rows;
  }
  return state;
}

export const storedClocks = (db: ConsoleDb) => allRows(db, 'clocks');

export async function storedCounts(db: ConsoleDb): Promise<Record<string, number>> {
  const counted = await counters(db).toArray();
  return Object.fromEntries(
    counted.flatMap(({ name, n }) =>
      n === 0 || name === 'clocks' || name === 'overwritten' ? [] : [[name, n]],
    ),
  );
}
