import { EventCollector, funnelOfEvents } from '@shared/domain/funnel/event-funnel.rules';
import { wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { quantiles } from '@shared/domain/statistics/quantile.rules';
import { isRecord, readJson } from './lib/json-input';
import { InputError, type ModelAsk } from './lib/model-ask';

export const usage = '--input FILE.json [--json]';

/** Time of an event: UTC ms, or a date as ISO 8601 writes it (UTC where it names no zone). */
function readMoment(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const zoned = /([zZ]|[+-]\d{2}:?\d{2})$/.test(text) || !/[tT ]/.test(text);
  return Date.parse(zoned ? text : `${text.replace(' ', 'T')}Z`);
}

/** Steps by their name, number or place. */
function readSteps(value: unknown): unknown[] {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 1000) {
    return Array.from({ length: value }, (_, i) => `step ${i + 1}`);
  }
  if (!Array.isArray(value) || value.length === 0) throw new InputError('steps is a list');
  return value.map((step) => (isRecord(step) ? (step.name ?? step.key ?? step.id) : step));
}

/** One window per transition, or one per step of which the first means nothing; null for none. */
function readWindows(value: unknown, steps: number): (number | undefined)[] {
  const windows: (number | undefined)[] = Array.from({ length: steps }, () => undefined);
  const isNone = Array.isArray(value) && value.length === 0;
  if (value === undefined || value === null || isNone) return windows;
  const list = Array.isArray(value) ? value : Array.from({ length: steps - 1 }, () => value);
  const shift = list.length === steps ? 0 : 1;
  if (list.length !== steps && list.length !== steps - 1) {
    throw new InputError(`windowMs has one entry per transition: ${steps - 1}, not ${list.length}`);
  }
  for (const [at, ms] of list.entries()) {
    if (ms === null || ms === undefined || at + shift === 0) continue;
    if (typeof ms !== 'number' || !(ms >= 0)) throw new InputError(`windowMs: ${String(ms)}`);
    windows[at + shift] = ms;
  }
  return windows;
}

type Rejected = { unknownSteps: number; noUser: number; noTime: number };

/** Places by the step's name; a number that is no name counts from 1, or from 0 where 0 occurs. */
function placesOf(steps: readonly unknown[], events: readonly unknown[]): Map<unknown, number> {
  const places = new Map<unknown, number>();
  const set = (name: unknown, place: number) => {
    if (!places.has(name)) places.set(name, place);
  };
  for (const [place, step] of steps.entries()) set(step, place);
  for (const [place, step] of steps.entries()) set(String(step), place);
  if (steps.some((step) => typeof step === 'number')) return places;
  const isFromZero = events.some((event) => isRecord(event) && event.step === 0);
  for (const place of steps.keys()) set(isFromZero ? place : place + 1, place);
  return places;
}

function collect(events: unknown, steps: readonly unknown[]): [EventCollector, Rejected] {
  if (!Array.isArray(events)) throw new InputError('events is a list');
  const places = placesOf(steps, events);
  const collector = new EventCollector();
  const rejected = { unknownSteps: 0, noUser: 0, noTime: 0 };
  for (const event of events as unknown[]) {
    const { user, step, at } = isRecord(event) ? event : {};
    const place = places.get(step) ?? places.get(String(step));
    const time = readMoment(at);
    if (place === undefined) rejected.unknownSteps += 1;
    else if ((typeof user !== 'string' && typeof user !== 'number') || user === '') {
      rejected.noUser += 1;
    } else if (!Number.isFinite(time)) rejected.noTime += 1;
    else collector.add(user, place, time);
  }
  return [collector, rejected];
}

/**
 * Unique users per step, in order, each way within its window (see `ChainScan`). All lists have one
 * entry per step. `rates[i]` is from the step before, `rates[0]` 1 (null where nobody was before);
 * `ci` its 95 % Wilson interval (that of the first step [1, 1], for its rate is no estimate);
 * `medianMs` and `p90Ms` of the times from the step before. Null where nobody came, and for the time
 * of the first step.
 */
export function run(ask: ModelAsk) {
  const input = readJson(ask);
  if (!isRecord(input)) throw new InputError('the file holds {steps, windowMs, events}');
  const startedAt = performance.now();
  const steps = readSteps(input.steps);
  const windows = readWindows(input.windowMs, steps.length);
  const [collector, rejected] = collect(input.events, steps);
  const flow = windows.map((windowMs) => ({ isTracked: true, windowMs }));
  const answer = funnelOfEvents(collector.columns(), flow);
  const counts = answer.counts.map((count) => count ?? 0);
  const times = answer.ways.map((ways) => quantiles(ways, [0.5, 0.9]));
  ask.say(
    `  ${JSON.stringify(rejected)} left out; ${(performance.now() - startedAt).toFixed(0)} ms`,
  );
  return {
    counts,
    rates: counts.map((count, i) => (i === 0 ? 1 : rateOf(count, counts[i - 1] ?? 0))),
    ci: counts.map((count, i) => (i === 0 ? FIRST : intervalOf(count, counts[i - 1] ?? 0))),
    medianMs: times.map(([median]) => median ?? null),
    p90Ms: times.map(([, p90]) => p90 ?? null),
  };
}

/** The first step's rate is 1 by definition. */
const FIRST: [number, number] = [1, 1];

const rateOf = (count: number, total: number) => (total === 0 ? null : count / total);

function intervalOf(count: number, total: number): [number, number] | null {
  const interval = wilsonInterval({ count, total });
  return interval.kind === 'none' ? null : [interval.low, interval.high];
}
