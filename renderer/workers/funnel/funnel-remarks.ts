import type { FunnelRemark, FunnelStep } from './funnel-types';
import type { FunnelWorld } from './funnel-world';
import type { MemberLinks } from './member-links';
import { ODD } from './person-funnel';

const MOST = 5;
/** Clocks of laptops differ by seconds; only more than this is a clock set back. */
const CLOCK_TOLERANCE_MS = 60_000;

type Remark = Omit<FunnelRemark, 'examples'> & { examples?: string[] };

/** What does not add up in an answer, each with how many and a few of them. */
export function funnelRemarks(
  world: FunnelWorld,
  steps: readonly FunnelStep[],
  links: MemberLinks | undefined,
  newestOpAt: number,
): FunnelRemark[] {
  const remarks: Remark[] = [
    ...steps.flatMap((step) => stepRemarks(step)),
    ...gapRemarks(steps),
    ...eventRemarks(world),
    ...peopleRemarks(world, links),
    ...runRemarks(world, steps),
  ];
  const aheadMs = newestOpAt - world.flow.nowMs;
  if (aheadMs > CLOCK_TOLERANCE_MS)
    remarks.push({ code: 'clockBack', count: 1, data: { aheadMs } });
  return remarks
    .filter(({ count }) => count > 0)
    .map(({ examples = [], ...remark }) => ({ ...remark, examples }));
}

function stepRemarks({ position, bar, others, source }: FunnelStep): Remark[] {
  const remarks: Remark[] = [];
  const { count = 0, base = 0, previousPosition: from = 0 } = bar;
  if (bar.problem === 'moreThanBefore') {
    remarks.push({
      code: 'moreThanBefore',
      position,
      count: count - base,
      data: { count, before: base, from },
    });
  } else if (bar.problem === 'notACount') {
    remarks.push({ code: 'notACount', position, count: 1, data: { count } });
  }
  for (const other of others) {
    if (source === undefined || other.count === count) continue;
    remarks.push({
      code: 'sourcesDiffer',
      position,
      count: Math.abs(other.count - count),
      data: { taken: source, takenCount: count, other: other.source, otherCount: other.count },
    });
  }
  return remarks;
}

/** Required steps without a count, once anything was counted. */
function gapRemarks(steps: readonly FunnelStep[]): Remark[] {
  const lastCounted = steps.findLast(({ bar }) => bar.status === 'counted')?.position ?? 0;
  return steps
    .filter(({ bar, isOptional, position }) => {
      return bar.status === 'waiting' && !isOptional && position < lastCounted;
    })
    .map(({ position }) => ({ code: 'noCount', position, count: 1 }));
}

function eventRemarks(world: FunnelWorld): Remark[] {
  const { funnel, flow } = world;
  const { inScope } = funnel;
  const remarks: Remark[] = [];
  if (inScope.newestAt > flow.nowMs) {
    const late = findSlots(world, (slot) => (world.slots.at[slot] ?? 0) > flow.nowMs);
    remarks.push({ code: 'inFuture', ...late });
  }
  if (inScope.beforeRun > 0) {
    const early = findSlots(world, (slot) => inScope.isBeforeRun(slot));
    remarks.push({ code: 'beforeRun', ...early });
  }
  for (const [step, count] of inScope.unknownSteps) {
    remarks.push({ code: 'unknownStep', count, data: { step } });
  }
  if (flow.scope.of === 'period') remarks.push({ code: 'withoutRun', count: inScope.withoutRun });
  const outOfOrder = funnel.countOf(ODD.outOfOrder);
  if (outOfOrder > 0) {
    const examples = flaggedSubjects(world, ODD.outOfOrder);
    remarks.push({ code: 'outOfOrder', count: outOfOrder, examples });
  }
  for (const code of ['outsideWindow', 'stepMissing'] as const) {
    for (const { position, count } of funnel.positionsOf(ODD[code])) {
      const examples = flaggedSubjects(world, ODD[code], position);
      remarks.push({ code, position, count, examples });
    }
  }
  return remarks;
}

/** Accepted events for which something holds: how many, and whose the first are. */
function findSlots(
  { slots, funnel }: FunnelWorld,
  holds: (slot: number) => boolean,
): { count: number; examples: string[] } {
  const examples = new Set<string>();
  let count = 0;
  for (let person = 0; person < slots.persons; person += 1) {
    const end = slots.end[person] ?? 0;
    for (let slot = slots.start[person] ?? 0; slot < end; slot += 1) {
      if (!holds(slot) || !funnel.inScope.accepts(slot)) continue;
      count += 1;
      if (examples.size < MOST) examples.add(slots.people.subjectTextOf(person));
    }
  }
  return { count, examples: [...examples] };
}

function flaggedSubjects(
  { slots, funnel }: FunnelWorld,
  flag: number,
  position?: number,
): string[] {
  const examples: string[] = [];
  for (let person = 0; person < slots.persons && examples.length < MOST; person += 1) {
    if (funnel.hasFlag(person, flag, position)) examples.push(slots.people.subjectTextOf(person));
  }
  return examples;
}

function peopleRemarks(world: FunnelWorld, links: MemberLinks | undefined): Remark[] {
  const { people } = world.slots;
  const { funnel } = world;
  const present = (person: number) => person >= 0 && funnel.hasFlag(person, ODD.present);
  const named = [...people.severalMembers]
    .map((subject) => people.subjects.textOf(subject))
    .filter((subject) => present(people.personOfSubjectText(subject)));
  const shared = [...people.severalSubjects]
    .map((member) => people.members.textOf(member))
    .filter((memberId) => present(people.personOfMemberId(memberId)));
  const remarks: Remark[] = [
    { code: 'severalMembers', count: named.length, examples: named.slice(0, MOST) },
    { code: 'severalSubjects', count: shared.length, examples: shared.slice(0, MOST) },
  ];
  if (links) {
    const several = [...links.several].filter(present);
    const examples = several.slice(0, MOST).map((person) => people.subjectTextOf(person));
    remarks.push({ code: 'severalMatches', count: several.length, examples });
    const split = [...links.doubles].filter(([one, other]) => present(one) && present(other));
    const members = [...new Set(split.flatMap(([one]) => links.memberIdOf(one) ?? []))];
    remarks.push({ code: 'splitMembers', count: members.length, examples: members.slice(0, MOST) });
    // Only where events and the console's own records have to meet does it matter who is unknown.
    if (world.records.size > 0) remarks.push(unknownPeople(world, links));
  }
  return [...remarks, placedUnaudited(world)];
}

function unknownPeople({ slots, funnel }: FunnelWorld, links: MemberLinks): Remark {
  const examples: string[] = [];
  let count = 0;
  for (let person = 0; person < slots.persons; person += 1) {
    if (!funnel.hasFlag(person, ODD.present) || links.isKnown(person)) continue;
    count += 1;
    if (examples.length < MOST) examples.push(slots.people.subjectTextOf(person));
  }
  return { code: 'unknownPeople', count, examples };
}

/** Placed without an approved audit though the flow asks everybody for one. */
function placedUnaudited({ flow, records }: FunnelWorld): Remark {
  const audit = flow.steps.find(({ definition }) => definition.tool === 'audit');
  const placement = flow.steps.find(({ definition }) => definition.tool === 'placement');
  const none: Remark = { code: 'placedUnaudited', count: 0 };
  if (!audit || !placement || audit.isOptional || flow.audits.length === 0) return none;
  const approved = records.get(audit.position)?.members;
  const without = [...(records.get(placement.position)?.members.keys() ?? [])].filter(
    (memberId) => !approved?.has(memberId),
  );
  const examples = without.slice(0, MOST);
  return { ...none, position: placement.position, count: without.length, examples };
}

function runRemarks({ flow }: FunnelWorld, steps: readonly FunnelStep[]): Remark[] {
  const remarks: Remark[] = [];
  const versions = new Set(flow.runs.map(({ templateVersion }) => templateVersion));
  const version = Math.max(0, ...versions);
  if (versions.size > 1) {
    const examples = [...versions].sort((a, b) => a - b).map(String);
    remarks.push({ code: 'severalVersions', count: versions.size, examples });
  }
  if (version > 0 && flow.newestVersion > version) {
    const data = { version, newest: flow.newestVersion };
    remarks.push({ code: 'newerVersion', count: 1, data });
  }
  if (steps.length > 0 && steps.every(({ bar }) => bar.targetRate === undefined)) {
    remarks.push({ code: 'noTargets', count: 1 });
  }
  return remarks;
}
