import { doorKey, readBuilding } from '@shared/domain/delivery/building.rules';
import { fitsMask } from '@shared/domain/import/cells/phone-cell';
import { foldText } from '@shared/domain/import/cells/text-cell';
import type { Member } from './member.schema';

/** What speaks for two records being one person, strongest first. */
export const DUPLICATE_EVIDENCE = [
  'wecomId',
  'unionId',
  'backOfficeId',
  'wechatId',
  'phone',
  'nicknameDoor',
  'nameMaskedPhone',
  'nameAddress',
] as const;
export type DuplicateEvidence = (typeof DUPLICATE_EVIDENCE)[number];

/** `certain`: may be merged unseen. `likely`: a look is enough. `possible`: think twice. */
export const CONFIDENCES = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export type DuplicateField = keyof Pick<
  Member,
  | 'name'
  | 'phone'
  | 'phoneMasked'
  | 'wechatId'
  | 'wecomId'
  | 'unionId'
  | 'backOfficeId'
  | 'groupNickname'
  | 'address'
>;

/** The roster by rows and fields: an accessor, so that packed pages need not be unpacked. */
export type DuplicateSource = {
  n: number;
  text(field: DuplicateField, row: number): string | undefined;
  /** Said before: these two are not the same person. */
  isDistinct(a: number, b: number): boolean;
};

/** Rows `a` and `b` of the source, `a` the older record. */
export type DuplicatePair = {
  a: number;
  b: number;
  evidence: DuplicateEvidence[];
  confidence: Confidence;
};

const STRONG = ['wecomId', 'unionId', 'backOfficeId', 'wechatId', 'phone'] as const;
/** More people than this under one key: it is a placeholder or the shop's own, no sign of a person. */
const MOST_SHARED = 8;
/** Names that platforms and leaders give to people whose name they do not know. */
const NO_NAME = /^(?:微信用户|匿名用户?|用户|客户|会员|顾客|先生|女士|未知|尾号\d{4})$/;
/** A door inside a nickname: `5-302 小王`, `12栋502`. */
const DOOR_IN_NICKNAME = /\d{1,4}\D{1,3}\d{2,5}/;
const NOISE = /[\s,，.。;；:：、()（）【】[\]/\\-]+/g;

/**
 * Pairs of records that may be one person. Among many that share a key each is paired with the
 * oldest one that it was not told apart from, so k records give k − 1 pairs. Ordered by confidence,
 * then by the strength of the evidence, then by age.
 */
export function findDuplicates(source: DuplicateSource): DuplicatePair[] {
  const pairs = new PairList(source);
  const folded = foldedNames(source);
  for (const field of STRONG) {
    pairs.addShared(field, (row) => keyOf(field, source.text(field, row)));
  }
  pairs.addShared('nicknameDoor', doorKeys(source, folded));
  pairs.addMasked(folded);
  pairs.addShared('nameAddress', (row) => {
    const address = source.text('address', row);
    return address && folded[row] ? `${folded[row]}|${foldAddress(address)}` : undefined;
  });
  return pairs.judged();
}

/** WeChat takes its ids in any case; the ids that machines give out are told apart by it. */
const keyOf = (field: DuplicateField, text: string | undefined) =>
  field === 'wechatId' ? text?.trim().toLowerCase() : text?.trim();

/** Folded names, `''` where the name says nothing about who it is. */
function foldedNames(source: DuplicateSource): string[] {
  return Array.from({ length: source.n }, (_, row) => {
    const name = foldText(source.text('name', row) ?? '');
    return NO_NAME.test(name) ? '' : name;
  });
}

const foldAddress = (address: string) => foldText(address).replace(NOISE, '');

/**
 * The group nickname (or name) with building and room. Reading a door takes time, so only addresses
 * whose last number somebody of the same nickname has too are read.
 */
function doorKeys(source: DuplicateSource, folded: readonly string[]) {
  const nameOf = (row: number) => {
    const nickname = source.text('groupNickname', row);
    return nickname ? foldText(nickname) : folded[row];
  };
  const rough = (row: number): string | undefined => {
    const name = nameOf(row);
    if (!name) return undefined;
    const number = /(\d+)\D*$/.exec(source.text('address', row) ?? '')?.[1];
    return number && `${name}|${number}`;
  };
  const seen = new Map<string, number>();
  for (let row = 0; row < source.n; row += 1) {
    const key = rough(row);
    if (key) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return (row: number): string | undefined => {
    const name = nameOf(row);
    if (!name) return undefined;
    if (source.text('groupNickname', row) && DOOR_IN_NICKNAME.test(name)) return name;
    const key = rough(row);
    if (!key || (seen.get(key) ?? 0) < 2) return undefined;
    const building = readBuilding(source.text('address', row) ?? '');
    return building.certainty === 'full' ? `${name}|${doorKey(building)}` : undefined;
  };
}

/** Rows by key, only for keys that more than one row has. */
function sharedRows(n: number, keyOf: (row: number) => string | undefined): number[][] {
  const first = new Map<string, number>();
  const more = new Map<string, number[]>();
  for (let row = 0; row < n; row += 1) {
    const key = keyOf(row);
    if (!key) continue;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, row);
      continue;
    }
    const list = more.get(key);
    if (list) list.push(row);
    else more.set(key, [known, row]);
  }
  return [...more.values()];
}

type Found = { a: number; b: number; evidence: DuplicateEvidence[]; isCrowded: boolean };

class PairList {
  private readonly found = new Map<number, Found>();

  constructor(private readonly source: DuplicateSource) {}

  addShared(evidence: DuplicateEvidence, keyOf: (row: number) => string | undefined): void {
    for (const rows of sharedRows(this.source.n, keyOf)) {
      const isCrowded = rows.length > MOST_SHARED;
      for (const [at, row] of rows.slice(0, MOST_SHARED).entries()) {
        const partner = rows.slice(0, at).find((other) => !this.source.isDistinct(other, row));
        if (partner !== undefined) this.add(partner, row, evidence, isCrowded);
      }
    }
  }

  /** Masks show the first three digits and the last ones: only those need to be compared. */
  addMasked(folded: readonly string[]): void {
    const { source } = this;
    const ends = (row: number): string | undefined => {
      const number = source.text('phone', row) ?? source.text('phoneMasked', row);
      if (!number || !folded[row]) return undefined;
      const shown = number.replace(/^\+?86(?=1)/, '');
      return `${folded[row]}|${shown.slice(0, 3)}|${shown.slice(-2)}`;
    };
    for (const rows of sharedRows(source.n, ends)) {
      const whole = rows.filter((row) => source.text('phone', row) !== undefined);
      for (const row of rows) {
        const masked = source.text('phone', row) === undefined && source.text('phoneMasked', row);
        if (!masked) continue;
        const others = [...whole, ...rows.filter((other) => other < row)];
        const partner = others.find((other) => {
          const phone = source.text('phone', other);
          const fits = phone
            ? fitsMask(phone, masked)
            : source.text('phoneMasked', other) === masked;
          return other !== row && fits && !source.isDistinct(other, row);
        });
        if (partner !== undefined) {
          this.add(Math.min(partner, row), Math.max(partner, row), 'nameMaskedPhone', false);
        }
      }
    }
  }

  judged(): DuplicatePair[] {
    const rank = (pair: DuplicatePair) =>
      CONFIDENCES.indexOf(pair.confidence) * 16 +
      DUPLICATE_EVIDENCE.indexOf(pair.evidence[0] ?? 'nameAddress');
    return [...this.found.values()]
      .flatMap(({ isCrowded, ...pair }) => {
        const confidence = judgePair(this.source, pair);
        if (!confidence) return [];
        return [{ ...pair, confidence: isCrowded ? ('possible' as const) : confidence }];
      })
      .sort((x, y) => rank(x) - rank(y) || x.a - y.a || x.b - y.b);
  }

  private add(a: number, b: number, evidence: DuplicateEvidence, isCrowded: boolean): void {
    const key = a * this.source.n + b;
    const known = this.found.get(key);
    if (!known) this.found.set(key, { a, b, evidence: [evidence], isCrowded });
    else {
      known.evidence.push(evidence);
      known.isCrowded &&= isCrowded;
    }
  }
}

/**
 * How sure it is that the two are one person. An id that a platform gives out once is certain unless
 * another such id contradicts; one phone may be a whole family's, so the name must agree; names with
 * doors are never more than likely, because children are called after their parents, and nothing
 * against another phone and another account: neighbours pick the same nickname.
 */
function judgePair(
  source: DuplicateSource,
  { a, b, evidence }: Omit<Found, 'isCrowded'>,
): Confidence | undefined {
  const differs = (field: DuplicateField) => {
    const [x, y] = [a, b].map((row) => keyOf(field, source.text(field, row)));
    return x !== undefined && y !== undefined && x !== y;
  };
  const has = (kind: DuplicateEvidence) => evidence.includes(kind);
  const isSameName = namesAgree(source, a, b);
  const isOtherAccount = differs('wecomId') || differs('unionId') || differs('wechatId');
  const verdicts: Confidence[] = [];
  if (has('wecomId') || has('unionId')) {
    verdicts.push(differs('wecomId') || differs('unionId') ? 'likely' : 'certain');
  }
  if (has('wechatId')) {
    const isContradicted =
      differs('wecomId') || differs('unionId') || (differs('phone') && !isSameName);
    verdicts.push(isContradicted ? 'likely' : 'certain');
  }
  // Two back offices may give one number to two people.
  if (has('backOfficeId')) {
    const isTold = has('phone') || has('wechatId') || isSameName;
    verdicts.push(isTold && !isOtherAccount ? 'certain' : isTold ? 'likely' : 'possible');
  }
  if (has('phone')) {
    if (isSameName) verdicts.push(isOtherAccount ? 'likely' : 'certain');
    else verdicts.push(isOtherAccount ? 'possible' : 'likely');
  }
  if (has('nicknameDoor') || has('nameMaskedPhone') || has('nameAddress')) {
    const against = [isOtherAccount, differs('phone'), !isSameName].filter(Boolean).length;
    if (against < 2) verdicts.push(against === 0 ? 'likely' : 'possible');
  }
  return CONFIDENCES.find((level) => verdicts.includes(level));
}

/** The same name, the nickname of one being the name of the other, or one that is no name at all. */
function namesAgree(source: DuplicateSource, a: number, b: number): boolean {
  const namesOf = (row: number) =>
    [source.text('name', row), source.text('groupNickname', row)].flatMap((text) => {
      const folded = foldText(text ?? '');
      return folded === '' ? [] : [folded];
    });
  const [x, y] = [namesOf(a), namesOf(b)];
  const isNobody = (names: string[]) => names.every((name) => NO_NAME.test(name));
  return isNobody(x) || isNobody(y) || x.some((name) => y.includes(name));
}
