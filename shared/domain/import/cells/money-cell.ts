import { isCellError, type RawCell } from '../sheet';
import { valueText } from './text-cell';

/** `isRounded`: the cell had more than two decimals and was rounded half away from zero. */
export type MoneyCell =
  | { kind: 'none' }
  | { kind: 'money'; fen: number; isRounded: boolean }
  | { kind: 'bad'; code: 'money-unreadable' };

const BAD: MoneyCell = { kind: 'bad', code: 'money-unreadable' };
const MAX_YUAN = 1e11;
/** Sums that a spreadsheet computed carry float noise far below a fen (69.19999999999999). */
const NOISE_FEN = 1e-4;

const AMOUNT =
  /^([+-])?(?:¥|cny|rmb|人民币)?([+-])?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?(万)?(?:元|圆|块|cny|rmb)?(\D.*)?$/i;
/** What may follow the amount: a remark in brackets, or after a blank or a mark. */
const REMARK = /^[(（[【\s;:/|].*$/s;
const ACCOUNTING_NEGATIVE = /^\(([^()]*\d)\)$/;

function fromNumber(yuan: number): MoneyCell {
  if (!Number.isFinite(yuan) || Math.abs(yuan) > MAX_YUAN) return BAD;
  const exact = yuan * 100;
  const fen = Math.sign(exact) * Math.round(Math.abs(exact));
  return { kind: 'money', fen: fen + 0, isRounded: Math.abs(exact - fen) > NOISE_FEN };
}

/** Whole digits times 100 plus decimals, in integers: no float ever holds the amount. */
function toFen(whole: string, decimals: string, unit: number): { fen: number; isRounded: boolean } {
  const places = unit === 10_000 ? 6 : 2;
  const kept = Number(decimals.slice(0, places).padEnd(places, '0'));
  const rest = decimals.slice(places).replace(/0+$/, '');
  const roundUp = rest !== '' && rest.charCodeAt(0) >= 53 ? 1 : 0;
  const fen = Number(whole) * 100 * unit + kept + roundUp;
  return { fen, isRounded: rest !== '' };
}

/** `39.80`, `12`: the form that nearly every export uses, without a regular expression. */
function fastFen(text: string): number | undefined {
  const point = text.length - 3;
  const hasDecimals = point > 0 && text.charCodeAt(point) === 46;
  if (text.length > 12) return undefined;
  let fen = 0;
  for (let index = 0; index < text.length; index++) {
    if (hasDecimals && index === point) continue;
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    fen = fen * 10 + digit;
  }
  return hasDecimals ? fen : fen * 100;
}

function fromText(raw: string): MoneyCell {
  const text = raw.normalize('NFKC').replace(/[−–—]/g, '-').replace(/￥/g, '¥').trim();
  const bracketed = ACCOUNTING_NEGATIVE.exec(text);
  const match = AMOUNT.exec((bracketed?.[1] ?? text).replace(/^([+-]?)\s*(¥?)\s*/, '$1$2'));
  if (!match) return BAD;
  const [, sign, signAfter, grouped = '', decimals = '', tenThousand, remark] = match;
  if (remark !== undefined && !REMARK.test(remark)) return BAD;
  const whole = grouped.replace(/,/g, '');
  if (whole.length > 11) return BAD;
  const { fen, isRounded } = toFen(whole, decimals, tenThousand ? 10_000 : 1);
  const isNegative = (sign ?? signAfter) === '-' || bracketed !== null;
  return { kind: 'money', fen: isNegative && fen !== 0 ? -fen : fen, isRounded };
}

/**
 * An amount in yuan as exports write it (number, `¥1,284.50`, `69.20(分销商等级折扣：47.80)`, `12元`,
 * `-5`, `（5.00）`, `1.2万`) in exact integer fen.
 */
export function parseMoneyCell(cell: RawCell | undefined): MoneyCell {
  if (typeof cell === 'number') return fromNumber(cell);
  if (typeof cell === 'boolean' || cell instanceof Date || isCellError(cell)) return BAD;
  const text = valueText(cell);
  if (text === '') return { kind: 'none' };
  const fen = fastFen(text);
  return fen === undefined ? fromText(text) : { kind: 'money', fen, isRounded: false };
}
