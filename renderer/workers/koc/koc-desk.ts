import type { Group } from '@shared/domain/groups/group.schema';
import type { Koc } from '@shared/domain/koc/koc.schema';
import { kocEffect } from '@shared/domain/koc/koc-effect.rules';
import { groupsOn, kocSums } from '@shared/domain/koc/koc-facts.rules';
import { type KocFacts, kocScore } from '@shared/domain/koc/koc-score.rules';
import {
  KOC_PARTS,
  KOC_SETTINGS_ID,
  type KocPart,
  readKocSettings,
} from '@shared/domain/koc/koc-settings.schema';
import { dayOfNumber } from '@shared/lib/time';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import type { PeopleService } from '../people/people-service';
import { effectDays } from './effect-days';
import type { KocCandidate, KocCandidates, KocEffectAnswer } from './koc-types';

/** The data worker's counter for core members; each method is a remote call. */
export class KocDesk implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: Pick<PeopleService, 'columns' | 'today'>,
  ) {}

  /** Who could become one, of everybody or of those inside a group today. */
  async candidates({
    limit,
    groupId,
  }: {
    limit: number;
    groupId?: string;
  }): Promise<KocCandidates> {
    const { world, rows } = await this.scored(groupId);
    const open = rows.filter(({ memberId }) => !world.kocs.has(memberId));
    return {
      rows: open.slice(0, limit).map((row) => this.named(world, row)),
      total: open.length,
      members: world.members,
      known: world.known,
      fromDay: dayOfNumber(world.span.fromDay),
      toDay: dayOfNumber(world.span.toDay),
    };
  }

  /** Scores of these members, whatever they are; who is gone is left out. */
  async scores(memberIds: string[]): Promise<KocCandidate[]> {
    const { world, all } = await this.scored();
    const wanted = new Set(memberIds);
    return all.filter(({ memberId }) => wanted.has(memberId)).map((row) => this.named(world, row));
  }

  /** What changes around a core member on the days of their posts in a group; undefined if gone. */
  async effect(memberId: string, groupId: string): Promise<KocEffectAnswer | undefined> {
    const db = await this.database();
    const columns = await this.people.columns();
    const row = columns.rowOf(memberId);
    const group = columns.groups.findIndex(({ id }) => id === groupId) + 1;
    if (row < 0 || group === 0) return undefined;
    const [kocs, groups, settings] = await Promise.all([
      rowTable(db, 'kocs').toArray() as Promise<unknown> as Promise<Koc[]>,
      rowTable(db, 'groups').toArray() as Promise<unknown> as Promise<Group[]>,
      this.settings(db),
    ]);
    // Yesterday is the last whole day.
    const toDay = this.people.today() - 1;
    const fromDay = toDay - settings.days + 1;
    const own = groups.find(({ id }) => id === groupId);
    const taken = new Set<number>();
    for (const { id, groupId: mainly, state } of kocs) {
      if (state === 'dropped') continue;
      const at = columns.rowOf(id);
      if (at >= 0) for (const code of groupsOn(columns.memberships, at, toDay)) taken.add(code);
      taken.add(columns.groups.findIndex((it) => it.id === mainly) + 1);
    }
    const others = new Set<number>();
    for (const { id, identity, phase } of groups) {
      const code = columns.groups.findIndex((it) => it.id === id) + 1;
      if (code === 0 || code === group || taken.has(code) || phase === 'dissolved') continue;
      if (identity === own?.identity) others.add(code);
    }
    const days = effectDays(columns, { row, group, others, fromDay, toDay });
    return {
      ...kocEffect(days),
      fromDay: dayOfNumber(fromDay),
      toDay: dayOfNumber(toDay),
      otherGroups: others.size,
    };
  }

  private async settings(db: ConsoleDb) {
    const stored = await rowTable(db, 'modelSettings').get(KOC_SETTINGS_ID);
    return readKocSettings((stored as { settings?: unknown } | undefined)?.settings);
  }

  private async scored(groupId?: string) {
    const db = await this.database();
    const columns = await this.people.columns();
    const [settings, kocs] = await Promise.all([
      this.settings(db),
      rowTable(db, 'kocs').toArray() as Promise<unknown> as Promise<Koc[]>,
    ]);
    const toDay = this.people.today();
    const span = { fromDay: toDay - settings.days + 1, toDay };
    const sums = kocSums(columns, span);
    const known = Object.fromEntries(
      KOC_PARTS.map((part) => [part, sums[part].some((value: number) => value > 0)]),
    ) as Record<KocPart, boolean>;
    const group =
      groupId === undefined ? 0 : columns.groups.findIndex((it) => it.id === groupId) + 1;
    const all: { row: number; memberId: string; facts: KocFacts; score: number }[] = [];
    let members = 0;
    for (let row = 0; row < columns.n; row += 1) {
      if (columns.isHere[row] !== 1) continue;
      if (groupId !== undefined && !groupsOn(columns.memberships, row, toDay).includes(group)) {
        continue;
      }
      members += 1;
      const facts: KocFacts = {
        answers: sums.answers[row] ?? 0,
        ugc: sums.ugc[row] ?? 0,
        orders: sums.orders[row] ?? 0,
        followers: sums.followers[row] ?? 0,
      };
      const { score = 0 } = kocScore(facts, settings, known);
      all.push({ row, memberId: columns.idOf(row), facts, score });
    }
    const rows = all
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.memberId < b.memberId ? -1 : 1));
    const world = {
      columns,
      settings,
      known,
      span,
      members,
      kocs: new Set(kocs.map(({ id }) => id)),
    };
    return { world, rows, all };
  }

  private named(
    world: Awaited<ReturnType<KocDesk['scored']>>['world'],
    { row, memberId, facts }: { row: number; memberId: string; facts: KocFacts },
  ): KocCandidate {
    const { columns, settings, known, span } = world;
    return {
      memberId,
      name: columns.text(row, 'name') ?? '',
      facts,
      groupIds: groupsOn(columns.memberships, row, span.toDay).flatMap(
        (code) => columns.groups[code - 1]?.id ?? [],
      ),
      ...kocScore(facts, settings, known),
    };
  }
}
