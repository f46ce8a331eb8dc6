import { parseMoneyCell } from '../import/cells/money-cell';
import { parseSecondsCell } from '../import/records/measure-cell';
import { parseCount } from '../sop/sop-count.rules';
import type { FigureKey, Figures } from './figures.rules';

type FigureInput =
  | { kind: 'value'; value: number; from?: 'percent' }
  | { kind: 'empty' }
  | {
      kind: 'refused';
      reason: 'notANumber' | 'negative' | 'fraction' | 'tooLarge' | 'percentOfNothing';
    };

const MOST_SECONDS = 86_400;
/** Of what a percentage is one. */
const BASE: Partial<Record<FigureKey, FigureKey>> = {
  opens: 'reach',
  participants: 'reach',
  shares: 'opens',
  likes: 'opens',
  comments: 'opens',
  orders: 'opens',
};

const refused = (reason: Extract<FigureInput, { kind: 'refused' }>['reason']): FigureInput => ({
  kind: 'refused',
  reason,
});

function readPercent(plain: string, key: FigureKey, others: Figures): FigureInput | undefined {
  const match = /^[+]?(\d+(?:\.\d*)?|\.\d+)%$/.exec(plain);
  const base = BASE[key];
  if (!match || !base) return undefined;
  const whole = others[base];
  if (whole === undefined) return refused('percentOfNothing');
  return {
    kind: 'value',
    value: Math.round(Number(((Number(match[1]) / 100) * whole).toFixed(6))),
    from: 'percent',
  };
}

function readSeconds(plain: string): FigureInput {
  if (/^[-−]/.test(plain)) return refused('negative');
  const read = parseSecondsCell(plain);
  if (read.kind !== 'measure') return refused('notANumber');
  const hasStrangeUnit = read.unit !== undefined && !/^(?:秒钟?|s|sec|seconds?)$/i.test(read.unit);
  if (hasStrangeUnit) return refused('notANumber');
  return read.value > MOST_SECONDS ? refused('tooLarge') : { kind: 'value', value: read.value };
}

function readMoney(plain: string): FigureInput {
  const money = parseMoneyCell(plain);
  if (money.kind !== 'money') return refused('notANumber');
  return money.fen < 0 ? refused('negative') : { kind: 'value', value: money.fen };
}

/**
 * Reads what was typed into a figure's field, as people write it: full width, thousands, 万, a
 * percentage of the figure it is part of (`72%` opens of the reach in `others`), seconds as `18:30`
 * or `18分30秒`, money in yuan (the value is fen). Nothing is clamped: what cannot be is refused with
 * its reason.
 */
export function parseFigure(text: string, key: FigureKey, others: Figures): FigureInput {
  const plain = text.normalize('NFKC').replace(/[\s,_']/g, '');
  if (plain === '') return { kind: 'empty' };
  if (key === 'averageSeconds') return readSeconds(plain);
  if (key === 'gmvFen') return readMoney(plain);
  const percent = readPercent(plain, key, others);
  if (percent) return percent;
  const count = parseCount(plain.replace(/(?:人次?|次|单|个)$/, ''));
  return count.kind === 'count' ? { kind: 'value', value: count.count } : count;
}

/** A stored figure as one types it: `1110` seconds are `18:30`, 128450 fen are `1284.5`. */
export function figureText(value: number | undefined, key: FigureKey): string {
  if (value === undefined) return '';
  if (key === 'gmvFen') return String(value / 100);
  if (key !== 'averageSeconds' || value < 60) return String(Math.round(value * 10) / 10);
  const whole = Math.round(value);
  const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  // Beyond an hour and a half a reader wants hours.
  if (whole < 6000) return clock;
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return `${hours}:${String(minutes).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
