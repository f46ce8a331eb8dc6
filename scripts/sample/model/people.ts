import type { Identity, Member } from '@shared/domain/members/member.schema';
import { instant } from '../clock';
import { uuidV7 } from '../ids';
import { eraOf, type Gender, givenName } from '../names/given-names';
import { nickname, wechatId } from '../names/nicknames';
import { onlineShopName, shopName } from '../names/shops';
import { SURNAMES } from '../names/surnames';
import { HABITS, type Persona, personaAt } from '../personas';
import { MOBILE_PREFIXES, subscriberDigits } from '../phones';
import { COMMUNITIES, type Community, home } from '../places';
import { Random } from '../random';
import { WeightedList } from '../weighted';
import { type SampleOptions, windowOf, withDefaults } from './options';
import { tagsOf } from './tags';

/** A member and what the generator knows besides. */
export type Person = {
  member: Member;
  persona: Persona;
  nickname: string;
  community: Community;
  tags: readonly string[];
  isStranger: boolean;
  /** Buying starts the day after joining; 0 for people who only read along. */
  ordersPerWeek: number;
  joinedDay: number;
  /** The last day on which they still buy. */
  goneDay: number;
};

const MEMBER_STREAM = 1;
/** Groups are older than the history that was exported. */
const DAYS_BEFORE = 400;

const surnames = new WeightedList(SURNAMES);
const communities = new WeightedList(
  COMMUNITIES.map((community, i) => [community, 1 / (i + 2)] as const),
);
const CHANNELS: Record<Persona, WeightedList<string>> = {
  silver: new WeightedList([
    ['门店扫码', 34],
    ['地推', 30],
    ['老带新', 28],
    ['物业群转入', 8],
  ]),
  youth: new WeightedList([
    ['小红书', 28],
    ['抖音', 22],
    ['老带新', 26],
    ['朋友圈', 16],
    ['企微活码', 8],
  ]),
  middle: new WeightedList([
    ['老带新', 36],
    ['企微活码', 20],
    ['朋友圈', 16],
    ['公众号', 12],
    ['物业群转入', 10],
    ['地推', 6],
  ]),
};

const identityAt = (random: Random): Identity => {
  const roll = random.unit();
  if (roll < 0.93) return 'consumer';
  return roll < 0.975 ? 'store' : 'online';
};

const memberIdAt = (index: number, seed: number): string => {
  const random = new Random(seed, MEMBER_STREAM + 100, index);
  // All of a roster is imported in one moment, so the ids rise with the rows.
  return uuidV7(
    1_767_225_600_000 + (index >>> 12),
    index & 0xfff,
    random.uint32(),
    random.uint32(),
  );
};

/** The person at a place of the roster; asking again gives the same person. */
export function personAt(index: number, options: SampleOptions): Person {
  const { seed } = options;
  const random = new Random(seed, MEMBER_STREAM, index);
  const persona = personaAt(index, seed);
  const habits = HABITS[persona];
  const isStranger = index >= options.members;

  const gender: Gender = random.isHit(habits.femaleShare) ? 'female' : 'male';
  const birthYear = random.between(habits.bornFrom, habits.bornTo);
  const surname = surnames.draw(random);
  const name = `${surname}${givenName(random, eraOf(birthYear), gender)}`;
  const community = communities.draw(random);
  const { address, short } = home(random, community);
  const nick = nickname(random, persona, gender, name);
  const identity = isStranger ? 'consumer' : identityAt(random);
  const shop =
    identity === 'store'
      ? shopName(random, surname, community.name)
      : identity === 'online'
        ? onlineShopName(random)
        : undefined;
  const phone = `${random.pick(MOBILE_PREFIXES)}${subscriberDigits(index, seed)}`;

  const { firstDay, lastDay } = windowOf(options);
  const span = DAYS_BEFORE + options.days;
  // The first member is the leader's neighbour: there from the start, and buys.
  const isFirst = index === 0;
  const joinedAgo = isFirst ? span : Math.floor(span * (1 - random.unit() ** 0.8));
  const joinedDay = Math.max(firstDay - DAYS_BEFORE, lastDay - joinedAgo);
  const joinedSecond = random.between(8 * 3600, 22 * 3600);
  const staysDays = random.isHit(0.42) ? 14 + random.exponential(210) : Number.POSITIVE_INFINITY;
  const readsOnly = !isFirst && !isStranger && random.isHit(0.14);
  const hasPhone = !readsOnly || random.isHit(0.55);
  const eagerness = random.gamma(0.9) / 0.9;
  const birthday = random.isHit(0.3)
    ? `${birthYear}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`
    : undefined;

  const member: Member = {
    id: memberIdAt(index, seed),
    name: shop ?? name,
    ...(hasPhone ? { phone: `+86${phone}` } : {}),
    wechatId: wechatId(random, index),
    groupNickname: shop ? `${shop}-${surname}老板` : random.isHit(0.7) ? `${short} ${nick}` : nick,
    identity,
    channel: CHANNELS[persona].draw(random),
    region: `${community.city.replace('市', '')}${community.district}`,
    address,
    gender,
    ...(birthday ? { birthday } : {}),
    ...(shop ? { note: `联系人：${name}` } : {}),
    source: 'sample',
    joinedAt: instant(joinedDay, joinedSecond),
  };
  return {
    member,
    persona,
    nickname: nick,
    community,
    tags: tagsOf(random, persona, identity),
    isStranger,
    ordersPerWeek: readsOnly ? 0 : Math.max(isFirst ? 1 : 0.02, habits.ordersPerWeek * eagerness),
    joinedDay,
    goneDay: isFirst ? lastDay : joinedDay + staysDays,
  };
}

/** Everybody, in the order of the roster; strangers come last. */
export const everybody = (options: SampleOptions): Person[] =>
  Array.from({ length: options.members + options.strangers }, (_, i) => personAt(i, options));

/** Rows for the store, in rising order of their ids, a few thousand at a time. */
export function* generateMembers(
  n: number,
  seed: number,
  options: Partial<Omit<SampleOptions, 'members' | 'seed'>> & { chunkSize?: number } = {},
): Generator<Member[]> {
  const { chunkSize = 4096, ...rest } = options;
  const settings = withDefaults({ ...rest, members: n, seed });
  for (let start = 0; start < n; start += chunkSize) {
    const size = Math.min(chunkSize, n - start);
    yield Array.from({ length: size }, (_, i) => personAt(start + i, settings).member);
  }
}
