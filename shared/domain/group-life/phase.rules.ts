import { GROUP_PHASES, type Group } from '@shared/domain/groups/group.schema';
import { addDays, dayOf, daysBetween } from '@shared/lib/time';
import type { GroupLifeSettings } from './life-settings.schema';

export type LivingPhase = Exclude<Group['phase'], 'dissolved'>;

/** The phases of a group that is there, in their order. */
export const LIVING_PHASES = GROUP_PHASES.filter(
  (phase): phase is LivingPhase => phase !== 'dissolved',
);

/** A proposal that was put aside is not made again for so long. */
const DECLINED_DAYS = 14;

export type PhaseClock = {
  /** The day from which it counts: full, or opened where it was never full. */
  from: string;
  basis: 'full' | 'opened';
  days: number;
  /** The last day of the early phase; only where the group was full. */
  earlyUntil?: string;
};

/** How old a group is on `today`, from the day it was full (else from the day it was opened). */
export function phaseClock(
  group: Pick<Group, 'fullAt' | 'openedAt'>,
  today: string,
  zone: string,
  { earlyDays }: GroupLifeSettings['phase'],
): PhaseClock {
  const basis = group.fullAt === undefined ? 'opened' : 'full';
  const from = dayOf(group.fullAt ?? group.openedAt, zone);
  const clock = { from, basis, days: daysBetween(from, today) } as const;
  return basis === 'full' ? { ...clock, earlyUntil: addDays(from, earlyDays - 1) } : clock;
}

export type PhaseProposal = {
  from: LivingPhase;
  to: LivingPhase;
  why: 'earlyIsOver' | 'lowForWeeks' | 'losesForWeeks' | 'cameBack';
  evidence: {
    days?: number;
    earlyDays?: number;
    weeks?: number;
    lowest?: number;
    highest?: number;
    threshold?: number;
    roi?: number;
  };
};

export type PhaseInput = {
  group: Pick<Group, 'phase' | 'fullAt' | 'openedAt' | 'phaseSince' | 'phaseDeclined'>;
  /** Activity (0–100) of the last whole weeks, the latest first; unknown weeks are absent. */
  activity: readonly (number | undefined)[];
  /** Result for each yuan put in over the same weeks, where it is known. */
  roi?: number | undefined;
  today: string;
  zone: string;
};

/**
 * The phase that the figures speak for, or none; the leader decides.
 *
 * - early → middle when `earlyDays` have gone by since the group was full (never by opening alone)
 * - middle → late when every one of the last `weeks` whole weeks is known and below `lateBelow`, and
 *   what it earns does not speak against it (ROI unknown or below `keepRoi`)
 * - late → middle when all of them are at or above `backAbove`
 *
 * `backAbove` lies above `lateBelow`, and a group that changed phase less than `weeks` weeks ago is
 * left alone, so a figure near a threshold does not make the proposal go to and fro. A proposal that
 * the leader put aside is not made again for 14 days.
 */
export function proposePhase(
  input: PhaseInput,
  settings: GroupLifeSettings,
): PhaseProposal | undefined {
  const proposal = phaseByFigures(input, settings);
  const until = declinedUntil(input.group, input.zone);
  const isQuiet = until !== undefined && until >= input.today;
  return isQuiet && proposal?.to === input.group.phaseDeclined?.to ? undefined : proposal;
}

/** The last day (`YYYY-MM-DD`) on which the change that was put aside is not proposed. */
export function declinedUntil(
  { phaseDeclined }: Pick<Group, 'phaseDeclined'>,
  zone: string,
): string | undefined {
  return phaseDeclined && addDays(dayOf(phaseDeclined.at, zone), DECLINED_DAYS - 1);
}

function phaseByFigures(
  { group, activity, roi, today, zone }: PhaseInput,
  settings: GroupLifeSettings,
): PhaseProposal | undefined {
  const { phase } = group;
  const { earlyDays, weeks, lateBelow, backAbove } = settings.phase;
  if (phase === 'dissolved') return undefined;
  if (phase === 'early') {
    const clock = phaseClock(group, today, zone, settings.phase);
    if (clock.basis !== 'full' || clock.days < earlyDays) return undefined;
    const evidence = { days: clock.days, earlyDays };
    return { from: phase, to: 'middle', why: 'earlyIsOver', evidence };
  }
  const since = group.phaseSince;
  if (since !== undefined && daysBetween(dayOf(since, zone), today) < weeks * 7) return undefined;
  const last = activity.slice(0, weeks).flatMap((score) => score ?? []);
  if (last.length < weeks) return undefined;
  const [lowest, highest] = [Math.min(...last), Math.max(...last)];
  const evidence = { weeks, lowest, highest, ...(roi !== undefined && { roi }) };
  if (phase === 'middle' && highest < lateBelow) {
    const { keepRoi } = settings.economy;
    if (roi !== undefined && roi >= keepRoi) return undefined;
    const why = roi === undefined ? 'lowForWeeks' : 'losesForWeeks';
    return { from: phase, to: 'late', why, evidence: { ...evidence, threshold: lateBelow } };
  }
  if (phase === 'late' && lowest >= backAbove) {
    return {
      from: phase,
      to: 'middle',
      why: 'cameBack',
      evidence: { ...evidence, threshold: backAbove },
    };
  }
  return undefined;
}
