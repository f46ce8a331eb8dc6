import type { GroupFigures } from './figures.types';
import type { GroupLifeSettings } from './life-settings.schema';

/** What is missing, so that the figure is less than the whole truth. */
export type EconomyGap =
  | { gap: 'hoursWithoutRate'; hours: number }
  | { gap: 'noInputs' }
  | { gap: 'noOrders' }
  | { gap: 'noMarginRate' };

export type Economy = {
  /** Put in: money as typed, incentives and rewards given, and priced hours × rate. */
  inputFen: number;
  hours: number;
  hoursFen: number;
  moneyFen: number;
  /** Cost of incentives and rewards given, as their own records name it. */
  rewardFen: number;
  /** Sales less refunds; absent when no orders are known for the time. */
  gmvFen?: number;
  /** What counts as earned, and on which basis. */
  basis: 'margin' | 'gmv';
  marginRate?: number;
  earnedFen?: number;
  /** (earned − put in) ÷ put in; absent without inputs, without orders, or while hours have no price. */
  roi?: number;
  gaps: EconomyGap[];
};

/**
 * Inputs against outputs over the time that `figures` cover (sums of its weeks; fen).
 *
 * put in = money typed + cost of incentives and rewards given + hours without an amount of their own × hour rate; earned = GMV × margin rate
 * of the class, else of the workspace, else GMV itself and said so. ROI = (earned − put in) ÷ put in.
 * Hours without a rate are a gap with their number; they are never free. Where nothing was typed,
 * rewards alone are not taken for all that was put in: no ROI.
 */
export function economyOf(
  figures: GroupFigures,
  settings: GroupLifeSettings['economy'],
  classId?: string | undefined,
): Economy {
  const gaps: EconomyGap[] = [];
  const { hourRateFen } = settings;
  const hours = figures.hours ?? 0;
  const unpriced = figures.unpricedHours ?? 0;
  if (unpriced > 0 && hourRateFen === undefined) {
    gaps.push({ gap: 'hoursWithoutRate', hours: unpriced });
  }
  const hoursFen = Math.round(unpriced * (hourRateFen ?? 0));
  const moneyFen = figures.inputFen ?? 0;
  const rewardFen = figures.rewardFen ?? 0;
  const inputFen = moneyFen + rewardFen + hoursFen;
  if (figures.hours === undefined && figures.inputFen === undefined) gaps.push({ gap: 'noInputs' });
  const own = classId === undefined ? undefined : settings.classMarginRates[classId];
  const marginRate = own ?? settings.marginRate;
  if (marginRate === undefined) gaps.push({ gap: 'noMarginRate' });
  const { gmvFen } = figures;
  const base = {
    inputFen,
    hours,
    hoursFen,
    moneyFen,
    rewardFen,
    basis: marginRate === undefined ? ('gmv' as const) : ('margin' as const),
    ...(marginRate !== undefined && { marginRate }),
    gaps,
  };
  if (gmvFen === undefined) {
    gaps.push({ gap: 'noOrders' });
    return base;
  }
  const earnedFen = gmvFen * (marginRate ?? 1);
  const isWhole = !gaps.some(({ gap }) => gap === 'hoursWithoutRate' || gap === 'noInputs');
  const roi = inputFen > 0 && isWhole ? (earnedFen - inputFen) / inputFen : undefined;
  return { ...base, gmvFen, earnedFen, ...(roi !== undefined && { roi }) };
}

/** ROI if GMV were `gmvFen`, reckoned step by step as above: the same rounding, the same verdict. */
function roiAt({ inputFen, marginRate = 1 }: Economy, gmvFen: number): number {
  return (gmvFen * marginRate - inputFen) / inputFen;
}

/**
 * The least GMV (whole fen) that reaches an ROI of `target`; undefined where it cannot be said (no
 * ROI, or a margin of nothing). ROI never falls as GMV grows, so what the formula turned round gives
 * is moved by single fen until the formula itself agrees.
 */
function gmvReachingFen(economy: Economy, target: number): number | undefined {
  const { roi, inputFen, marginRate = 1 } = economy;
  if (roi === undefined || marginRate <= 0) return undefined;
  let gmvFen = Math.ceil((inputFen * (1 + target)) / marginRate);
  while (roiAt(economy, gmvFen) < target) gmvFen += 1;
  while (roiAt(economy, gmvFen - 1) >= target) gmvFen -= 1;
  return gmvFen;
}

/** How much more GMV (fen) would bring the ROI to `target`; 0 where it is there already. */
export function gmvMissingFen(economy: Economy, target: number): number | undefined {
  const reaching = gmvReachingFen(economy, target);
  if (reaching === undefined) return undefined;
  return Math.max(0, reaching - (economy.gmvFen ?? 0));
}

/** How much less GMV (fen) would take the ROI below `target`; undefined where nothing would, or it is. */
export function gmvSpareFen(economy: Economy, target: number): number | undefined {
  const { gmvFen = 0 } = economy;
  const reaching = gmvReachingFen(economy, target);
  if (reaching === undefined || reaching > gmvFen) return undefined;
  const spare = gmvFen - reaching + 1;
  return spare > gmvFen ? undefined : spare;
}
