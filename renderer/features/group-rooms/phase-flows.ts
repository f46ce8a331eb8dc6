import {
  GROUP_LIFE_SETTINGS_ID,
  readGroupLifeSettings,
} from '@shared/domain/group-life/life-settings.schema';
import { LIVING_PHASES, type LivingPhase } from '@shared/domain/group-life/phase.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { Tx } from '@/db/command';
import { createRun, FLOW_STORES, newestTemplates } from '@/features/flow-runs/index';

const LONGEST_TITLE = 100;

/** The stores that the functions of this file touch: a command that uses them names these. */
export const FULL_STORES = [
  ...FLOW_STORES,
  'groups',
  'groupEvents',
  'modelSettings',
  'sopTemplates',
] as const;

type FlowLanguage = 'zh' | 'en';

/**
 * Runs of these flows for a group, named after the flow and the group; a flow that is under way there
 * already, or that there is not (any more), is passed over. The ids of the new runs.
 */
export async function startGroupFlows(
  tx: Tx,
  group: Pick<Group, 'id' | 'name' | 'ownerName'>,
  keys: readonly string[],
  language: FlowLanguage = 'zh',
): Promise<string[]> {
  if (keys.length === 0) return [];
  const runs = await tx.all('sopRuns');
  const titles = new Set(runs.map(({ title }) => title));
  const underWay = new Set(
    runs
      .filter((run) => run.groupId === group.id && run.status === 'running')
      .map((run) => run.templateKey),
  );
  const templates = new Map(
    newestTemplates(await tx.all('sopTemplates')).map((template) => [template.key, template]),
  );
  const started: string[] = [];
  for (const key of new Set(keys)) {
    const template = templates.get(key);
    if (!template || underWay.has(key)) continue;
    const { zh, en } = template.name;
    const title = freeTitleOf(
      `${(language === 'en' ? en : zh) || zh || en} · ${group.name}`,
      titles,
    );
    titles.add(title);
    const details = { groupId: group.id, ...(group.ownerName && { ownerName: group.ownerName }) };
    started.push(await createRun(tx, { id: template.id }, { title, details }));
  }
  return started;
}

function freeTitleOf(wanted: string, taken: ReadonlySet<string>): string {
  let title = wanted.slice(0, LONGEST_TITLE);
  for (let number = 2; taken.has(title); number += 1) {
    const tail = ` (${number})`;
    title = wanted.slice(0, LONGEST_TITLE - tail.length) + tail;
  }
  return title;
}

/** The flows that start by themselves with a phase; none where the leader starts them by hand. */
async function flowsWithPhase(tx: Tx, phase: Group['phase']): Promise<string[]> {
  const stored = await tx.get('modelSettings', GROUP_LIFE_SETTINGS_ID);
  const { flows } = readGroupLifeSettings(stored?.settings);
  const living: LivingPhase | undefined = LIVING_PHASES.find((it) => it === phase);
  return living && flows.start === 'withPhase' ? flows[living] : [];
}

/**
 * With so many inside for the first time a group is full: the day is kept, its story says so, and an
 * early group's flows start. Called after every entry; does nothing for a group that was full before.
 */
export async function noteIfFull(
  tx: Tx,
  groupId: string,
  inside: number,
  { at = tx.now, language }: { at?: number; language?: FlowLanguage | undefined } = {},
): Promise<void> {
  const group = await tx.get('groups', groupId);
  if (!group || group.phase === 'dissolved') return;
  if (group.fullAt !== undefined || inside < group.capacity) return;
  await fillGroup(tx, group, { at, evidence: { total: inside, capacity: group.capacity } });
  if (group.phase !== 'early') return;
  await startGroupFlows(tx, group, await flowsWithPhase(tx, 'early'), language);
}

/** Keeps the day from which the early phase counts, and the line of the story. */
export async function fillGroup(
  tx: Tx,
  group: Pick<Group, 'id' | 'phase'>,
  { at, evidence }: { at: number; evidence: Record<string, number | string> },
): Promise<void> {
  const since = group.phase === 'early' ? { phaseSince: at } : {};
  await tx.update('groups', group.id, { fullAt: at, ...since });
  await tx.create('groupEvents', {
    id: tx.newId(),
    groupId: group.id,
    kind: 'full',
    at: tx.now,
    evidence,
    ...(tx.actor && { by: tx.actor }),
  });
}
