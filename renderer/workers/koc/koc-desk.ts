import type { FriendAction } from '@shared/domain/group-life/group-day.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { friendIdeas } from '@shared/domain/koc/friend-ideas.rules';
import { kocEffect } from '@shared/domain/koc/koc-effect.rules';
import { groupsOn, POST_KINDS } from '@shared/domain/koc/koc-facts.rules';
import { followersOf } from '@shared/domain/koc/koc-followers.rules';
import { kocScore } from '@shared/domain/koc/koc-score.rules';
import { dayOfNumber } from '@shared/lib/time';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { compileNameTest } from '../index/name-match';
import { loadReadings } from '../index/pinyin-readings';
import { breathe } from '../people/breathe';
import type { PeopleService } from '../people/people-service';
import { effectDays } from './effect-days';
import type {
  CandidateQuestion,
  FriendIdeasAnswer,
  KocCandidate,
  KocCandidates,
  KocEffectAnswer,
  KocFollowers,
  KocStandings,
} from './koc-types';
import { factsOf, KocBooks, type KocWorld, readKocs, readSettings } from './koc-world';

/** A trend compares with the score of so many days ago. */
const TREND_DAYS = 28;
const FOLLOWERS_SHOWN = 50;
const NEWCOMERS_SHOWN = 12;
/** Of each group. */
const HELPERS_SHOWN = 3;

/** The data worker's counter for core members; each method is a remote call. */
export class KocDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private readonly books: KocBooks;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: Pick<PeopleService, 'columns' | 'today' | 'version'>,
  ) {
    this.books = new KocBooks(people);
  }

  /** Who could become one, of those inside any group today or inside the one that is named. */
  async candidates(question: CandidateQuestion): Promise<KocCandidates> {
    const { offset = 0, limit, groupId, text = '' } = question;
    const db = await this.database();
    const kocs = await readKocs(db);
    const world = await this.books.world(db);
    const { columns } = world;
    const { rows, members } = this.books.ranking(world, groupId);
    const taken = new Set(kocs.map(({ id }) => columns.rowOf(id)));
    const fits = text.trim() === '' ? undefined : compileNameTest(text, await loadReadings());
    const open = rows.filter((row) => {
      if (taken.has(row)) return false;
      const name = fits ? (columns.text(row, 'name') ?? '') : '';
      return !fits || fits(name, 0, name.length);
    });
    return {
      ...countOf(world),
      rows: Array.from(open.subarray(offset, offset + limit), (row) => named(world, row)),
      total: open.length,
      members,
    };
  }

  /** How these members stand, whatever they are; who is gone is left out. */
  async standings(memberIds: string[]): Promise<KocStandings> {
    const db = await this.database();
    // The two counts are long: whatever waits goes in between, and the first one is kept.
    await this.books.world(db);
    await breathe();
    const world = await this.books.world(db);
    const { columns, settings, known, span } = world;
    const earlier = this.books.spanOf(settings, TREND_DAYS);
    const before = this.books.sumsOf(columns, earlier);
    const { interactions, orders } = columns;
    const isPost = interactions.kinds.map((kind) =>
      (POST_KINDS as readonly string[]).includes(kind),
    );
    const rows = memberIds.flatMap((memberId) => {
      const row = columns.rowOf(memberId);
      if (row < 0) return [];
      const first = interactions.start[row] ?? 0;
      let lastPost: number | undefined;
      let lastActive: number | undefined;
      const seen = (day: number | undefined) => {
        if (day !== undefined && day <= span.toDay) lastActive = Math.max(lastActive ?? day, day);
      };
      for (let at = (interactions.end[row] ?? 0) - 1; at >= first; at -= 1) {
        const day = interactions.day[at] ?? 0;
        if (day > span.toDay) continue;
        seen(day);
        if (!isPost[interactions.kind[at] ?? 0]) continue;
        lastPost = day;
        break;
      }
      const lastOrder = (orders.end[row] ?? 0) - 1;
      if (lastOrder >= (orders.start[row] ?? 0)) seen(orders.day[lastOrder]);
      const was = kocScore(factsOf(before, row), settings, known).score;
      return [
        {
          ...named(world, row),
          ...(was !== undefined && { before: was }),
          ...(lastPost !== undefined && { lastPostDay: dayOfNumber(lastPost) }),
          ...(lastActive !== undefined && { lastActiveDay: dayOfNumber(lastActive) }),
        },
      ];
    });
    return { ...countOf(world), rows, trendDays: TREND_DAYS };
  }

  /** Whose orders fell on the days of a member's posts; the shares add up to the score's figure. */
  async followers(memberId: string): Promise<KocFollowers | undefined> {
    const { columns, span } = await this.books.world(await this.database());
    const row = columns.rowOf(memberId);
    if (row < 0) return undefined;
    const found = followersOf(columns, span, row);
    return {
      fromDay: dayOfNumber(span.fromDay),
      toDay: dayOfNumber(span.toDay),
      people: found.length,
      orders: found.reduce((sum, { orders }) => sum + orders, 0),
      share: found.reduce((sum, { share }) => sum + share, 0),
      rows: found.slice(0, FOLLOWERS_SHOWN).map(({ row: at, days, ...figures }) => ({
        ...figures,
        memberId: columns.idOf(at),
        name: columns.text(at, 'name') ?? '',
        days: days.map(dayOfNumber),
      })),
    };
  }

  /** What changes around a core member on the days of their posts in a group; undefined if gone. */
  async effect(memberId: string, groupId: string): Promise<KocEffectAnswer | undefined> {
    const db = await this.database();
    const [kocs, groups, settings] = await Promise.all([
      readKocs(db),
      rowTable(db, 'groups').toArray() as Promise<unknown> as Promise<Group[]>,
      readSettings(db),
    ]);
    const columns = await this.people.columns();
    const row = columns.rowOf(memberId);
    const group = columns.groups.findIndex(({ id }) => id === groupId) + 1;
    if (row < 0 || group === 0) return undefined;
    // Yesterday is the last whole day.
    const { fromDay, toDay } = this.books.spanOf(settings, 1);
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

  /** Who could be introduced or praised, of all groups or of one. */
  async friendIdeas(groupId?: string): Promise<FriendIdeasAnswer> {
    const db = await this.database();
    const actions = (await rowTable(db, 'friendActions').toArray()) as unknown as FriendAction[];
    const columns = await this.people.columns();
    const { newcomers, helpers } = friendIdeas(columns, actions, this.people.today());
    const idOf = (group: number) => columns.groups[group - 1]?.id ?? '';
    const isAsked = (group: number) => groupId === undefined || idOf(group) === groupId;
    const person = (row: number) => ({
      memberId: columns.idOf(row),
      name: columns.text(row, 'name') ?? '',
    });
    const praised = new Map<number, number>();
    const byGroup = new Map<number, FriendIdeasAnswer['newcomers'][number]>();
    for (const { group, row, joinedDay } of newcomers) {
      if (!isAsked(group)) continue;
      const known = byGroup.get(group) ?? { groupId: idOf(group), total: 0, people: [] };
      byGroup.set(group, known);
      known.total += 1;
      if (known.people.length < NEWCOMERS_SHOWN) {
        known.people.push({ ...person(row), joinedDay: dayOfNumber(joinedDay) });
      }
    }
    return {
      newcomers: [...byGroup.values()],
      helpers: helpers
        .filter(({ group }) => {
          const before = praised.get(group) ?? 0;
          praised.set(group, before + 1);
          return isAsked(group) && before < HELPERS_SHOWN;
        })
        .map(({ group, row, answers, posts }) => ({
          ...person(row),
          groupId: idOf(group),
          answers,
          posts,
        })),
    };
  }
}

const countOf = ({ span, known, settings }: KocWorld) => ({
  fromDay: dayOfNumber(span.fromDay),
  toDay: dayOfNumber(span.toDay),
  known,
  settings,
});

function named({ columns, settings, known, span, sums }: KocWorld, row: number): KocCandidate {
  const facts = factsOf(sums, row);
  return {
    memberId: columns.idOf(row),
    name: columns.text(row, 'name') ?? '',
    facts,
    groupIds: groupsOn(columns.memberships, row, span.toDay).flatMap(
      (code) => columns.groups[code - 1]?.id ?? [],
    ),
    ...kocScore(facts, settings, known),
  };
}
