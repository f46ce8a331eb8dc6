import type { Row, RunningConsole } from './running-console';

/** Everything that a person would miss. */
const STORES = [
  'members',
  'orders',
  'memberStats',
  'tags',
  'tagAssignments',
  'importBatches',
  'sopRuns',
  'sopSteps',
  'contentItems',
  'workspace',
] as const;

/** What a flow leaves behind. */
export const FLOW_STORES = [
  'segments',
  'segmentSnapshots',
  'groups',
  'memberships',
  'memberClasses',
  'waitingEntries',
  'audits',
  'stepItems',
  'funnelCounts',
  'scriptUses',
  'limitUses',
  'runEvents',
  'rescueTasks',
  'reviews',
  'sopTemplates',
] as const;

/** What a week leaves behind, from its plan to its experiments. */
export const WEEK_STORES = [
  'groups',
  'contentColumns',
  'contentSends',
  'contentRepeats',
  'weekTemplates',
  'holidayTables',
  'weekPlans',
  'assets',
  'libraryEntries',
  'characters',
  'experiments',
  'experimentUnits',
  'lexiconWords',
  'contentResults',
  'limitUses',
  'modelSettings',
] as const;

/** What the life of groups leaves behind, from the first list to the last transfer. */
export const LIFE_STORES = [
  'groups',
  'memberships',
  'memberClasses',
  'interactions',
  'groupDays',
  'groupEvents',
  'groupInputs',
  'groupReadings',
  'groupRules',
  'ruleEntries',
  'rosterLists',
  'transferPlans',
  'transferItems',
  'kocs',
  'kocIncentives',
  'friendActions',
  'chatQuestions',
  'modelSettings',
] as const;

export type StoredState = Record<(typeof STORES)[number], Row[]>;

const byId = (a: Row, b: Row) => (String(a.id) < String(b.id) ? -1 : 1);

/** All rows of all stores in a fixed order, to be compared with another time; `more` stores on top. */
export async function readStoredState(
  running: RunningConsole,
  more: readonly string[] = [],
): Promise<StoredState> {
  const entries: [string, Row[]][] = [];
  for (const store of [...STORES, ...more]) {
    // What rules give is worked out again from the rest, a moment later.
    const rows = (await running.rows(store)).filter(({ source }) => source !== 'rule');
    entries.push([store, rows.sort(byId)]);
  }
  return Object.fromEntries(entries) as StoredState;
}

/** How many rows there are; two states that differ differ here first, and readably. */
export function countsOf(state: StoredState): Record<string, number> {
  return Object.fromEntries(Object.entries(state).map(([store, rows]) => [store, rows.length]));
}
