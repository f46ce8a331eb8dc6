import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentResult } from '@shared/domain/calendar/content-result.schema';
import type { Experiment, ExperimentUnit } from '@shared/domain/experiments/experiment.schema';
import { addDays } from '@shared/lib/time';
import { readDb } from '@/db/read';

export type OpenExperiment = {
  experiment: Experiment;
  /** Of all rounds. */
  units: ExperimentUnit[];
  /** The calendar items of its arms that still exist. */
  items: ContentItem[];
  /** What was read of those items, one row a group. */
  results: ContentResult[];
};

const STATES: Record<Experiment['state'], number> = {
  running: 0,
  draft: 1,
  decided: 2,
  stopped: 3,
};

/** All experiments: those under way first, then the newest. */
export async function readExperiments(): Promise<Experiment[]> {
  const all = await readDb.rows('experiments').all();
  return all.sort((a, b) => STATES[a.state] - STATES[b.state] || (a.id < b.id ? 1 : -1));
}

/** One experiment with all that belongs to it; null when it is gone. */
export async function findExperiment(id: string): Promise<OpenExperiment | null> {
  const experiment = await readDb.rows('experiments').get(id);
  if (!experiment) return null;
  const units = await readDb.rows('experimentUnits').by('experimentId', id);
  const itemIds = [...new Set(units.flatMap(({ itemId }) => itemId ?? []))];
  const items = await Promise.all(itemIds.map((item) => readDb.rows('contentItems').get(item)));
  const results = await Promise.all(
    itemIds.map((item) => readDb.rows('contentResults').by('contentItemId', item)),
  );
  return {
    experiment,
    units,
    items: items.flatMap((item) => item ?? []),
    results: results.flat(),
  };
}

const ACTIVITY_DAYS = 60;

/**
 * Actions per person who was reached, by group, over the last sixty days of content results; groups
 * that nobody read are absent.
 */
export async function readActivity(today: string): Promise<Map<string, number>> {
  const since = addDays(today, -ACTIVITY_DAYS);
  const sums = new Map<string, { actions: number; people: number }>();
  for (const row of await readDb.rows('contentResults').between('day', since, today)) {
    const { groupId, reach, participants, opens, comments = 0, shares = 0, likes = 0 } = row;
    if (groupId === undefined || reach === undefined || reach === 0) continue;
    const sum = sums.get(groupId) ?? { actions: 0, people: 0 };
    sum.actions += participants ?? opens ?? comments + shares + likes;
    sum.people += reach;
    sums.set(groupId, sum);
  }
  return new Map([...sums].map(([id, { actions, people }]) => [id, actions / people]));
}

/** Experiments that came to an end, for what they say about the next one. */
export async function readDecided(): Promise<OpenExperiment[]> {
  const decided = await readDb.rows('experiments').by('state', 'decided');
  const open = await Promise.all(decided.map(({ id }) => findExperiment(id)));
  return open.flatMap((it) => it ?? []);
}

/** People who saw each experiment so far, over all rounds. */
export async function readSeen(): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  for (const { experimentId, exposed = 0 } of await readDb.rows('experimentUnits').all()) {
    seen.set(experimentId, (seen.get(experimentId) ?? 0) + exposed);
  }
  return seen;
}
