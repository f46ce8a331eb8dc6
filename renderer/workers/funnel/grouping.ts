import { dayOfNumber } from '@shared/lib/time';
import { ZoneDays } from '../people/zone-days';
import type { Attribution, FunnelDimension } from './funnel-types';
import type { FunnelWorld } from './funnel-world';
import type { MemberLinks } from './member-links';
import { ODD } from './person-funnel';

/** Which value of a dimension everybody has; those without one have none. */
export type Grouping = {
  /** By person of the events: index into `values`, -1 for none. */
  ofPerson: Int32Array;
  values: string[];
  /** People who had several values. */
  severalValues: number;
  /** For people whom only records know. */
  ofMember: (memberId: string) => string | undefined;
};

export const groupOf = (
  { ofPerson, values, ofMember }: Grouping,
  person: number,
  memberId: string | undefined,
): string | undefined => {
  if (person >= 0) return values[ofPerson[person] ?? -1];
  return memberId === undefined ? undefined : ofMember(memberId);
};

/** Dimensions that lie with the member, not with the event. */
export const isTrait = (by: FunnelDimension): by is 'region' | 'identity' =>
  by === 'region' || by === 'identity';

/** The Monday of an instant's week, as a day number. */
const mondayOf = (day: number) => day - ((((day + 3) % 7) + 7) % 7);

export function groupPeople(
  world: FunnelWorld,
  links: MemberLinks | undefined,
  by: FunnelDimension,
  attribution: Attribution,
): Grouping {
  if (isTrait(by)) return byTrait(world, links, by);
  const days = new ZoneDays(world.flow.zone);
  if (by === 'week') {
    const week = (slot: number) => mondayOf(days.dayOf(world.slots.at[slot] ?? 0));
    return byEvent(world, attribution, week, dayOfNumber, recordWeek(world, days));
  }
  const codes = world.slots.codes[by === 'run' ? 'runId' : by];
  const codeAt = (slot: number) => (codes.of[slot] ?? 0) || undefined;
  const ofMember = by === 'run' ? recordRun(world) : memberChannel(links, by);
  return byEvent(world, attribution, codeAt, (code) => codes.values[code - 1] ?? '', ofMember);
}

function byTrait(
  { slots, funnel }: FunnelWorld,
  links: MemberLinks | undefined,
  by: 'region' | 'identity',
): Grouping {
  const values = new Numbers();
  const ofPerson = new Int32Array(slots.persons).fill(-1);
  for (let person = 0; person < slots.persons; person += 1) {
    if (!funnel.hasFlag(person, ODD.present)) continue;
    const value = links?.traitOfPerson(person, by);
    if (value !== undefined) ofPerson[person] = values.numberOf(value);
  }
  const ofMember = (memberId: string) => links?.traitOfMember(memberId, by);
  return { ofPerson, values: values.texts, severalValues: 0, ofMember };
}

/** The value of the first or the last event of the scope that has one. */
function byEvent(
  { slots, funnel }: FunnelWorld,
  attribution: Attribution,
  valueAt: (slot: number) => number | undefined,
  textOf: (value: number) => string,
  ofMember: Grouping['ofMember'],
): Grouping {
  const values = new Numbers();
  const numberOf = new Map<number, number>();
  const ofPerson = new Int32Array(slots.persons).fill(-1);
  let severalValues = 0;
  for (let person = 0; person < slots.persons; person += 1) {
    let chosen: number | undefined;
    let hasSeveral = false;
    const end = slots.end[person] ?? 0;
    for (let slot = slots.start[person] ?? 0; slot < end; slot += 1) {
      if (!funnel.inScope.accepts(slot)) continue;
      const value = valueAt(slot);
      if (value === undefined || value === chosen) continue;
      if (chosen !== undefined) hasSeveral = true;
      if (chosen === undefined || attribution === 'last') chosen = value;
    }
    if (hasSeveral) severalValues += 1;
    if (chosen === undefined) continue;
    let number = numberOf.get(chosen);
    if (number === undefined) {
      number = values.numberOf(textOf(chosen));
      numberOf.set(chosen, number);
    }
    ofPerson[person] = number;
  }
  return { ofPerson, values: values.texts, severalValues, ofMember };
}

class Numbers {
  readonly texts: string[] = [];
  private readonly known = new Map<string, number>();

  numberOf(text: string): number {
    let number = this.known.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.known.set(text, number);
    }
    return number;
  }
}

function recordRun({ records }: FunnelWorld): Grouping['ofMember'] {
  return (memberId) => {
    for (const { runOf } of records.values()) {
      const run = runOf.get(memberId);
      if (run !== undefined) return run;
    }
    return undefined;
  };
}

/** The week of the member's first record. */
function recordWeek({ records }: FunnelWorld, days: ZoneDays): Grouping['ofMember'] {
  return (memberId) => {
    const times = [...records.values()].flatMap(({ members }) => members.get(memberId) ?? []);
    return times.length === 0 ? undefined : dayOfNumber(mondayOf(days.dayOf(Math.min(...times))));
  };
}

/** Events say the channel themselves; of a person without any the roster's word stands. */
const memberChannel =
  (links: MemberLinks | undefined, by: FunnelDimension): Grouping['ofMember'] =>
  (memberId) =>
    by === 'channel' ? links?.traitOfMember(memberId, 'channel') : undefined;
