import type { EntityName } from '@shared/domain/registry';
import type { Op, RowChange } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { readPages } from '../people/read-pages';
import { EventPeople, EventRows } from './event-rows';
import { EventSlots, type ToldEvent } from './event-slots';
import { type AskedStep, PersonFunnel } from './person-funnel';
import type { EventScope } from './scope-events';

/** How many questions are kept answered for every person. */
const KEPT_FUNNELS = 6;
/** Events that came through an operation, so that taking them back finds them again. */
const KEPT_ADDED = 20_000;

type Kept = { funnel: PersonFunnel; usedAt: number };

/**
 * All events in memory with the funnels asked of them lately. Loaded with the first question; an
 * operation that adds events (or takes such back) is followed at once, for the people concerned
 * only; after anything else the events are read again with the next question.
 */
export class EventStore {
  private slots: EventSlots | undefined;
  private readonly kept = new Map<string, Kept>();
  private readonly added = new Map<string, ToldEvent>();
  private loading: Promise<EventSlots> | undefined;
  private version = 0;
  /** How often everything was read. */
  loads = 0;
  private asked = 0;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  onCommit(op: Op, entities: readonly EntityName[]): void {
    if (!entities.includes('funnelEvents')) return;
    this.version += 1;
    if (!this.slots) return;
    const changes = op.changes.filter(({ entity }) => entity === 'funnelEvents');
    const isFollowed = !op.hasPayload && changes.every((change) => this.follow(change));
    if (!isFollowed || this.slots.isWasteful) this.forget();
  }

  forget(): void {
    this.slots = undefined;
    this.kept.clear();
    this.added.clear();
  }

  async ready(): Promise<EventSlots> {
    if (this.slots) return this.slots;
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  /** How far everybody of the scope came; kept, and brought up to date by every commit. */
  funnelFor(slots: EventSlots, scope: EventScope, steps: readonly AskedStep[]): PersonFunnel {
    const key = keyOf(scope, steps);
    this.asked += 1;
    const known = this.kept.get(key);
    if (known && this.slots === slots) {
      known.usedAt = this.asked;
      return known.funnel;
    }
    const funnel = new PersonFunnel(slots, scope, steps);
    if (this.slots !== slots) return funnel;
    if (this.kept.size >= KEPT_FUNNELS) {
      const [oldest] = [...this.kept].sort(([, a], [, b]) => a.usedAt - b.usedAt);
      if (oldest) this.kept.delete(oldest[0]);
    }
    this.kept.set(key, { funnel, usedAt: this.asked });
    return funnel;
  }

  private async load(): Promise<EventSlots> {
    const db = await this.database();
    for (;;) {
      const { version } = this;
      const people = new EventPeople();
      const rows = new EventRows(people);
      await readPages(db, 'funnelEvents', false, (page) => rows.take(page));
      rows.assemble();
      const slots = new EventSlots(people, rows);
      // A commit in between may have moved rows from a page that was read to one that was not.
      if (version !== this.version) continue;
      this.slots = slots;
      this.loads += 1;
      this.kept.clear();
      this.added.clear();
      return slots;
    }
  }

  private follow(change: RowChange): boolean {
    const { slots } = this;
    if (!slots) return false;
    const { id, set, gone, isNew } = change;
    if (gone) {
      const event = this.added.get(id);
      const person = event ? slots.remove(event) : -1;
      this.added.delete(id);
      // What a funnel counted of the event by the way is not known person by person.
      this.kept.clear();
      return person >= 0;
    }
    const event = isNew ? toldEvent(set) : undefined;
    if (!event || this.added.has(id)) return event !== undefined;
    const place = slots.add(event);
    if (!place) return false;
    if (this.added.size < KEPT_ADDED) this.added.set(id, event);
    for (const [key, { funnel }] of [...this.kept]) {
      if (!funnel.follow(place.person, place.slot)) this.kept.delete(key);
    }
    return true;
  }
}

function toldEvent(set: Record<string, unknown> | undefined): ToldEvent | undefined {
  const { subject, step, at } = set ?? {};
  if (typeof subject !== 'string' || typeof step !== 'number' || typeof at !== 'number') {
    return undefined;
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    subject,
    step,
    at,
    memberId: text(set?.memberId),
    runId: text(set?.runId),
    placement: text(set?.placement),
    channel: text(set?.channel),
    variant: text(set?.variant),
  };
}

const keyOf = (scope: EventScope, steps: readonly AskedStep[]) =>
  JSON.stringify([
    [...scope.runIds].sort(),
    scope.withoutRun,
    scope.fromMs,
    scope.untilMs,
    [...scope.startedAt].sort(),
    steps.map(({ isOptional, windowMs }) => [isOptional, windowMs ?? null]),
  ]);
