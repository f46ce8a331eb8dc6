import type { Refusal } from '@shared/contracts/hub-http';
import { ALL } from '@shared/sync/scopes';
import type { Frame } from '@shared/sync/wire';

const MAX_AHEAD_MS = 5 * 60_000;
const MS_PER_MINUTE = 60_000;
/** `shared/sync/clock.ts`: milliseconds and counter in base 36, then the database's id. */
const HLC = /^([0-9a-z]{9})-[0-9a-z]{4}-.{1,120}$/;

/** A clock far ahead would win over everybody until its time has come. */
export function judgeClock(hlc: string, nowMs: number): Refusal | undefined {
  const ms = HLC.exec(hlc)?.[1];
  if (ms === undefined) return { code: 'malformed' };
  const aheadMs = Number.parseInt(ms, 36) - nowMs;
  if (aheadMs <= MAX_AHEAD_MS) return undefined;
  return { code: 'clock-ahead', data: { minutes: Math.round(aheadMs / MS_PER_MINUTE) } };
}

/** In a divided workspace every part says who may see it, and of which records it speaks. */
export function judgeLabels({ header }: Frame): Refusal | undefined {
  const isCut = header.parts.every(({ scopes, index }) => !scopes.includes(ALL) && index > 0);
  return isCut ? undefined : { code: 'must-divide' };
}
