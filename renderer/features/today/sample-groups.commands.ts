import type { EntityName, Row } from '@shared/domain/registry';
import { planSampleGroups } from '@shared/domain/sample/sample-groups.rules';
import { sampleGroupsSchema } from '@shared/domain/sample/sample-groups.schema';
import { joinRows, type NewRows } from '@shared/domain/sample/sample-rows';
import { SAMPLE_PREFIX, type SamplePerson } from '@shared/domain/sample/sample-stays.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

/** What of a group names it in a field with an index, and what only a pass over all rows finds. */
const BY_GROUP = [
  'groupInputs',
  'groupReadings',
  'groupEvents',
  'rosterLists',
  'friendActions',
  'ruleEntries',
  'chatQuestions',
] as const;
const PAGED_BY_GROUP = ['memberships', 'interactions', 'groupDays'] as const;
const BY_RUN = ['sopSteps', 'runEvents', 'stepItems', 'audits', 'reviews', 'funnelCounts'] as const;

const STORES = [
  ...BY_GROUP,
  ...PAGED_BY_GROUP,
  ...BY_RUN,
  'groups',
  'groupRules',
  'transferPlans',
  'transferItems',
  'kocs',
  'kocIncentives',
  'contentItems',
  'contentSends',
  'contentResults',
  'sopRuns',
] as const satisfies readonly EntityName[];

/** The people of these imports, with the time of the last thing that is on record of them. */
async function peopleOf(tx: Tx, batchIds: readonly string[]): Promise<SamplePerson[]> {
  const people = new Map<string, SamplePerson>();
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const fields = ['id', 'batchId', 'name', 'identity', 'region', 'groupNickname'];
  await tx.scan('members', fields, ({ id, batchId, name, identity, region, groupNickname }) => {
    if (!batchIds.includes(String(batchId))) return;
    people.set(id, {
      id,
      name: String(name),
      identity: (identity ?? 'unknown') as SamplePerson['identity'],
      region: text(region),
      groupNickname: text(groupNickname),
      lastActMs: 0,
    });
  });
  const seen = (memberId: unknown, at: unknown) => {
    const person = people.get(String(memberId));
    if (person) person.lastActMs = Math.max(person.lastActMs, Number(at));
  };
  await tx.scan('orders', ['memberId', 'orderedAt'], (row) => seen(row.memberId, row.orderedAt));
  await tx.scan('interactions', ['memberId', 'at'], (row) => seen(row.memberId, row.at));
  return [...people.values()];
}

async function create(tx: Tx, { interactions = [], ...rest }: NewRows, batchId: string) {
  for (const [entity, rows] of Object.entries(rest)) {
    for (const row of rows) await tx.create(entity as EntityName, row as never);
  }
  const ascending = interactions
    .map((row): Row<'interactions'> => ({ ...row, batchId }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.bulkCreate('interactions', ascending);
}

/**
 * Groups with some weeks of life for the people of the sample's imports, dated back from today. An
 * import of its own, so that it can be seen and taken back among the imports. Groups of an earlier
 * sample go first.
 */
export const putSampleGroups = defineCommand({
  name: 'today.putSampleGroups',
  input: z.object({
    spec: sampleGroupsSchema,
    fileName: z.string().min(1),
    batchIds: z.array(idSchema).min(1).max(10),
  }),
  entities: [...STORES, 'members', 'orders', 'importBatches', 'workspace'],
  label: () => ({ zh: '放入示例社群', en: 'Put the sample groups in' }),
  run: async (tx, { spec, fileName, batchIds }) => {
    await clear(tx);
    const people = await peopleOf(tx, batchIds);
    const zone = (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE;
    const newId = () => tx.newId();
    const batchId = tx.newId();
    const rows = joinRows([planSampleGroups(spec, { people, nowMs: tx.now, zone, newId })]);
    await create(tx, rows, batchId);
    const n = rows.interactions?.length ?? 0;
    const none = { update: 0, unchanged: 0, confirm: 0, rejected: 0, newMembers: 0 };
    const counts = { ...none, create: n, total: n, rows: n };
    const batch = { kind: 'interactions', fileName, fileHash: fileName, at: tx.now } as const;
    await tx.create('importBatches', { id: batchId, ...batch, counts });
    return { groups: rows.groups?.length ?? 0 };
  },
});

/** Takes the sample's groups out with all that belongs to them, also what was added to them since. */
export const clearSampleGroups = defineCommand({
  name: 'today.clearSampleGroups',
  input: z.object({}),
  entities: STORES,
  label: () => ({ zh: '移除示例社群', en: 'Remove the sample groups' }),
  run: (tx) => clear(tx),
});

type Named = { id: string };
const isOurs = (id: unknown) => typeof id === 'string' && id.startsWith(SAMPLE_PREFIX);

async function removeAll(tx: Tx, entity: EntityName, rows: readonly Named[]): Promise<void> {
  for (const { id } of rows) await tx.remove(entity, id);
}

async function clear(tx: Tx): Promise<void> {
  const groups = (await tx.all('groups')).filter(({ id }) => isOurs(id));
  for (const { id } of groups) {
    for (const entity of BY_GROUP)
      await removeAll(tx, entity, await tx.findBy(entity, 'groupId', id));
    for (const plan of await tx.findBy('transferPlans', 'fromGroupId', id)) {
      await removeAll(tx, 'transferItems', await tx.findBy('transferItems', 'planId', plan.id));
      await tx.remove('transferPlans', plan.id);
    }
  }
  for (const entity of PAGED_BY_GROUP) {
    const found: Named[] = [];
    await tx.scan(entity, ['id', 'groupId'], ({ id, groupId }) => {
      if (isOurs(groupId)) found.push({ id });
    });
    await removeAll(tx, entity, found);
  }
  for (const koc of (await tx.all('kocs')).filter(({ groupId }) => isOurs(groupId))) {
    await removeAll(tx, 'kocIncentives', await tx.findBy('kocIncentives', 'memberId', koc.id));
    await tx.remove('kocs', koc.id);
  }
  for (const run of (await tx.all('sopRuns')).filter(({ groupId }) => isOurs(groupId))) {
    for (const entity of BY_RUN)
      await removeAll(tx, entity, await tx.findBy(entity, 'runId', run.id));
    await tx.remove('sopRuns', run.id);
  }
  const rules = (await tx.all('groupRules')).filter((it) => isOurs(it.id) || isOurs(it.groupId));
  await removeAll(tx, 'groupRules', rules);
  const pieces = await tx.findByIdPrefix('contentItems', SAMPLE_PREFIX);
  for (const { id } of pieces) {
    await removeAll(tx, 'contentSends', await tx.findBy('contentSends', 'itemId', id));
    await removeAll(tx, 'contentResults', await tx.findBy('contentResults', 'contentItemId', id));
  }
  await removeAll(tx, 'contentItems', pieces);
  await removeAll(tx, 'groups', groups);
}
