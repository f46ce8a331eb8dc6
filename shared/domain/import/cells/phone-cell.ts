import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { RawCell } from '../sheet';
import { valueText } from './text-cell';

export type PhoneProblem =
  | 'phone-too-short'
  | 'phone-too-long'
  | 'phone-unreadable'
  | 'phone-destroyed';

/**
 * `phone`: E.164. `masked`: the platform hid digits or gave a forwarding number; a weak key, never
 * merged on. `others` are further numbers in the same cell.
 */
export type PhoneCell =
  | { kind: 'none' }
  | { kind: 'phone'; phone: string; others: readonly string[] }
  | { kind: 'masked'; text: string }
  | { kind: 'bad'; code: PhoneProblem };

const NONE: PhoneCell = { kind: 'none' };
const CHINESE_MOBILE = /^1[3-9]\d{9}$/;
/** Behind its 0 or +86; the library's small tables would take any eleven digits. */
const CHINESE_LANDLINE = /^(?:10\d{8}|[2-9]\d{8,10})$/;
const SERVICE_NUMBER = /^[48]00\d{7}$/;
const E_NOTATION = /^(\d(?:\.\d+)?)e\+?(\d{1,2})$/i;
const MASK = /[*•×＊●x]{2,}/i;
const EXTENSION = /^\+?[\d\s-]{11,}(?:转|-|,|#|ext\.?|分机)\s*\d{1,6}$/i;
const SEPARATORS = /[/、,，;；|\n]|\s{1,}(?=1[3-9]\d{9})/;

const NO_OTHERS: readonly string[] = [];
const found = (phone: string, others = NO_OTHERS): PhoneCell => ({
  kind: 'phone',
  phone,
  others,
});

/** Digits of a Chinese mobile number behind any of its country prefixes, or undefined. */
function mobileDigits(text: string): string | undefined {
  const digits = text.replace(/[\s()-]/g, '').replace(/^(?:\+86|0086|86(?=1[3-9]\d{9}$))/, '');
  return CHINESE_MOBILE.test(digits) ? digits : undefined;
}

function parseOne(text: string): string | undefined {
  const mobile = mobileDigits(text);
  if (mobile) return `+86${mobile}`;
  if (/[^\d\s()+.-]/.test(text)) return undefined;
  const parsed = parsePhoneNumberFromString(text, 'CN');
  if (!parsed?.isValid()) return undefined;
  if (parsed.countryCallingCode !== '86') return parsed.number;
  const isDialled = /^[\s(]*(?:\+|0)/.test(text) ? CHINESE_LANDLINE : SERVICE_NUMBER;
  return isDialled.test(parsed.nationalNumber) ? parsed.number : undefined;
}

/** `1.38E+10` lost its digits; `1.3800138000E+10` did not. */
function fromENotation(match: RegExpExecArray): PhoneCell {
  const [, mantissa = '', exponent = ''] = match;
  const digits = mantissa.replace('.', '');
  const isWhole = digits.length >= 11 && Number(exponent) === digits.length - 1;
  const phone = isWhole ? parseOne(digits) : undefined;
  return phone ? found(phone) : { kind: 'bad', code: 'phone-destroyed' };
}

function problemOf(text: string): PhoneProblem {
  if (/[^\d\s()+.-]/.test(text)) return 'phone-unreadable';
  const digits = text.replace(/\D/g, '').replace(/^(?:0086|86(?=1))/, '');
  if (digits.length < 11) return 'phone-too-short';
  return digits.length > 11 ? 'phone-too-long' : 'phone-unreadable';
}

/**
 * A phone number as spreadsheets hold it: text or number, with TAB, quotes, spaces, brackets, +86,
 * full-width digits, E-notation, masked by the platform, or several in one cell.
 */
export function parsePhoneCell(cell: RawCell | undefined): PhoneCell {
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell)) return { kind: 'bad', code: 'phone-unreadable' };
    if (cell === 0) return NONE;
  }
  return phoneOfText(valueText(cell));
}

/** The same for a cell's value text. */
export function phoneOfText(raw: string): PhoneCell {
  if (raw === '') return NONE;
  if (CHINESE_MOBILE.test(raw)) return found(`+86${raw}`);
  const text = raw.normalize('NFKC').replace(/[‐-―−]/g, '-');
  const whole = parseOne(text);
  if (whole) return found(whole);
  const scientific = E_NOTATION.exec(text);
  if (scientific) return fromENotation(scientific);
  if (MASK.test(text) && text.replace(/\D/g, '').length >= 2) {
    return { kind: 'masked', text: text.replace(/\s/g, '').slice(0, 40) };
  }
  if (EXTENSION.test(text)) return { kind: 'masked', text: text.replace(/\s/g, '').slice(0, 40) };
  const parts = text.split(SEPARATORS).map((part) => parseOne(part.trim()));
  const [first, ...others] = parts.filter((part) => part !== undefined);
  return first ? found(first, others) : { kind: 'bad', code: problemOf(text) };
}

/** Whether a cell holds a Chinese mobile number, cheaply: what tells a phone column by its content. */
export function looksLikeMobile(cell: RawCell | undefined): boolean {
  if (typeof cell === 'number') return cell >= 1.3e10 && cell < 2e10 && Number.isInteger(cell);
  return typeof cell === 'string' && mobileDigits(valueText(cell).normalize('NFKC')) !== undefined;
}

/** Whether a full number could be the one behind a masked text (`+8618612340005` behind `186******05`). */
export function fitsMask(phone: string, masked: string): boolean {
  const digits = phone.replace(/^\+86/, '');
  const hidden = /[^\d]+/.exec(masked.replace(/^\+?86(?=1)/, ''));
  if (!hidden) return false;
  const shown = masked.replace(/^\+?86(?=1)/, '');
  const head = shown.slice(0, hidden.index);
  const tail = shown.slice(hidden.index + hidden[0].length);
  return /^\d*$/.test(tail) && digits.startsWith(head) && digits.endsWith(tail);
}
