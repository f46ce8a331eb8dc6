import type { EntityName } from '@shared/domain/registry';
import { msOfHlc } from '@shared/sync/clock';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { readProgress } from '@/db/write/identity';
import { breakDown } from './break-down';
import { EventStore } from './event-store';
import { funnelRemarks } from './funnel-remarks';
import { funnelSteps } from './funnel-steps';
import type {
  Attribution,
  FunnelAnswer,
  FunnelBreakdown,
  FunnelDimension,
  FunnelQuestion,
  PeopleAnswer,
  PeopleQuestion,
} from './funnel-types';
import { type FunnelWorld, openWorld } from './funnel-world';
import { groupPeople, isTrait } from './grouping';
import { MemberLinks } from './member-links';
import { PlacedPeople } from './scope-records';
import { pageOf, peopleAt } from './step-people';
import { stepTimes } from './step-times';

/** Columns that nobody has asked for so long are given back. */
const IDLE_MS = 5 * 60_000;

/**
 * Funnels over people, sums and the console's own records, mixed in one; each method is a remote
 * call. The events lie in columns in memory from the first question on.
 */
export class FunnelService implements ProxyMarked {
  readonly [proxyMarker] = true;
  private readonly store: EventStore;
  private readonly placed: PlacedPeople;
  private links: MemberLinks | undefined;
  private membersVersion = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly database: () => Promise<ConsoleDb>) {
    this.store = new EventStore(database);
    this.placed = new PlacedPeople(database);
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.store.onCommit(op, entities);
    this.placed.onCommit(entities);
    if (!entities.includes('members')) return;
    this.membersVersion += 1;
    this.links = undefined;
  }

  /** Every step with its bar, the times between them, and what does not add up. */
  async funnel(question: FunnelQuestion): Promise<FunnelAnswer> {
    const began = performance.now();
    const db = await this.database();
    const [{ world, links }, newestOpAt] = await Promise.all([
      // Whoever is known one by one may be there under two names, which only the members tell.
      this.look(question, ({ records, funnel }) => records.size > 0 || funnel.people > 0),
      newestOp(db),
    ]);
    const steps = funnelSteps(world);
    return {
      steps,
      times: stepTimes(world, links),
      remarks: funnelRemarks(world, steps, links, newestOpAt),
      people: world.funnel.people,
      events: world.funnel.inScope.events,
      runs: world.flow.runs.map(({ id, title, templateVersion, startedAt }) => ({
        id,
        title,
        templateVersion,
        startedAt,
      })),
      nowMs: world.flow.nowMs,
      tookMs: performance.now() - began,
    };
  }

  /** The same funnel for each value of a dimension. */
  async breakdown(
    question: FunnelQuestion,
    by: FunnelDimension,
    attribution: Attribution,
  ): Promise<FunnelBreakdown> {
    const began = performance.now();
    const { world, links } = await this.look(
      question,
      (opened) => isTrait(by) || opened.records.size > 0,
    );
    const answer = breakDown(world, links, by, attribution, question);
    return { ...answer, tookMs: performance.now() - began };
  }

  /** Who stands at a step, a page at a time. */
  async people(question: PeopleQuestion): Promise<PeopleAnswer> {
    const { world, stuck } = await this.stuckAt(question);
    return pageOf(world, stuck, question);
  }

  /** Ids of all members among them, ascending. */
  async memberIds(question: PeopleQuestion): Promise<string[]> {
    const { stuck } = await this.stuckAt(question);
    return [...new Set(stuck.found.memberIds.flatMap((id) => id ?? []))].sort();
  }

  private async stuckAt(question: PeopleQuestion) {
    const { within } = question;
    const { world, links } = await this.look(question.funnel, () => true);
    if (!links) throw new Error('lists of people rest on who they are');
    const grouping = within && groupPeople(world, links, within.by, within.attribution);
    return { world, stuck: peopleAt(world, links, question, grouping) };
  }

  /** What is known, and who is who where that is needed; all of one moment. */
  private async look(
    question: FunnelQuestion,
    needsLinks: (world: FunnelWorld) => boolean,
  ): Promise<{ world: FunnelWorld; links: MemberLinks | undefined }> {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.forget(), IDLE_MS);
    const db = await this.database();
    for (;;) {
      const world = await openWorld(db, this.store, this.placed, question);
      if (!needsLinks(world)) return { world, links: undefined };
      if (this.links) {
        this.links.follow(world.slots);
        return { world, links: this.links };
      }
      await this.readLinks(db);
      // The funnel is opened anew, so that it is of the same moment as who is who.
    }
  }

  private async readLinks(db: ConsoleDb): Promise<void> {
    const { membersVersion } = this;
    const links = await MemberLinks.read(db);
    if (membersVersion === this.membersVersion) this.links = links;
  }

  private forget(): void {
    this.store.forget();
    this.placed.forget();
    this.links = undefined;
  }
}

/** UTC ms of the newest change that is stored, by the stamp that it bears. */
async function newestOp(db: ConsoleDb): Promise<number> {
  const { hlc } = await readProgress(db);
  return hlc ? msOfHlc(hlc) : 0;
}
