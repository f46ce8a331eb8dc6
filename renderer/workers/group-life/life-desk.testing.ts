import { type FigureTable, figuresAt } from '@shared/domain/group-life/figure-table';
import type { Row } from '@shared/domain/registry';
import type { schemas } from '@shared/domain/schemas';
import { joinId } from '@shared/lib/record-ids';

import type { z } from 'zod';
import type { Tx } from '@/db/command';
import { commandOf, openTestDoor } from '@/db/test-db';
import { ListService } from '../index/list-service';
import { GroupLifeDesk } from './life-desk';

export const MINUTE = 60_000;
export const at = (iso: string) => Date.parse(`${iso}+08:00`);
/** A Wednesday. */
export const NOW = at('2026-11-25T12:00');
const ALL = [
  'members',
  'groups',
  'groupEvents',
  'memberships',
  'orders',
  'interactions',
  'contentItems',
  'contentSends',
  'contentColumns',
  'contentResults',
  'groupDays',
  'groupInputs',
  'groupReadings',
  'friendActions',
  'chatQuestions',
  'kocs',
  'kocIncentives',
  'ruleEntries',
  'rosterLists',
] as const;

export async function open() {
  const { db, door } = await openTestDoor();
  const fresh = () => {
    const lists = new ListService(async () => db);
    return { lists, desk: new GroupLifeDesk(async () => db, lists) };
  };
  const { lists, desk } = fresh();
  door.onCommit((op, entities) => lists.onCommit(op, entities));
  door.onCommit((op, entities) => desk.onCommit(op, entities));
  const run = <T>(work: (tx: Tx) => Promise<T>) => door.run(commandOf([...ALL], work), {});
  const group = (id: string) =>
    run((tx) => tx.create('groups', { id, name: id, openedAt: 0, phase: 'middle' }));
  return { door, desk, fresh: () => fresh().desk, run, group };
}
type Opened = Awaited<ReturnType<typeof open>>;

export const member = ({ run }: Opened, ...groups: [string, string, string?][]) =>
  run(async (tx) => {
    const id = tx.newId();
    await tx.create('members', { id, name: '林小满', identity: 'store' });
    for (const [groupId, joined, left] of groups) {
      const row = { id: joinId(id, groupId), memberId: id, groupId, joinedAt: at(joined) };
      await tx.create('memberships', left === undefined ? row : { ...row, leftAt: at(left) });
    }
    return id;
  });

let number = 0;
export const order = ({ run }: Opened, memberId: string, iso: string, more: object = {}) =>
  run((tx) => {
    number += 1;
    const id = tx.newId();
    const row = { id, externalNo: `G${number}`, memberId, orderedAt: at(iso), amountFen: 6000 };
    return tx.create('orders', { ...row, ...more });
  });

export const act = (
  { run }: Opened,
  memberId: string,
  kind: string,
  iso: string,
  groupId?: string,
) =>
  run((tx) => {
    const row = { id: tx.newId(), memberId, kind, at: at(iso) } as const;
    return tx.create('interactions', (groupId ? { ...row, groupId } : row) as never);
  });

export async function put<E extends 'kocs' | 'groupDays'>(
  tx: Tx,
  entity: E,
  row: z.input<(typeof schemas)[E]>,
) {
  const { id, ...patch } = row;
  if (await tx.get(entity, id)) await tx.update(entity, id, patch as Partial<Row<E>>);
  else await tx.create(entity, row);
}

/** The figures of a group in the week that begins on this Monday. */
export function weekOf(table: FigureTable, groupId: string, monday: string) {
  const period = table.periods.findIndex((it) => it.kind === 'week' && it.from === monday);
  return figuresAt(table, table.groupIds.indexOf(groupId), period);
}
