import { type EntityName, entityNames, registry } from '@shared/domain/registry';
import { expect } from '../../fixtures';
import type { Row } from '../running-console';
import type { Laptop } from './two-laptops';

/** All that travels between laptops, derived data that follow from it left out. */
const SYNCED: readonly EntityName[] = entityNames.filter(
  (name) => registry[name].scope === 'synced',
);

const sortedById = (rows: Row[]): Row[] =>
  rows.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

/** Row by row; what rules give is worked out on each laptop from the rest. */
async function readSynced({ running }: Laptop): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for (const name of SYNCED) {
    const rows = (await running.rows(name)).filter(({ source }) => source !== 'rule');
    if (rows.length > 0) all[name] = sortedById(rows);
  }
  return all;
}

/** Both have sent and fetched all there is, and hold the same rows with the same values. */
export async function holdTheSame(a: Laptop, b: Laptop): Promise<void> {
  for (const { sync } of [a, b]) await sync.hasAgreed();
  await expect(async () => {
    expect(await readSynced(b)).toEqual(await readSynced(a));
  }).toPass({ timeout: 30_000 });
  for (const { running } of [a, b]) expect(await running.countRows('outbox')).toBe(0);
}

/** The member of this name on a laptop. */
export async function memberNamed({ running }: Laptop, name: string): Promise<Row | undefined> {
  return (await running.rows('members')).find((member) => member.name === name);
}

/** As soon as it has come from the other. */
export async function idOf(laptop: Laptop, name: string): Promise<string> {
  await expect.poll(async () => (await memberNamed(laptop, name)) !== undefined).toBe(true);
  return String((await memberNamed(laptop, name))?.id);
}
