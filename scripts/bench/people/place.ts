import type { PeopleColumns } from '@shared/domain/people/people-columns';
import { z } from 'zod';
import { type AnyCommand, defineCommand } from '@/db/command';
import { DataWorkerApi } from '@/workers/data-worker-api';
import { CONTENT_COMMANDS } from './content-commands';
import { FUNNEL_COMMANDS } from './funnel-commands';
import { GROUP_COMMANDS } from './group-commands';
import { GROUP_PEOPLE_COMMANDS } from './group-people-commands';

/** One more order of a member, through the write door like any other. */
const addOrder = defineCommand({
  name: 'bench.addOrder',
  input: z.object({ memberId: z.string(), amountFen: z.number() }),
  entities: ['orders'],
  label: () => ({ zh: '加一单', en: 'Add an order' }),
  run: (tx, { memberId, amountFen }) => {
    const id = tx.newId();
    return tx.create('orders', { id, externalNo: id, memberId, orderedAt: tx.now, amountFen });
  },
});

/** The console's data worker as it is, on the folder that was filled. */
export type Place = { api: DataWorkerApi; addOrder: (memberId: string) => Promise<void> };

export async function openPlace(): Promise<Place> {
  const commands = [
    addOrder,
    ...FUNNEL_COMMANDS,
    ...CONTENT_COMMANDS,
    ...GROUP_COMMANDS,
    ...GROUP_PEOPLE_COMMANDS,
  ] as unknown as AnyCommand[];
  const api = new DataWorkerApi(new Map(commands.map((command) => [command.name, command])));
  api.connectJournal({
    append: async () => undefined,
    begin: async () => 'journal',
    write: async () => undefined,
    finish: async () => undefined,
    abort: async () => undefined,
  });
  return {
    api,
    addOrder: async (memberId) => {
      await api.run(addOrder.name, { memberId, amountFen: 1990 });
    },
  };
}

export async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The middle of several runs, each with its number. */
export async function middle(
  runs: number,
  work: (run: number) => Promise<number> | number,
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await work(run));
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** The least that any answer costs: one pass over the columns that it rests on. */
export function passOver({ orders, n }: PeopleColumns): number {
  let sum = 0;
  const { start, end, day, amountFen } = orders;
  for (let row = 0; row < n; row += 1) {
    for (let slot = start[row] ?? 0; slot < (end[row] ?? 0); slot += 1) {
      sum += (day[slot] ?? 0) + (amountFen[slot] ?? 0);
    }
  }
  return sum;
}
