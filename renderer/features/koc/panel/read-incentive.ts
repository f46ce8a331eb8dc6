import {
  type KocIncentive,
  MOST_INCENTIVE_FEN,
  MOST_INCENTIVE_POINTS,
} from '@shared/domain/koc/koc.schema';

type Worth = Pick<KocIncentive, 'amountFen' | 'points'>;

/** What a promise is worth as typed: yuan, or whole points; nothing typed is no figure. */
export function readIncentive(
  kind: KocIncentive['kind'],
  typed: string | number,
): Worth | 'wrong' | 'tooMuch' {
  if (typed === '') return {};
  const value = Number(typed);
  const isPoints = kind === 'points';
  if (!(value >= 0) || (isPoints && !Number.isInteger(value))) return 'wrong';
  if (isPoints) return value > MOST_INCENTIVE_POINTS ? 'tooMuch' : { points: value };
  const amountFen = Math.round(value * 100);
  return amountFen > MOST_INCENTIVE_FEN ? 'tooMuch' : { amountFen };
}
