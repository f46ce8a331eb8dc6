import { foldText } from '@shared/domain/import/cells/text-cell';
import { callParts } from '@shared/domain/sop/audit-calls';
import { nameKey } from './name-key';
import { checkNickname, regionKey } from './nickname-template.rules';
import type { RosterEntry } from './roster-parse.rules';

/** A member as the matching sees them. */
export type RosterPerson = {
  memberId: string;
  name: string;
  groupNickname?: string | undefined;
  wechatId?: string | undefined;
  /** E.164. */
  phone?: string | undefined;
  region?: string | undefined;
};

/** A place in the group of the list, now or formerly. */
export type RosterPlace = {
  memberId: string;
  nickname?: string | undefined;
  leftAt?: number | undefined;
};

/** What speaks for somebody; on screen each has its words. */
export type MatchReason =
  | 'wechatId'
  | 'nicknameHere'
  | 'phone'
  | 'name'
  | 'groupNickname'
  | 'region'
  | 'shop'
  | 'phoneTail'
  | 'partOfName'
  | 'isInside'
  | 'wasInside';

export type MatchCandidate = { memberId: string; reasons: MatchReason[] };

export type EntryMatch =
  | { kind: 'sure'; memberIds: string[]; by: MatchReason }
  | { kind: 'unsure'; candidates: MatchCandidate[] }
  | { kind: 'unknown' };

const MOST_CANDIDATES = 8;

/** A nickname that may be a WeChat id: what the platform allows as one. */
const LIKE_WECHAT_ID = /^[a-z][\w-]{5,19}$/i;

type Index = Map<string, RosterPerson[]>;

function addTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  if (key === '') return;
  const own = map.get(key);
  if (own) own.push(value);
  else map.set(key, [value]);
}

/** Members by what a nickname may hold of them; built once for lists of any length. */
export class RosterIndex {
  readonly byId = new Map<string, RosterPerson>();
  readonly byWechat: Index = new Map();
  readonly byPhone: Index = new Map();
  readonly byTail: Index = new Map();
  readonly byName: Index = new Map();
  readonly byNickname: Index = new Map();
  readonly byPiece: Index = new Map();

  constructor(people: Iterable<RosterPerson>) {
    for (const person of people) this.put(person);
  }

  /** Adds somebody, or puts them in the place of what was known of them. */
  put(person: RosterPerson): void {
    this.remove(person.memberId);
    this.byId.set(person.memberId, person);
    for (const [map, key] of this.keysOf(person)) addTo(map, key, person);
  }

  remove(memberId: string): void {
    const known = this.byId.get(memberId);
    if (!known) return;
    this.byId.delete(memberId);
    for (const [map, key] of this.keysOf(known)) {
      const others = map.get(key)?.filter((it) => it !== known) ?? [];
      if (others.length > 0) map.set(key, others);
      else map.delete(key);
    }
  }

  private keysOf({
    name,
    groupNickname,
    phone,
    region,
    wechatId,
  }: RosterPerson): [Index, string][] {
    const keys: [Index, string][] = [[this.byName, nameKey(name)]];
    if (groupNickname) keys.push([this.byNickname, nameKey(groupNickname)]);
    if (wechatId) keys.push([this.byWechat, wechatId.toLowerCase()]);
    if (phone) {
      keys.push([this.byPhone, phone.replace(/^\+86/, '')], [this.byTail, phone.slice(-4)]);
    }
    const pieces = [...callParts(name, region).calls, ...callParts(groupNickname, region).calls];
    for (const piece of new Set(pieces)) keys.push([this.byPiece, piece]);
    return keys;
  }
}

export type MatchWorld = {
  index: RosterIndex;
  /** Everybody who is or was in the group. */
  places: readonly RosterPlace[];
  template: string;
  regions: readonly string[];
};

/**
 * Who each entry is. Sure are, in this order: the WeChat id, the phone of a column, the very nickname
 * that somebody bore in this group, a whole mobile number in the name, the one person of that nickname or name (of several the only one inside), the
 * name inside the template together with region, shop, the phone's last four digits or being inside. Everything less
 * is a question with candidates and what speaks for each. Nobody is matched twice: the later entry
 * becomes a question; so does somebody whose WeChat id or phone on record is another than the list's.
 */
export function matchEntries(entries: readonly RosterEntry[], world: MatchWorld): EntryMatch[] {
  const matcher = new Matcher(world);
  const matches = entries.map((entry) => matcher.match(entry));
  const taken = new Set<string>();
  return matches.map((match): EntryMatch => {
    if (match.kind !== 'sure') return match;
    const free = match.memberIds.filter((id) => !taken.has(id));
    for (const id of free) taken.add(id);
    if (free.length > 0) return { ...match, memberIds: free };
    return matcher.ask(match.memberIds.map((memberId) => ({ memberId, reasons: [match.by] })));
  });
}

class Matcher {
  private readonly inside = new Set<string>();
  private readonly formerly = new Set<string>();
  private readonly byNicknameHere = new Map<string, string[]>();

  constructor(private readonly world: MatchWorld) {
    for (const { memberId, nickname, leftAt } of world.places) {
      (leftAt === undefined ? this.inside : this.formerly).add(memberId);
      if (nickname) addTo(this.byNicknameHere, nameKey(nickname), memberId);
    }
  }

  match(entry: RosterEntry): EntryMatch {
    const byId = this.byWechat(entry) ?? this.byPhoneColumn(entry);
    if (byId) return byId;
    const found =
      this.byNicknames(entry) ?? this.byPhone(entry) ?? this.byNames(entry) ?? this.byParts(entry);
    if (found.kind !== 'sure') return found;
    const isOther = found.memberIds.some((id) => this.contradicts(entry, id));
    if (!isOther) return found;
    return this.ask(found.memberIds.map((memberId) => ({ memberId, reasons: [found.by] })));
  }

  /** What the list says of the person and what is on record cannot both be true. */
  private contradicts({ wechatId, phone }: RosterEntry, memberId: string): boolean {
    const known = this.world.index.byId.get(memberId);
    const isOtherId = wechatId && known?.wechatId && known.wechatId.toLowerCase() !== wechatId;
    const isOtherPhone = phone && known?.phone && !known.phone.endsWith(phone);
    return Boolean(isOtherId || isOtherPhone);
  }

  private byWechat({ name, wechatId }: RosterEntry): EntryMatch | undefined {
    const said = wechatId ?? (LIKE_WECHAT_ID.test(name) ? name.toLowerCase() : undefined);
    if (said === undefined) return undefined;
    return this.choose(idsOf(this.world.index.byWechat.get(said) ?? []), 'wechatId', 1);
  }

  private byPhoneColumn({ phone }: RosterEntry): EntryMatch | undefined {
    const found = phone === undefined ? [] : (this.world.index.byPhone.get(phone) ?? []);
    return this.choose(idsOf(found), 'phone', 1);
  }

  private byNicknames({ name, alsoNames, count }: RosterEntry): EntryMatch | undefined {
    const here = [name, ...alsoNames].flatMap((it) => this.byNicknameHere.get(nameKey(it)) ?? []);
    return this.choose([...new Set(here)], 'nicknameHere', count);
  }

  private byPhone({ name }: RosterEntry): EntryMatch | undefined {
    const found = callParts(name).mobiles.flatMap((it) => this.world.index.byPhone.get(it) ?? []);
    return this.choose(idsOf(found), 'phone', 1);
  }

  private byNames({ name, alsoNames, count }: RosterEntry): EntryMatch | undefined {
    const { byName, byNickname } = this.world.index;
    const keys = [name, ...alsoNames].map(nameKey);
    const nicknames = idsOf(keys.flatMap((it) => byNickname.get(it) ?? []));
    const names = idsOf(keys.flatMap((it) => byName.get(it) ?? []));
    return this.choose(nicknames, 'groupNickname', count) ?? this.choose(names, 'name', count);
  }

  /** The only one, or as many inside as the list has lines of the name; of several a question. */
  private choose(ids: string[], by: MatchReason, count: number): EntryMatch | undefined {
    if (ids.length === 0) return undefined;
    if (ids.length <= count) return { kind: 'sure', memberIds: ids, by };
    const inside = ids.filter((id) => this.inside.has(id));
    if (inside.length > 0 && inside.length <= count) return { kind: 'sure', memberIds: inside, by };
    return this.ask(ids.map((memberId) => ({ memberId, reasons: [by] })));
  }

  private byParts({ name }: RosterEntry): EntryMatch {
    const { index, template, regions } = this.world;
    const { parts, faults } = checkNickname(name, template, regions);
    const isByTemplate = faults.length === 0 && parts.name !== undefined;
    const { calls, numbers } = callParts(name);
    const named = isByTemplate ? [foldText(parts.name ?? '')] : [];
    const reasons = new Map<string, Set<MatchReason>>();
    const note = (people: readonly RosterPerson[], reason: MatchReason) => {
      for (const { memberId } of people) {
        reasons.set(memberId, (reasons.get(memberId) ?? new Set()).add(reason));
      }
    };
    for (const call of new Set([...named, ...calls])) {
      const whole = index.byName.get(call) ?? [];
      note(whole, 'name');
      const isWhole = new Set(idsOf(whole));
      const part = (index.byPiece.get(call) ?? []).filter(({ memberId }) => !isWhole.has(memberId));
      note(part, foldText(parts.shop ?? '') === call ? 'shop' : 'partOfName');
    }
    for (const number of numbers) {
      const tail = /(\d{4})$/.exec(number)?.[1];
      if (tail && number.length <= 6) note(index.byTail.get(tail) ?? [], 'phoneTail');
    }
    for (const [memberId, own] of reasons) {
      const region = index.byId.get(memberId)?.region;
      if (region && says(name, region)) own.add('region');
    }
    const candidates = [...reasons].map(([memberId, own]) => ({ memberId, reasons: [...own] }));
    const strong = candidates.filter(
      ({ memberId, reasons: own }) =>
        isStrong(own) || (own.includes('name') && this.inside.has(memberId)),
    );
    const [only, second] = strong;
    if (only && !second) {
      const by = only.reasons.includes('phoneTail') ? 'phoneTail' : 'name';
      return { kind: 'sure', memberIds: [only.memberId], by };
    }
    return this.ask(candidates);
  }

  ask(candidates: readonly MatchCandidate[]): EntryMatch {
    const seen = candidates.map(({ memberId, reasons }) => ({
      memberId,
      reasons: [...reasons, ...this.presence(memberId)],
    }));
    // Half a name fits too many to be a question, unless the person is or was here.
    const worth = seen.filter(
      ({ reasons }) => reasons.length > 1 || !reasons.includes('partOfName') || seen.length === 1,
    );
    if (worth.length === 0) return { kind: 'unknown' };
    worth.sort((a, b) => weight(b) - weight(a) || (a.memberId < b.memberId ? -1 : 1));
    return { kind: 'unsure', candidates: worth.slice(0, MOST_CANDIDATES) };
  }

  private presence(memberId: string): MatchReason[] {
    if (this.inside.has(memberId)) return ['isInside'];
    return this.formerly.has(memberId) ? ['wasInside'] : [];
  }
}

const idsOf = (people: readonly RosterPerson[]) => [...new Set(people.map((it) => it.memberId))];

const says = (name: string, region: string) => foldText(name).includes(regionKey(region));

/** The name and something that tells people of one name apart. */
function isStrong(reasons: readonly MatchReason[]): boolean {
  const isNamed = reasons.includes('name') || reasons.includes('partOfName');
  const hasTail = reasons.includes('phoneTail');
  return (
    (isNamed && (hasTail || reasons.includes('shop'))) ||
    (reasons.includes('name') && reasons.includes('region')) ||
    (hasTail && reasons.includes('region'))
  );
}

const WEIGHTS: Readonly<Record<MatchReason, number>> = {
  wechatId: 9,
  nicknameHere: 8,
  phone: 8,
  groupNickname: 5,
  name: 4,
  phoneTail: 4,
  isInside: 3,
  shop: 2,
  wasInside: 2,
  region: 1,
  partOfName: 1,
};
const weight = ({ reasons }: MatchCandidate) =>
  reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
