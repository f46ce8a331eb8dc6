import { type Economy, gmvMissingFen, gmvSpareFen } from './economy.rules';
import type { GroupLifeSettings } from './life-settings.schema';

export const FATES = ['keep', 'revive', 'transfer', 'dissolve', 'unknown'] as const;
export type Fate = (typeof FATES)[number];

export type FateReason =
  | { why: 'earns' | 'loses'; roi: number; threshold: number }
  | { why: 'roiUnknown' }
  | { why: 'lively' | 'halfAlive' | 'lifeless'; activity: number; threshold: number }
  | { why: 'activityUnknown' }
  | { why: 'stillActive' | 'fewActive'; people: number; threshold: number }
  | { why: 'earlyPhase' };

/** The smallest change of one figure alone that makes it another recommendation. */
export type FateChange =
  | { by: 'gmv'; moreFen: number; leadsTo: Fate }
  | { by: 'gmv'; lessFen: number; leadsTo: Fate }
  | { by: 'activity'; to: number; leadsTo: Fate }
  | { by: 'activity'; below: number; leadsTo: Fate }
  | { by: 'activePeople'; to: number; leadsTo: Fate };

export type FateAdvice = { fate: Fate; reasons: FateReason[]; changes: FateChange[] };

export type FateInput = {
  economy: Economy;
  /** Mean activity over the time, 0–100. */
  activity?: number | undefined;
  /** Different people active in the last stretch of seven days. */
  activePeople?: number | undefined;
  /** A group in its early phase is not judged by what it earns yet. */
  isEarly?: boolean;
};

/**
 * Keep, revive, transfer or dissolve:
 *
 * - ROI ≥ `keepRoi`, or activity ≥ `keepActivity` → keep
 * - otherwise activity ≥ `reviveActivity` → revive, with an end date
 * - otherwise at least `transferActive` people still active → transfer them, then dissolve
 * - otherwise dissolve
 *
 * With neither ROI nor activity known nothing is recommended. An unknown ROI speaks neither way.
 * `changes` are found by the same rule: each names one figure and the value at which it says otherwise.
 */
export function adviseFate(input: FateInput, settings: GroupLifeSettings['economy']): FateAdvice {
  const fate = fateOf(input, settings);
  return { fate, reasons: reasonsOf(input, settings), changes: changesOf(input, settings, fate) };
}

function fateOf(
  { economy: { roi }, activity, activePeople = 0, isEarly }: FateInput,
  settings: GroupLifeSettings['economy'],
): Fate {
  if (roi === undefined && activity === undefined) return 'unknown';
  if (isEarly) return 'keep';
  if (roi !== undefined && roi >= settings.keepRoi) return 'keep';
  if (activity === undefined) return activePeople >= settings.transferActive ? 'revive' : 'unknown';
  if (activity >= settings.keepActivity) return 'keep';
  if (activity >= settings.reviveActivity) return 'revive';
  return activePeople >= settings.transferActive ? 'transfer' : 'dissolve';
}

function reasonsOf(
  { economy: { roi }, activity, activePeople, isEarly }: FateInput,
  { keepRoi, keepActivity, reviveActivity, transferActive }: GroupLifeSettings['economy'],
): FateReason[] {
  const reasons: FateReason[] = isEarly ? [{ why: 'earlyPhase' }] : [];
  if (roi === undefined) reasons.push({ why: 'roiUnknown' });
  else reasons.push({ why: roi >= keepRoi ? 'earns' : 'loses', roi, threshold: keepRoi });
  if (activity === undefined) reasons.push({ why: 'activityUnknown' });
  else if (activity >= keepActivity) {
    reasons.push({ why: 'lively', activity, threshold: keepActivity });
  } else {
    const why = activity >= reviveActivity ? 'halfAlive' : 'lifeless';
    reasons.push({ why, activity, threshold: reviveActivity });
  }
  if (activePeople !== undefined) {
    const why = activePeople >= transferActive ? 'stillActive' : 'fewActive';
    reasons.push({ why, people: activePeople, threshold: transferActive });
  }
  return reasons;
}

function changesOf(
  input: FateInput,
  settings: GroupLifeSettings['economy'],
  fate: Fate,
): FateChange[] {
  const changes: FateChange[] = [];
  const { economy, activity, activePeople } = input;
  const { keepRoi } = settings;
  const moreFen = gmvMissingFen(economy, keepRoi);
  if (economy.roi !== undefined && moreFen !== undefined) {
    const toKeep = fateOf({ ...input, economy: { ...economy, roi: keepRoi } }, settings);
    if (moreFen > 0 && toKeep !== fate) changes.push({ by: 'gmv', moreFen, leadsTo: toKeep });
    const lessFen = gmvSpareFen(economy, keepRoi);
    const under = fateOf({ ...input, economy: { ...economy, roi: keepRoi - 1e-9 } }, settings);
    if (lessFen !== undefined && under !== fate)
      changes.push({ by: 'gmv', lessFen, leadsTo: under });
  }
  if (activity !== undefined) {
    for (const to of [settings.reviveActivity, settings.keepActivity]) {
      if (to <= activity) continue;
      const leadsTo = fateOf({ ...input, activity: to }, settings);
      if (leadsTo !== fate) changes.push({ by: 'activity', to, leadsTo });
    }
    // The first threshold on the way down only: what comes below it is another question.
    const below = Math.max(
      ...[settings.reviveActivity, settings.keepActivity].filter((it) => it <= activity),
    );
    const leadsTo = fateOf({ ...input, activity: below - 1e-9 }, settings);
    if (below > 0 && leadsTo !== fate) changes.push({ by: 'activity', below, leadsTo });
  }
  const to = settings.transferActive;
  if (activePeople !== undefined && activePeople < to) {
    const leadsTo = fateOf({ ...input, activePeople: to }, settings);
    if (leadsTo !== fate) changes.push({ by: 'activePeople', to, leadsTo });
  }
  return changes;
}
