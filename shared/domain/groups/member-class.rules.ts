import type { Identity } from '@shared/domain/members/member.schema';
import { doorOf, type EntryPerson, isAmong } from './entry.rules';
import type { Group } from './group.schema';
import type { MemberClass } from './member-class.schema';

type Language = 'zh' | 'en';
type Trait = 'identity' | 'channel' | 'region';

/** A person's class with the conditions that made it so, or what every class missed. */
export type ClassVerdict =
  | { classId: string; fits: { trait: Trait; isNamed: boolean }[] }
  | { classId: undefined; misses: { classId: string; traits: Trait[] }[] };

/** The classes in the order in which they are tried; those put away are not. */
function classesInOrder(classes: readonly MemberClass[]): MemberClass[] {
  return classes
    .filter(({ isArchived }) => !isArchived)
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

/**
 * The first class whose conditions all fit, and which of them name the person's trait (the others
 * take any). When none fits: what each class missed.
 */
export function classOf(person: EntryPerson, classes: readonly MemberClass[]): ClassVerdict {
  const misses: { classId: string; traits: Trait[] }[] = [];
  for (const it of classesInOrder(classes)) {
    const traits = missedTraits(person, it);
    if (traits.length > 0) {
      misses.push({ classId: it.id, traits });
      continue;
    }
    const fits = [
      { trait: 'identity' as const, isNamed: it.identities.length > 0 },
      { trait: 'channel' as const, isNamed: it.channels.length > 0 },
      { trait: 'region' as const, isNamed: it.regions.length > 0 },
    ];
    return { classId: it.id, fits };
  }
  return { classId: undefined, misses };
}

function missedTraits(person: EntryPerson, it: MemberClass): Trait[] {
  const missed: Trait[] = [];
  if (!isAmong(person.identity, it.identities)) missed.push('identity');
  if (!isAmong(person.channel, it.channels)) missed.push('channel');
  if (!isAmong(person.region, it.regions)) missed.push('region');
  return missed;
}

const READY: { id: string; identity: Identity; zh: string; en: string }[] = [
  { id: 'class-store', identity: 'store', zh: '实体门店', en: 'Shops' },
  { id: 'class-online', identity: 'online', zh: '微商/网商', en: 'Online sellers' },
  { id: 'class-consumer', identity: 'consumer', zh: 'C 端', en: 'Consumers' },
];

/** One class an identity, to begin with. */
export function readyClasses(language: Language): MemberClass[] {
  return READY.map(({ id, identity, ...names }, rank) => ({
    id,
    name: names[language],
    identities: [identity],
    channels: [],
    regions: [],
    rank,
  }));
}

/** The leader's own classes, or the ready-made ones while there are none. */
export function classesInUse(stored: readonly MemberClass[], language: Language): MemberClass[] {
  return stored.length > 0 ? classesInOrder(stored) : readyClasses(language);
}

/** The groups that people of the class are placed into: oldest first, those dissolved left out. */
export function groupsOfClass<G extends Group>(
  it: MemberClass,
  groups: readonly G[],
  classes: readonly MemberClass[],
): G[] {
  return groups
    .filter((group) => group.phase !== 'dissolved' && isGroupOf(it, group, classes))
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
}

/** A group that names no class belongs to the class of the people it is for. */
function isGroupOf(it: MemberClass, group: Group, classes: readonly MemberClass[]): boolean {
  if (group.classId && classes.some(({ id }) => id === group.classId))
    return group.classId === it.id;
  const [identity] = doorOf({ ...group, classId: undefined }, classes).identities;
  if (!identity) return false;
  const { channel, region } = group;
  return classOf({ identity, channel, region }, classes).classId === it.id;
}

const DEFAULT_PATTERN: Record<Language, string> = {
  zh: '{地区}{分类}{序号}群',
  en: '{region} {class} {n}',
};

export function patternOf(it: MemberClass, language: Language): string {
  return it.groupNamePattern || DEFAULT_PATTERN[language];
}

/**
 * The name of the class's next group: `{n}` or `{序号}` the next number, `{region}` or `{地区}` its
 * regions, `{class}` or `{分类}` its name. Names that a group bears already are passed over; a pattern without `{n}` gets one.
 */
export function nextGroupName(
  it: MemberClass,
  groupCount: number,
  taken: ReadonlySet<string>,
  language: Language,
): string {
  const bare = patternOf(it, language);
  const pattern = /\{(n|序号)\}/.test(bare) ? bare : `${bare} {n}`;
  const fill = (n: number) =>
    pattern
      .replace(/\{(region|地区)\}/g, () => it.regions.join('·'))
      .replace(/\{(class|分类)\}/g, () => it.name)
      .replace(/\{(n|序号)\}/g, () => String(n))
      .trim()
      .slice(0, 100);
  let n = groupCount + 1;
  // A hundred characters without room for the number would never come free.
  for (const last = n + 1000; taken.has(fill(n)) && n < last; ) n += 1;
  return fill(n);
}

/** So many of one identity in one region make a class of their own worth while: two full groups to be. */
export const SPLIT_AT = 200;

export type SplitSuggestion = { identity: Identity; region: string; count: number };

/**
 * Regions that have enough people of one identity for groups of their own and no class yet, most
 * people first. `counts`: people by identity and region; those without a region say nothing.
 */
export function suggestSplits(
  counts: readonly { identity: Identity; region: string; count: number }[],
  classes: readonly MemberClass[],
): SplitSuggestion[] {
  return counts
    .filter(({ identity, region, count }) => {
      if (identity === 'unknown' || region === '' || count < SPLIT_AT) return false;
      const verdict = classOf({ identity, region }, classes);
      const fits = verdict.classId === undefined ? [] : verdict.fits;
      return !fits.some(({ trait, isNamed }) => trait === 'region' && isNamed);
    })
    .sort((a, b) => b.count - a.count || (a.region < b.region ? -1 : 1));
}
