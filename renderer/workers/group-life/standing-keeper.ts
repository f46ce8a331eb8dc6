import { type FigureTable, periodsOfKind } from '@shared/domain/group-life/figure-table';
import {
  GROUP_LIFE_SETTINGS_ID,
  type GroupLifeSettings,
  readGroupLifeSettings,
} from '@shared/domain/group-life/life-settings.schema';
import {
  type Attention,
  attentionOf,
  type Standing,
  standingsOf,
} from '@shared/domain/group-life/standing.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { LastDays } from './last-days';
import type { LifeSpan } from './life-span';
import type { StandingCounts, StandingsAnswer, TrialQuestion } from './life-types';

/** The figures of all groups with the groups themselves. */
type World = { table: FigureTable; db: ConsoleDb; groups: readonly Group[]; span: LifeSpan };

/** What an answer rests on; a commit to anything else leaves it as it is. */
const RESTS_ON = new Set<EntityName>([
  'members',
  'memberships',
  'orders',
  'interactions',
  'kocs',
  'groups',
  'workspace',
  'groupDays',
  'chatQuestions',
  'friendActions',
  'groupReadings',
  'groupInputs',
  'contentItems',
  'contentSends',
  'contentColumns',
  'contentResults',
  'modelSettings',
  'rosterLists',
  'transferPlans',
  'groupEvents',
]);

/** Judges all groups, and keeps the answer until a commit touches what it rests on. */
export class StandingKeeper {
  private readonly lastDays = new LastDays();
  private kept: StandingsAnswer | undefined;
  /** Grows with every commit that matters; an answer that was overtaken is not kept. */
  private version = 0;
  private answers = 0;

  constructor(private readonly worldAt: (nowMs: number) => Promise<World>) {}

  onCommit(op: Op, entities: readonly EntityName[]): void {
    if (!entities.some((entity) => RESTS_ON.has(entity))) return;
    this.lastDays.onCommit(op, entities);
    this.version += 1;
    this.kept = undefined;
  }

  forget(): void {
    this.kept = undefined;
    this.lastDays.forget();
  }

  async answer(nowMs: number): Promise<StandingsAnswer> {
    const { version } = this;
    // Slots end while the day goes on, so an answer does not outlive its hour.
    if (this.kept && hourOf(this.kept.atMs) === hourOf(nowMs)) return this.kept;
    const world = await this.worldAt(nowMs);
    const stored = await rowTable(world.db, 'modelSettings').get(GROUP_LIFE_SETTINGS_ID);
    const standings = await this.judge(world, readGroupLifeSettings(stored?.settings));
    this.answers += 1;
    const { today } = world.span;
    const answer = { stamp: this.answers, atMs: nowMs, today, ...stretchesOf(world.table) };
    const whole = { ...answer, standings };
    if (version === this.version) this.kept = whole;
    return whole;
  }

  async one(groupId: string, nowMs: number): Promise<Standing | undefined> {
    const { standings } = await this.answer(nowMs);
    return standings.find((it) => it.groupId === groupId);
  }

  async attention(nowMs: number): Promise<Attention> {
    const { standings, today } = await this.answer(nowMs);
    return attentionOf(standings, today);
  }

  async trial({ nowMs, settings }: TrialQuestion): Promise<StandingCounts> {
    return countsOf(await this.judge(await this.worldAt(nowMs), settings));
  }

  private async judge(world: World, settings: GroupLifeSettings): Promise<Standing[]> {
    const { table, groups, span } = world;
    const lastDays = await this.lastDays.read(world.db);
    const { today, zone } = span;
    return standingsOf({ table, groups, settings, lastDays, today, zone });
  }
}

const hourOf = (ms: number) => Math.floor(ms / 3_600_000);

function stretchesOf(table: FigureTable) {
  const at = (places: readonly number[]) => places.flatMap((place) => table.periods[place] ?? []);
  const [seven] = at(periodsOfKind(table, 'seven'));
  const weeks = at(periodsOfKind(table, 'week')).filter(({ days }) => days === 7);
  return { seven, weeks };
}

function countsOf(standings: readonly Standing[]): StandingCounts {
  const counts: StandingCounts = {
    lights: { green: 0, yellow: 0, red: 0, grey: 0 },
    states: { awake: 0, drowsy: 0, asleep: 0, noData: 0 },
    proposals: 0,
  };
  for (const { phase, health, quiet, proposal } of standings) {
    if (phase === 'dissolved') continue;
    counts.lights[health.light] += 1;
    counts.states[quiet.state] += 1;
    counts.proposals += Number(proposal !== undefined);
  }
  return counts;
}
