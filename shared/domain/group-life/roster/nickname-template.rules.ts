import type { Group } from '@shared/domain/groups/group.schema';
import { foldText } from '@shared/domain/import/cells/text-cell';
import { withoutPictures } from './name-key';

export const NICKNAME_PARTS = ['region', 'shop', 'name', 'phone', 'other'] as const;
export type NicknamePart = (typeof NICKNAME_PARTS)[number];

const PART_NAMES: Readonly<Record<string, NicknamePart>> = {
  地区: 'region',
  区域: 'region',
  城市: 'region',
  region: 'region',
  city: 'region',
  店名: 'shop',
  门店: 'shop',
  店铺: 'shop',
  shop: 'shop',
  store: 'shop',
  姓名: 'name',
  名字: 'name',
  昵称: 'name',
  称呼: 'name',
  name: 'name',
  手机尾号: 'phone',
  尾号: 'phone',
  phone: 'phone',
};

export type NicknameField = {
  part: NicknamePart;
  /** As the template calls it, for sentences: `地区`. */
  label: string;
  /** `{尾号?}` may be left out. */
  isOptional: boolean;
};

export const DEFAULT_NICKNAME_TEMPLATE = '{地区}-{店名}-{姓名}';
/** What newcomers among consumers are invited to, where nothing is asked of them. */
export const CONSUMER_NICKNAME_TEMPLATE = '{地区}-{姓名}';

/** As the trade writes them; parts are understood in both languages. */
export const READY_NICKNAME_TEMPLATES = [
  DEFAULT_NICKNAME_TEMPLATE,
  '{店名}-{姓名}',
  CONSUMER_NICKNAME_TEMPLATE,
  '{姓名}-{手机尾号}',
  '{地区}-{店名}-{姓名}-{手机尾号?}',
] as const;

/** What stands between the parts; people type any of these and mean the same. */
const SEPARATOR = /[\s\-－—–_＿·・.。/／\\|｜~～+＋]+/u;
const FIELD = /[{｛]\s*([^{}｛｝?？]{1,20})\s*([?？]?)\s*[}｝]/gu;

/** The parts of a template, in their order; empty when it has none, which checks nothing. */
export function templateFields(template: string): NicknameField[] {
  return [...template.matchAll(FIELD)].map(([, name = '', mark = '']) => {
    const label = name.trim();
    return {
      part: PART_NAMES[label.toLowerCase()] ?? 'other',
      label,
      isOptional: mark !== '',
    };
  });
}

/** Whose template it is: the group's own, the common one as set or as it came, or nobody's. */
export type TemplateSource = 'group' | 'workspace' | 'default' | 'none';

/**
 * The template that nicknames in a group are held against: its own, else the common one. A group of
 * consumers has no shops to name: a common template that asks for one is not for it, and until it
 * has its own nothing is checked (`none`, an empty template).
 */
export function templateInUse(
  group: Pick<Group, 'identity' | 'nicknameTemplate'> | undefined,
  common: string | undefined,
): { template: string; from: TemplateSource } {
  if (group?.nicknameTemplate !== undefined) {
    return { template: group.nicknameTemplate, from: 'group' };
  }
  const template = common ?? DEFAULT_NICKNAME_TEMPLATE;
  const asksForShop = templateFields(template).some(({ part }) => part === 'shop');
  if (group?.identity === 'consumer' && asksForShop) return { template: '', from: 'none' };
  return { template, from: common === undefined ? 'default' : 'workspace' };
}

/** A template as people are told of it, without its braces. */
export const bareTemplate = (template: string): string =>
  template.replace(FIELD, (_, name: string) => name.trim());

/** A nickname as the template wants it: every field as `sampleOf` fills it in. */
export function nicknameExample(
  template: string,
  sampleOf: (part: NicknamePart) => string,
): string {
  return template.replace(FIELD, (_, name: string) =>
    sampleOf(PART_NAMES[name.trim().toLowerCase()] ?? 'other'),
  );
}

/** Why a nickname does not follow the template; `label` is the template's own word for the part. */
export type NicknameFault =
  | { kind: 'tooFewParts'; found: number; wanted: number }
  | { kind: 'tooManyParts'; found: number; wanted: number }
  | { kind: 'unknownRegion'; label: string; value: string }
  | { kind: 'placeholder'; label: string; value: string }
  | { kind: 'badPart'; label: string; value: string };

export type NicknameCheck = {
  /** The parts that were read, where the number of parts fits. */
  parts: Partial<Record<NicknamePart, string>>;
  faults: NicknameFault[];
};

/** Copied from the template or the example without being filled in. */
const PLACEHOLDER =
  /^(?:地区|区域|城市|某地|店名|门店|店铺|某店|姓名|名字|昵称|称呼|尾号|手机尾号|x{2,}|×{2,}|某某|未知|无|name|shop|region|city)$/iu;

/**
 * Whether a nickname follows the template. Separators are interchangeable (`-`, `—`, `·`, `/`, `|`,
 * blanks …), emoji do not count. A region must be one of `regions` (with or without 省/市/区/县; none
 * given: any word of Han characters or letters), a name has 1–12 letters without digits, a shop at
 * least two signs, a phone part is 4 or 11 digits.
 */
export function checkNickname(
  nickname: string,
  template: string,
  regions: readonly string[],
): NicknameCheck {
  const fields = templateFields(template);
  if (fields.length === 0) return { parts: {}, faults: [] };
  const pieces = withoutPictures(nickname.normalize('NFKC'))
    .split(SEPARATOR)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const wanted = fields.length;
  const needed = fields.filter(({ isOptional }) => !isOptional);
  const found = pieces.length;
  if (found < needed.length) {
    return { parts: {}, faults: [{ kind: 'tooFewParts', found, wanted: needed.length }] };
  }
  if (found > wanted) return { parts: {}, faults: [{ kind: 'tooManyParts', found, wanted }] };
  const used = fieldsFor(fields, found);
  const check: NicknameCheck = { parts: {}, faults: [] };
  for (const [at, field] of used.entries()) {
    const value = pieces[at] ?? '';
    check.parts[field.part] ??= value;
    const fault = faultOf(field, value, regions);
    if (fault) check.faults.push(fault);
  }
  return check;
}

/** Optional parts are left out from the end, as many as are missing. */
function fieldsFor(fields: readonly NicknameField[], count: number): NicknameField[] {
  let spare = fields.length - count;
  const kept = [...fields].reverse().filter(({ isOptional }) => {
    if (!isOptional || spare === 0) return true;
    spare -= 1;
    return false;
  });
  return kept.reverse();
}

function faultOf(
  { part, label }: NicknameField,
  value: string,
  regions: readonly string[],
): NicknameFault | undefined {
  if (PLACEHOLDER.test(value)) return { kind: 'placeholder', label, value };
  if (part === 'region') {
    return isRegion(value, regions) ? undefined : { kind: 'unknownRegion', label, value };
  }
  const isFine: Record<Exclude<NicknamePart, 'region'>, RegExp> = {
    name: /^[\p{L}·'’()]{1,12}$/u,
    shop: /^(?=.*\p{L}).{2,30}$/u,
    phone: /^(?:\d{4}|1[3-9]\d{9})$/,
    other: /^.{1,30}$/u,
  };
  return isFine[part].test(value) ? undefined : { kind: 'badPart', label, value };
}

const SUFFIX = /(?:特别行政区|自治区|自治州|地区|省|市|区|县|镇)$/u;

/** `杭州市` is 杭州, `浙江省杭州市` ends with it. A region nobody knows yet is for the leader to add. */
function isRegion(value: string, regions: readonly string[]): boolean {
  const bare = regionKey(value);
  if (regions.length === 0) return /^\p{L}{1,10}$/u.test(value);
  return regions.some((region) => {
    const known = regionKey(region);
    return (
      known !== '' && (known === bare || endsWithPlace(bare, known) || endsWithPlace(known, bare))
    );
  });
}

const endsWithPlace = (long: string, short: string) => short.length >= 2 && long.endsWith(short);

/** Every nickname is held against every region: each is folded once. */
const regionKeys = new Map<string, string>();
const MOST_KEPT = 5000;

/** A region as it is compared: folded, without 省/市/区/县 at its end unless that leaves one sign. */
export function regionKey(region: string): string {
  const known = regionKeys.get(region);
  if (known !== undefined) return known;
  const folded = foldText(region);
  const bare = folded.replace(SUFFIX, '');
  const key = bare.length >= 2 ? bare : folded;
  if (regionKeys.size >= MOST_KEPT) regionKeys.clear();
  regionKeys.set(region, key);
  return key;
}

export type NicknameViolator = { memberId: string; nickname: string; faults: NicknameFault[] };

/** Who inside does not follow the template, in the order given. */
export function nicknameViolators(
  people: readonly { memberId: string; nickname: string }[],
  template: string,
  regions: readonly string[],
): NicknameViolator[] {
  return people.flatMap(({ memberId, nickname }) => {
    const { faults } = checkNickname(nickname, template, regions);
    return faults.length === 0 ? [] : [{ memberId, nickname, faults }];
  });
}

/** Ready-made words to violators; every name in braces is filled by `violatorMessage`. */
export const VIOLATOR_TEXT = {
  zh: '{名单} 请按「{模板}」改一下群昵称，例如「{例子}」。方便大家认识你，找货、取货也快。谢谢配合～',
  en: '{names}: please change your name in this group to “{template}”, for example “{example}”. It helps everybody know who you are. Thank you.',
} as const;

const VARIABLES = {
  names: ['名单', 'names'],
  template: ['模板', 'template'],
  example: ['例子', 'example'],
  group: ['群名', 'group'],
  count: ['人数', 'count'],
} as const;

/**
 * The message to those whose nickname has to change: `{名单}` their names with @, `{模板}` the template
 * without its braces, `{例子}`, `{群名}`, `{人数}`; words in braces that are none of these stay.
 */
export function violatorMessage(
  text: string,
  values: { nicknames: readonly string[]; template: string; example: string; group: string },
): string {
  const filled: Record<keyof typeof VARIABLES, string> = {
    names: values.nicknames.map((it) => `@${it}`).join(' '),
    template: bareTemplate(values.template),
    example: values.example,
    group: values.group,
    count: String(values.nicknames.length),
  };
  return Object.entries(VARIABLES).reduce(
    (left, [key, names]) =>
      names.reduce<string>(
        (it, name) => it.replaceAll(`{${name}}`, filled[key as keyof typeof VARIABLES]),
        left,
      ),
    text,
  );
}
