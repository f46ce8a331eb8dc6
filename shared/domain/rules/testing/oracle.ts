import { momentMs, type WrittenPerson } from '@shared/domain/people/people-columns.testing';
import type { EventRef, Range, Rule, Window } from '../rule.schema';
import { GROUPS, TODAY } from './random-people';
import { testCategoryOf, type WrittenWorld } from './random-world';

/**
 * What rules mean, said a second time over plain objects, as slowly and plainly as it can be: lists
 * of events, filters, `Date`. Nothing of the engine is used here.
 */

type Event = { of: EventRef['of']; at: number; index: number; day: number; raw: unknown };
type Order = NonNullable<WrittenPerson['orders']>[number];
type Interaction = NonNullable<WrittenPerson['interactions']>[number];
type Comment = NonNullable<WrittenPerson['comments']>[number];

const SORTS = ['interaction', 'order', 'comment'];
const inRange = (value: number, range: Range | undefined) =>
  (range?.min === undefined || value >= range.min) &&
  (range?.max === undefined || value <= range.max);
const oneOf = <T>(value: T, list: readonly T[] | undefined) =>
  list === undefined || list.length === 0 || list.includes(value);
const isoOf = (day: number) => new Date(day * 864e5).toISOString().slice(0, 10);

/** Everything that happened up to a day, in the order of time. */
function eventsOf(person: WrittenPerson, asOf: number): Event[] {
  const of = (sort: EventRef['of'], list: readonly { day: number; minute?: number }[] = []) =>
    list.map((raw, index) => ({ of: sort, at: momentMs(raw), index, day: raw.day, raw }));
  return [
    ...of('order', person.orders),
    ...of('interaction', person.interactions),
    ...of('comment', person.comments),
  ]
    .filter(({ day }) => day <= asOf)
    .sort((a, b) => a.at - b.at || SORTS.indexOf(a.of) - SORTS.indexOf(b.of) || a.index - b.index);
}

const netOf = (event: Event) => {
  const { amountFen, refundFen = 0 } = event.raw as Order;
  return amountFen - refundFen;
};
const refundOf = (event: Event) => (event.raw as Order).refundFen ?? 0;

function isMeant(event: Event, ref: EventRef): boolean {
  if (event.of !== ref.of) return false;
  if (ref.of === 'order') {
    const order = event.raw as Order;
    const byLine =
      (!ref.product && !ref.category) ||
      (order.products ?? []).some(
        (text) =>
          (!ref.product ||
            ref.product.some((word) => text.toUpperCase().includes(word.toUpperCase()))) &&
          (!ref.category || ref.category.some((category) => category === testCategoryOf(text))),
      );
    const byRefund = ref.isRefunded === undefined || ref.isRefunded === (order.refundFen ?? 0) > 0;
    return byLine && byRefund && inRange(netOf(event), ref.netFen);
  }
  if (ref.of === 'interaction') {
    const { kind, groupId, value } = event.raw as Interaction;
    const inGroup =
      !ref.groupIds?.length || (groupId !== undefined && ref.groupIds.includes(groupId));
    const hasValue = !ref.value || (value !== undefined && inRange(value, ref.value));
    return ref.kinds.includes(kind) && inGroup && hasValue;
  }
  const { feeling, topic, intensity } = event.raw as Comment;
  return (
    oneOf(feeling, ref.feelings) && oneOf(topic, ref.topics) && inRange(intensity, ref.intensity)
  );
}

function isWithin(event: Event, window: Window | undefined, asOf: number): boolean {
  if (!window) return true;
  if ('lastDays' in window) return asOf - event.day < window.lastDays;
  const day = isoOf(event.day);
  return (!window.from || day >= window.from) && (!window.to || day <= window.to);
}

/** All ways of choosing events for the steps, tried one by one. */
function hasSequence(
  events: Event[],
  rule: Extract<Rule, { kind: 'sequence' }>,
  from: number,
  step: number,
  previous?: Event,
): boolean {
  const isNear = (later: Event, earlier: Event) =>
    rule.withinDays === undefined || later.day - earlier.day <= rule.withinDays;
  const ref = rule.steps[step];
  if (!ref) {
    const { without } = rule;
    if (!without || !previous) return true;
    return !events.slice(from).some((event) => isMeant(event, without) && isNear(event, previous));
  }
  return events.some(
    (event, place) =>
      place >= from &&
      isMeant(event, ref) &&
      (!previous || isNear(event, previous)) &&
      hasSequence(events, rule, place + 1, step + 1, event),
  );
}

function turnedOn(birthday: number, year: number): Date {
  const month = Math.floor(birthday / 100) % 100;
  const date = new Date(Date.UTC(year, month - 1, birthday % 100));
  return date.getUTCMonth() === month - 1 ? date : new Date(Date.UTC(year, month, 0));
}

function ageOn(birthday: number, asOf: number): number {
  const today = new Date(asOf * 864e5);
  let age = -1;
  for (let year = Math.floor(birthday / 10_000); turnedOn(birthday, year) <= today; year++) age++;
  return age;
}

function daysToBirthday(birthday: number, asOf: number): number {
  const year = new Date(asOf * 864e5).getUTCFullYear();
  const days = [year, year + 1].map((y) => turnedOn(birthday, y).getTime() / 864e5 - asOf);
  return days.find((away) => away >= 0) ?? Number.NaN;
}

export class Oracle {
  constructor(private readonly world: WrittenWorld) {}

  matches(rule: Rule, person: WrittenPerson, asOf: number): boolean {
    if (person.isGone) return false;
    if (asOf < TODAY && person.knownDay > asOf) return false;
    return this.holds(rule, person, asOf);
  }

  private holds(rule: Rule, person: WrittenPerson, asOf: number): boolean {
    const meant = (ref: EventRef, within?: Window) =>
      eventsOf(person, asOf).filter(
        (event) => isMeant(event, ref) && isWithin(event, within, asOf),
      );
    const scores = this.world.scores[person.id] ?? {};
    switch (rule.kind) {
      case 'all':
        return !rule.of.some((part) => !this.matches(part, person, asOf));
      case 'any':
        return rule.of.some((part) => this.matches(part, person, asOf));
      case 'not':
        return !this.matches(rule.of, person, asOf);
      case 'held':
        return Array.from({ length: rule.days + 1 }, (_, ago) => asOf - ago).every((day) =>
          this.matches(rule.of, person, day),
        );
      case 'attribute':
        return rule.isAny.includes(person[rule.field] ?? '');
      case 'filled':
        return (person.filled ?? []).includes(rule.field);
      case 'text': {
        const text = person.texts?.[rule.field]?.toUpperCase();
        return rule.containsAny.some((word) => text?.includes(word.toUpperCase()));
      }
      case 'age':
        return (
          person.birthday !== undefined &&
          ageOn(person.birthday, asOf) >= 0 &&
          inRange(ageOn(person.birthday, asOf), rule.years)
        );
      case 'birthday':
        return (
          person.birthday !== undefined &&
          inRange(daysToBirthday(person.birthday, asOf), rule.daysAway)
        );
      case 'known':
        return person.knownDay <= asOf && inRange(asOf - person.knownDay, rule.daysAgo);
      case 'times':
        return inRange(meant(rule.event, rule.within).length, rule.times);
      case 'days':
        return inRange(
          new Set(meant(rule.event, rule.within).map(({ day }) => isoOf(day))).size,
          rule.days,
        );
      case 'money': {
        const ref = rule.event ?? { of: 'order' as const };
        if (ref.of !== 'order') return false;
        const orders = meant(ref, rule.within);
        const net = orders.reduce((sum, order) => sum + netOf(order), 0);
        if (rule.measure === 'netFen') return inRange(net, rule.range);
        if (rule.measure === 'refundFen') {
          return inRange(
            orders.reduce((sum, order) => sum + refundOf(order), 0),
            rule.range,
          );
        }
        if (orders.length === 0) return false;
        return inRange(
          rule.measure === 'averageFen' ? net / orders.length : Math.max(...orders.map(netOf)),
          rule.range,
        );
      }
      case 'share': {
        const whole = eventsOf(person, asOf).filter(
          (event) => event.of === rule.event.of && isWithin(event, rule.within, asOf),
        );
        if (whole.length === 0) return false;
        return inRange(meant(rule.event, rule.within).length / whole.length, rule.share);
      }
      case 'when': {
        const event = meant(rule.event).at(rule.which === 'first' ? 0 : -1);
        if (!event) return false;
        return inRange(asOf - event.day, rule.daysAgo) && isWithin(event, rule.between, asOf);
      }
      case 'sequence':
        return hasSequence(eventsOf(person, asOf), rule, 0, 0);
      case 'inGroup': {
        const groups = (person.memberships ?? []).filter(
          ({ groupId, role, joinedDay, leftDay }) =>
            joinedDay <= asOf &&
            (leftDay === undefined || leftDay > asOf) &&
            oneOf(groupId, rule.groupIds) &&
            oneOf<string | undefined>(GROUPS[groupId as keyof typeof GROUPS], rule.phases) &&
            oneOf(role, rule.roles),
        );
        return inRange(
          new Set(groups.map(({ groupId }) => groupId)).size,
          rule.groups ?? { min: 1 },
        );
      }
      case 'tag':
        return rule.tagIds.some(
          (id) =>
            (person.assignments ?? []).some(
              ({ tagId, sinceDay, untilDay }) =>
                tagId === id && sinceDay <= asOf && (untilDay === undefined || asOf < untilDay),
            ) || this.referred(`tag ${id}`, person, asOf),
        );
      case 'segment':
        return this.referred(`segment ${rule.segmentId}`, person, asOf);
      case 'snapshot':
        return rule.snapshotId === 'p1' && this.world.snapshot.includes(person.id);
      case 'rfm': {
        const [r, f, m] = scores.rfm ?? [];
        if (r === undefined || f === undefined || m === undefined) return false;
        return inRange(r, rule.r) && inRange(f, rule.f) && inRange(m, rule.m);
      }
      case 'quadrant':
        return rule.isAny.includes(scores.quadrant ?? '');
      case 'persona': {
        const { persona } = scores;
        if (!persona) return false;
        return (
          oneOf(persona.frequency, rule.frequency) &&
          oneOf(persona.orderValue, rule.orderValue) &&
          oneOf(persona.category, rule.category)
        );
      }
      case 'level':
        return rule.isAny.includes(scores.level ?? '');
      case 'ltv':
        return scores.ltvFen !== undefined && inRange(scores.ltvFen, rule.fen);
    }
  }

  private referred(name: string, person: WrittenPerson, asOf: number): boolean {
    const rule = this.ruleBehind(name);
    if (!rule || this.reachedFrom(rule, new Set()).has(name)) return false;
    return this.matches(rule, person, asOf);
  }

  private ruleBehind(name: string): Rule | undefined {
    const [kind, id = ''] = name.split(' ');
    return kind === 'tag' ? this.world.tagRules[id] : this.world.segmentRules[id];
  }

  /** Names of everything that a rule leads to. */
  private reachedFrom(rule: Rule, seen: Set<string>): Set<string> {
    const names = [...JSON.stringify(rule).matchAll(/"tagIds":\[([^\]]*)\]|"segmentId":"(\w+)"/g)]
      .flatMap(([, tags, segment]) =>
        segment ? [`segment ${segment}`] : (tags ?? '').match(/\w+/g)?.map((id) => `tag ${id}`),
      )
      .filter((name) => name !== undefined);
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      const behind = this.ruleBehind(name);
      if (behind) this.reachedFrom(behind, seen);
    }
    return seen;
  }
}
