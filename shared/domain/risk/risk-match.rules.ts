import { doorKey, readBuilding } from '@shared/domain/delivery/building.rules';
import { fitsMask } from '@shared/domain/import/cells/phone-cell';
import { foldText } from '@shared/domain/import/cells/text-cell';
import type { RiskEntry } from './risk-entry.schema';

/** What is known of somebody; a phone may be E.164, as typed, or masked by a platform. */
export type RiskValues = {
  name?: string | undefined;
  phone?: string | undefined;
  wechatId?: string | undefined;
  address?: string | undefined;
};

export const RISK_SIGNS = [
  'phone',
  'wechatId',
  'phone-masked',
  'phone-alike',
  'name',
  'name-alike',
  'address',
] as const;
export type RiskSign = (typeof RISK_SIGNS)[number];

export type RiskLevel = RiskEntry['level'];

/** `level`: the entry's own, lowered to what the signs can carry. `why`: strongest sign first. */
export type RiskHint = { level: RiskLevel; reason: string; entryId: string; why: RiskSign[] };

const RANK: Record<RiskLevel, number> = { low: 1, medium: 2, high: 3 };

/**
 * How far each sign alone may raise an alarm. Exact keys carry any level. A number with one other
 * digit is 10 of 11 alike (0.91): some stranger has it now and then, so never more than medium.
 */
const CARRIES: Record<RiskSign, RiskLevel> = {
  phone: 'high',
  wechatId: 'high',
  'phone-masked': 'medium',
  'phone-alike': 'medium',
  name: 'medium',
  'name-alike': 'low',
  address: 'low',
};
/** Two signs of different kinds on one entry carry any level: name and door, name and masked phone. */
const KIND: Record<RiskSign, string> = {
  phone: 'phone',
  wechatId: 'wechatId',
  'phone-masked': 'phone',
  'phone-alike': 'phone',
  name: 'name',
  'name-alike': 'name',
  address: 'address',
};
/** Two characters are borne by too many people to mean more than low. */
const TELLING_NAME_LENGTH = 3;
/** From here on one other character leaves at least 0.8 alike. */
const ALIKE_NAME_LENGTH = 5;
/** A masked number shows at least so many digits, or it fits half the town. */
const SHOWN_DIGITS = 5;
const BUCKET_DIGITS = 2;

type Lists = Map<string, number[]>;

export type RiskIndex = {
  readonly entries: readonly RiskEntry[];
  readonly phones: Lists;
  /** Numbers with one digit starred out, in each place. */
  readonly alikePhones: Lists;
  /** Whole numbers by their last digits, for rows that come masked. */
  readonly phoneEnds: Lists;
  /** Masked numbers of entries by their last digits. */
  readonly maskedEnds: Lists;
  readonly wechatIds: Lists;
  readonly names: Lists;
  /** Long names with one character left out, in each place, and as they are. */
  readonly alikeNames: Lists;
  readonly doors: Lists;
};

const MASKED = /[*•×＊●]/;
const digitsOf = (phone: string) =>
  phone
    .normalize('NFKC')
    .replace(/[^\d]/g, '')
    .replace(/^(?:0086|86)(?=1\d{10}$)/, '');

function add(lists: Lists, key: string, index: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [index]);
  else if (list[list.length - 1] !== index) list.push(index);
}

function* eachStarred(digits: string): Iterable<string> {
  for (let i = 0; i < digits.length; i += 1) yield `${digits.slice(0, i)}*${digits.slice(i + 1)}`;
}

function* eachShortened(name: string): Iterable<string> {
  yield name;
  for (let i = 0; i < name.length; i += 1) yield name.slice(0, i) + name.slice(i + 1);
}

const MAX_NAME = 40;
const nameOf = (name: string | undefined) => (name ? foldText(name).slice(0, MAX_NAME) : '');

function doorOf(address: string | undefined): string {
  if (!address) return '';
  const building = readBuilding(address);
  // A bare `3-502` is a door in every estate.
  const isTelling = building.room !== '' && (building.estate !== '' || building.lane !== '');
  return isTelling ? doorKey(building) : '';
}

function indexPhone(index: RiskIndex, phone: string | undefined, at: number): void {
  if (!phone) return;
  if (MASKED.test(phone)) {
    add(index.maskedEnds, digitsOf(phone).slice(-BUCKET_DIGITS), at);
    return;
  }
  const digits = digitsOf(phone);
  if (digits.length < 7) return;
  add(index.phones, digits, at);
  add(index.phoneEnds, digits.slice(-BUCKET_DIGITS), at);
  if (digits.length >= 11) for (const key of eachStarred(digits)) add(index.alikePhones, key, at);
}

/** Puts the entries that count at `now` (UTC ms) where a row finds them at once. */
export function createRiskIndex(entries: readonly RiskEntry[], now: number): RiskIndex {
  const live = entries.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now);
  const index: RiskIndex = {
    entries: live,
    phones: new Map(),
    alikePhones: new Map(),
    phoneEnds: new Map(),
    maskedEnds: new Map(),
    wechatIds: new Map(),
    names: new Map(),
    alikeNames: new Map(),
    doors: new Map(),
  };
  live.forEach((entry, at) => {
    indexPhone(index, entry.phone, at);
    if (entry.wechatId) add(index.wechatIds, foldText(entry.wechatId), at);
    const name = nameOf(entry.name);
    if (name.length >= 2) add(index.names, name, at);
    if (name.length >= ALIKE_NAME_LENGTH) {
      for (const key of eachShortened(name)) add(index.alikeNames, key, at);
    }
    const door = doorOf(entry.address);
    if (door !== '') add(index.doors, door, at);
  });
  return index;
}

type Hits = Map<number, RiskSign[]>;

function hit(hits: Hits, found: readonly number[] | undefined, sign: RiskSign): void {
  for (const at of found ?? []) {
    const signs = hits.get(at);
    if (!signs) hits.set(at, [sign]);
    else if (!signs.some((known) => KIND[known] === KIND[sign])) signs.push(sign);
  }
}

function hitByPhone(hits: Hits, index: RiskIndex, phone: string): void {
  const digits = digitsOf(phone);
  const end = digits.slice(-BUCKET_DIGITS);
  if (MASKED.test(phone)) {
    if (digits.length < SHOWN_DIGITS) return;
    const fitting = index.phoneEnds.get(end)?.filter((at) => {
      const known = index.entries[at]?.phone;
      return known !== undefined && fitsMask(digitsOf(known), phone);
    });
    hit(hits, fitting, 'phone-masked');
    return;
  }
  hit(hits, index.phones.get(digits), 'phone');
  const masked = index.maskedEnds.get(end)?.filter((at) => {
    const known = index.entries[at]?.phone ?? '';
    return digitsOf(known).length >= SHOWN_DIGITS && fitsMask(digits, known);
  });
  hit(hits, masked, 'phone-masked');
  if (digits.length < 11 || index.alikePhones.size === 0) return;
  for (const key of eachStarred(digits)) hit(hits, index.alikePhones.get(key), 'phone-alike');
}

/** Whether two names differ in at most one character, added, left out or another. */
function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const shorter = Math.min(a.length, b.length);
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}

function hitByName(hits: Hits, index: RiskIndex, name: string): void {
  hit(hits, index.names.get(name), 'name');
  if (name.length < ALIKE_NAME_LENGTH || index.alikeNames.size === 0) return;
  for (const key of eachShortened(name)) {
    const near = index.alikeNames
      .get(key)
      ?.filter((at) => isOneApart(name, nameOf(index.entries[at]?.name)));
    hit(hits, near, 'name-alike');
  }
}

function levelOf(entry: RiskEntry, signs: readonly RiskSign[]): RiskLevel {
  const carried = signs.map((sign) =>
    sign === 'name' && nameOf(entry.name).length < TELLING_NAME_LENGTH ? 'low' : CARRIES[sign],
  );
  const most: RiskLevel =
    signs.length > 1
      ? 'high'
      : carried.reduce((a, b) => (RANK[b] > RANK[a] ? b : a), 'low' as RiskLevel);
  return RANK[entry.level] < RANK[most] ? entry.level : most;
}

/**
 * Whether a row looks like somebody on the leader's risk list: exact phone or WeChat id, a masked
 * phone that fits, a phone with one other digit, the same or nearly the same name, the same door.
 * The most serious entry that fits; never a verdict, always a hint.
 */
export function riskOf(values: RiskValues, index: RiskIndex): RiskHint | undefined {
  if (index.entries.length === 0) return undefined;
  const hits: Hits = new Map();
  if (values.phone) hitByPhone(hits, index, values.phone);
  if (values.wechatId) hit(hits, index.wechatIds.get(foldText(values.wechatId)), 'wechatId');
  const name = nameOf(values.name);
  if (name !== '') hitByName(hits, index, name);
  if (index.doors.size > 0) hit(hits, index.doors.get(doorOf(values.address)), 'address');
  let best: RiskHint | undefined;
  for (const [at, signs] of hits) {
    const entry = index.entries[at];
    if (!entry) continue;
    const why = RISK_SIGNS.filter((sign) => signs.includes(sign));
    const level = levelOf(entry, why);
    const isWorse =
      !best ||
      RANK[level] > RANK[best.level] ||
      (level === best.level && why.length > best.why.length);
    if (isWorse) best = { level, reason: entry.reason, entryId: entry.id, why };
  }
  return best;
}
