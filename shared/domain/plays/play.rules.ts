import {
  type ChangeVerdict,
  type Interval,
  judgeChange,
  SMALL_SAMPLE_SIZE,
  type TwoProportions,
  twoProportions,
  wilsonInterval,
} from '@shared/domain/statistics/proportion.rules';
import { addDays, daysBetween } from '@shared/lib/time';
import type { Play } from './play.schema';
import type { ArmFigures } from './play-orders.rules';

/** Figures of one side; a rate only from 30 people up, the interval whenever there is somebody. */
export type ArmResult = ArmFigures & {
  rate?: number;
  interval: Interval;
  /** Net money per person, buyers or not, in fen. */
  netPerHeadFen?: number;
};

/**
 * What the money is measured against. `beyondHoldout`: what came beyond that of as many people of
 * the hold-out; `all`: everything that came, because nobody was left alone to compare with.
 */
export type MoneyBasis = 'beyondHoldout' | 'all';

export type PlayMoney = {
  basis: MoneyBasis;
  /** Net money that counts by the basis, in fen; may be negative beyond a hold-out. */
  netFen: number;
  /** That money times the margin; absent without a margin. */
  profitFen?: number;
  costFen?: number;
  /** Net money per unit of cost; absent without a cost. */
  netPerCost?: number;
  /** Profit less cost, per unit of cost; absent without a cost or a margin. */
  roi?: number;
};

export type PlayVerdict = ChangeVerdict | 'noHoldout';

export type PlayResult = {
  played: ArmResult;
  heldOut?: ArmResult;
  /** Played against held out; `diff` is played − held out. */
  test?: TwoProportions;
  verdict: PlayVerdict;
  money: PlayMoney;
};

function armResult(figures: ArmFigures): ArmResult {
  const { people, buyers, netFen } = figures;
  return {
    ...figures,
    interval: wilsonInterval({ count: buyers, total: people }),
    ...(people >= SMALL_SAMPLE_SIZE ? { rate: buyers / people } : {}),
    ...(people > 0 ? { netPerHeadFen: netFen / people } : {}),
  };
}

/**
 * What a play brought. Only with a hold-out drawn by lot can its effect be told from what would have
 * come anyway; without one everything is counted and `verdict` says `noHoldout`.
 */
export function playResult(
  played: ArmFigures,
  heldOut: ArmFigures | undefined,
  terms: Pick<Play, 'costFen' | 'margin'>,
): PlayResult {
  const canCompare = heldOut !== undefined && heldOut.people > 0;
  const share = { count: played.buyers, total: played.people };
  const other = canCompare ? { count: heldOut.buyers, total: heldOut.people } : undefined;
  return {
    played: armResult(played),
    ...(heldOut ? { heldOut: armResult(heldOut) } : {}),
    ...(other ? { test: twoProportions(other, share) } : {}),
    verdict: other ? judgeChange(other, share) : 'noHoldout',
    money: playMoney(played, canCompare ? heldOut : undefined, terms),
  };
}

function playMoney(
  played: ArmFigures,
  heldOut: ArmFigures | undefined,
  { costFen, margin }: Pick<Play, 'costFen' | 'margin'>,
): PlayMoney {
  const netFen = heldOut
    ? played.netFen - (played.people * heldOut.netFen) / heldOut.people
    : played.netFen;
  const money: PlayMoney = { basis: heldOut ? 'beyondHoldout' : 'all', netFen: Math.round(netFen) };
  if (margin !== undefined) money.profitFen = Math.round(netFen * margin);
  if (costFen === undefined) return money;
  money.costFen = costFen;
  if (costFen === 0) return money;
  money.netPerCost = netFen / costFen;
  if (margin !== undefined) money.roi = (netFen * margin - costFen) / costFen;
  return money;
}

/** Which days of a play count by now; `lastDay` is the last one that will. Days `YYYY-MM-DD`. */
export function playDays(play: Pick<Play, 'startDay' | 'windowDays'>, today: string) {
  const lastDay = addDays(play.startDay, play.windowDays - 1);
  const state: 'ahead' | 'running' | 'over' =
    today < play.startDay ? 'ahead' : today > lastDay ? 'over' : 'running';
  return {
    state,
    lastDay,
    toDay: today < lastDay ? today : lastDay,
    /** Whole days that have begun, of `windowDays`. */
    daysIn:
      state === 'ahead' ? 0 : Math.min(play.windowDays, daysBetween(play.startDay, today) + 1),
  };
}
