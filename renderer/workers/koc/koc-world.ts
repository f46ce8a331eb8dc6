import { MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import type { Koc } from '@shared/domain/koc/koc.schema';
import { type DaySpan, groupsOn, type KocSums, kocSums } from '@shared/domain/koc/koc-facts.rules';
import { type KocFacts, kocPoints, kocShares } from '@shared/domain/koc/koc-score.rules';
import {
  KOC_PARTS,
  KOC_SETTINGS_ID,
  type KocPart,
  type KocSettings,
  readKocSettings,
} from '@shared/domain/koc/koc-settings.schema';
import { type PeopleColumns, STILL_THERE } from '@shared/domain/people/people-columns';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import type { PeopleService } from '../people/people-service';

/** Speak for the house or for others: not members whom one cultivates. */
const NOT_OURS: ReadonlySet<number> = new Set(
  (['official', 'peer', 'seeded'] as const).map((role) => MEMBERSHIP_ROLES.indexOf(role)),
);

/** What everybody did within the days, and how it counts; good while the people stay the same. */
export type KocWorld = {
  columns: PeopleColumns;
  settings: KocSettings;
  span: DaySpan;
  sums: KocSums;
  known: Record<KocPart, boolean>;
};

/** Reads and counts; a count is kept until people, settings or the day change. */
export class KocBooks {
  private keptAt = -1;
  private readonly kept = new Map<string, KocSums>();
  private ranked: { key: string; rows: Uint32Array; members: number } | undefined;

  constructor(private readonly people: Pick<PeopleService, 'columns' | 'today' | 'version'>) {}

  async world(db: ConsoleDb): Promise<KocWorld> {
    const settings = await readSettings(db);
    const columns = await this.people.columns();
    const span = this.spanOf(settings);
    const sums = this.sumsOf(columns, span);
    const known = Object.fromEntries(
      KOC_PARTS.map((part) => [part, sums[part].some((value: number) => value > 0)]),
    ) as Record<KocPart, boolean>;
    return { columns, settings, span, sums, known };
  }

  /** The days that count, the last of them `daysAgo`. */
  spanOf({ days }: KocSettings, daysAgo = 0): DaySpan {
    const toDay = this.people.today() - daysAgo;
    return { fromDay: toDay - days + 1, toDay };
  }

  sumsOf(columns: PeopleColumns, span: DaySpan): KocSums {
    if (this.keptAt !== this.people.version) {
      this.kept.clear();
      this.keptAt = this.people.version;
    }
    const key = `${span.fromDay} ${span.toDay}`;
    const sums = this.kept.get(key) ?? kocSums(columns, span);
    this.kept.set(key, sums);
    return sums;
  }

  /** Rows with a score above 0, the best first, of those inside the group (any group without one). */
  ranking(world: KocWorld, groupId: string | undefined): { rows: Uint32Array; members: number } {
    const key = JSON.stringify([this.people.version, world.settings, world.span, groupId ?? '']);
    if (this.ranked?.key === key) return this.ranked;
    const { columns, span } = world;
    const shares = kocShares(world.settings, world.known);
    const wanted = columns.groups.findIndex(({ id }) => id === groupId) + 1;
    const rows: number[] = [];
    const scores = new Float64Array(columns.n);
    let members = 0;
    for (let row = 0; row < columns.n; row += 1) {
      if (columns.isHere[row] !== 1 || !isOurs(columns, row)) continue;
      const inside = groupsOn(columns.memberships, row, span.toDay);
      if (groupId === undefined ? inside.length === 0 : !inside.includes(wanted)) continue;
      members += 1;
      let score = 0;
      for (const part of KOC_PARTS) {
        const { fullAt } = world.settings.parts[part];
        score += kocPoints(world.sums[part][row] ?? 0, shares[part], fullAt);
      }
      if (score === 0) continue;
      scores[row] = score;
      rows.push(row);
    }
    rows.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    this.ranked = { key, rows: Uint32Array.from(rows), members };
    return this.ranked;
  }
}

export const factsOf = (sums: KocSums, row: number): KocFacts => ({
  answers: sums.answers[row] ?? 0,
  ugc: sums.ugc[row] ?? 0,
  orders: sums.orders[row] ?? 0,
  followers: sums.followers[row] ?? 0,
});

function isOurs({ memberships }: PeopleColumns, row: number): boolean {
  const end = memberships.end[row] ?? 0;
  for (let slot = memberships.start[row] ?? 0; slot < end; slot += 1) {
    if (memberships.leftDay[slot] !== STILL_THERE) continue;
    if (NOT_OURS.has(memberships.role[slot] ?? 0)) return false;
  }
  return true;
}

export async function readSettings(db: ConsoleDb): Promise<KocSettings> {
  const stored = await rowTable(db, 'modelSettings').get(KOC_SETTINGS_ID);
  return readKocSettings((stored as { settings?: unknown } | undefined)?.settings);
}

export const readKocs = (db: ConsoleDb) =>
  rowTable(db, 'kocs').toArray() as Promise<unknown> as Promise<Koc[]>;
