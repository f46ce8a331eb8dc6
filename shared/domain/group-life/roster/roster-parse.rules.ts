import { nameKey } from './name-key';

/** What the platform says of somebody beside the name. */
export type RosterRole = 'owner' | 'admin';

/** One name of a list. `count`: how many lines bear it (two people may share a nickname). */
export type RosterEntry = {
  /** The name folded, with the WeChat id or phone where the list has one; tells entries apart. */
  key: string;
  name: string;
  /** Other names on the same line, e.g. the WeChat name beside the name inside the group. */
  alsoNames: string[];
  /** From a column of the list; folded. */
  wechatId?: string;
  /** From a column of the list: the eleven digits of a mobile. */
  phone?: string;
  role?: RosterRole;
  count: number;
  /** The first line, from 1. */
  line: number;
};

export type RosterText = {
  entries: RosterEntry[];
  /** Lines that are no name, so that nobody wonders. */
  skipped: { line: number; text: string; reason: 'header' | 'system' | 'tooLong' }[];
  /** What a heading says of the group, e.g. `杭州门店1群(123)`. */
  title?: string;
  /** How many members the heading speaks of. */
  stated?: number;
};

const LONGEST_NAME = 120;
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const NUMBERED = /^(?:[(（【[]?\d{1,4}[)）】\]]|\d{1,4}\s*[.、．:：)）]|[①-⑳])\s*(?!\d)/u;
const BULLET = /^[-–—•·*▪●◦]\s+/u;
const ROLE_WORDS: Readonly<Record<string, RosterRole>> = {
  群主: 'owner',
  群创建者: 'owner',
  owner: 'owner',
  管理员: 'admin',
  群管理员: 'admin',
  admin: 'admin',
};
const ROLE_EDGE =
  /^(?:[[(（【]?(群主|群管理员|管理员)[\])）】]?[\s:：]+|[[(（【](群主|群管理员|管理员)[\])）】])|[\s]*[[(（【](群主|群管理员|管理员|owner|admin)[\])）】]$|\s+(群主|群管理员|管理员)$/iu;
const TITLE = /^(.{0,100}?)\s*[(（]\s*(\d{1,5})\s*人?\s*[)）]$/u;
const STATED =
  /^(?:共|总计|合计|全部|群成员|成员|人数|群聊成员)[:：\s]*(\d{1,5})\s*(?:人|名|位)?(?:成员)?$/u;
const HEADING =
  /^(?:群成员|群聊成员|成员列表|群成员列表|成员名单|群名单|查看更多群成员|收起|聊天成员)$/u;
/** A drawn line; somebody may be called 。 or ---, but hardly ever more. */
const RULE = /^[-—=_*~.…·]{4,}$/u;
const SYSTEM = /(?:加入了?群聊|移出了?群聊|退出了?群聊|邀请.{1,60}加入|修改群名为|撤回了一条消息)/u;
const NICKNAME_HEADS = /^(?:群昵称|群内昵称|群名片|在群昵称|本群昵称)$/u;
const NAME_HEADS =
  /^(?:昵称|微信昵称|微信名|成员|成员名|成员昵称|名称|姓名|名字|nickname|name|member)$/iu;
const WECHAT_HEADS = /^(?:微信号|微信 ?id|wechat ?id|wechat|wxid)$/iu;
const PHONE_HEADS = /^(?:手机号?|手机号码|电话|电话号码|联系电话|phone|mobile)$/iu;
const OTHER_HEADS =
  /^(?:序号|编号|no\.?|#|身份|角色|role|入群时间|进群时间|加入时间|加群时间|入群方式|邀请人|备注|性别|地区|类型|joined)$/iu;

const ALL_HEADS = [NICKNAME_HEADS, NAME_HEADS, WECHAT_HEADS, PHONE_HEADS, OTHER_HEADS];

/**
 * The names of a pasted member list: one a line, or columns by TAB or comma with or without headings;
 * numbering, bullets, `@`, roles (群主, 管理员) and lines of the platform are taken off. Emoji stay in
 * the name and do not count when names are compared. The same name twice is one entry that counts two.
 */
export function parseRosterText(text: string): RosterText {
  const lines = splitLines(text);
  const result: RosterText = { entries: [], skipped: [] };
  const byKey = new Map<string, RosterEntry>();
  const isNumbered = looksNumbered(lines.map(({ text: it }) => it));
  let columns: Columns | undefined;
  for (const { line, text: raw } of lines) {
    const skip = (reason: 'header' | 'system' | 'tooLong') =>
      result.skipped.push({ line, text: raw.slice(0, LONGEST_NAME), reason });
    const bare = (isNumbered ? raw.replace(NUMBERED, '') : raw).replace(BULLET, '').trim();
    const cells = cellsOf(bare, columns);
    const heads = columns ? undefined : headsOf(bare, byKey.size === 0);
    if (heads) {
      columns = heads;
      skip('header');
      continue;
    }
    if (readHeading(bare, byKey.size === 0, result)) {
      skip('header');
      continue;
    }
    if (SYSTEM.test(bare)) {
      skip('system');
      continue;
    }
    const found = columns ? byColumns(cells, columns) : byGuess(cells);
    if (!found) {
      skip('header');
      continue;
    }
    const { name, alsoNames, role, wechatId, phone } = found;
    if (name.length > LONGEST_NAME) {
      skip('tooLong');
      continue;
    }
    const own = { ...(role && { role }), ...(wechatId && { wechatId }), ...(phone && { phone }) };
    const key = [nameKey(name), wechatId ?? phone].filter(Boolean).join(' ');
    const before = byKey.get(key);
    // The same id twice is the same person twice, not two people of one name.
    if (before) before.count += wechatId || phone ? 0 : 1;
    else byKey.set(key, { key, name, alsoNames, ...own, count: 1, line });
  }
  result.entries = [...byKey.values()];
  return result;
}

type Columns = {
  isByComma: boolean;
  names: number[];
  role: number;
  wechatId: number;
  phone: number;
};
type Found = {
  name: string;
  alsoNames: string[];
  role?: RosterRole;
  wechatId?: string;
  phone?: string;
};

function splitLines(text: string): { line: number; text: string }[] {
  const tidy = text.replace(INVISIBLE, '').replace(/[\u00a0\u3000]/g, ' ');
  const lines = tidy
    .split(/\r\n|[\n\r\u2028]/)
    .map((it, at) => ({ line: at + 1, text: it.trim() }));
  const filled = lines.filter((it) => it.text !== '');
  const [only] = filled;
  // A list that was copied in one piece: 小王、小李、小张.
  if (filled.length === 1 && only && only.text.split(/[、;；]/).length > 2) {
    return only.text
      .split(/[、;；]/)
      .flatMap((it) => (it.trim() ? [{ ...only, text: it.trim() }] : []));
  }
  return filled;
}

/** A nickname may begin with a number (7.5折小王): only a list that is numbered throughout is. */
function looksNumbered(lines: readonly string[]): boolean {
  const numbered = lines.filter((line) => NUMBERED.test(line)).length;
  return numbered >= 2 && numbered >= lines.length * 0.6;
}

const unquoted = (cells: string[]) => cells.map((cell) => cell.replace(/^"(.*)"$/s, '$1').trim());

/** A comma without headings may be part of a nickname; a TAB never is. */
function cellsOf(line: string, columns: Columns | undefined): string[] {
  if (columns?.isByComma) return unquoted(line.split(/[,，]/));
  return line.includes('\t') ? unquoted(line.split('\t')) : [line];
}

/** A line of headings; before the first name also one with columns that nobody asked for. */
function headsOf(line: string, isFirst: boolean): Columns | undefined {
  const isByComma = !line.includes('\t');
  const cells = unquoted(line.split(isByComma ? /[,，]/ : '\t'));
  const own = cells.findIndex((cell) => NICKNAME_HEADS.test(cell));
  const plain = cells.findIndex((cell) => NAME_HEADS.test(cell));
  const names = [own, plain].filter((at) => at >= 0);
  const isHead = (cell: string) => cell === '' || ALL_HEADS.some((heads) => heads.test(cell));
  const isTable = isFirst && !isByComma && cells.length > 1;
  if (names.length === 0 || !(isTable || cells.every(isHead))) return undefined;
  const at = (heads: RegExp) => cells.findIndex((cell) => heads.test(cell));
  return {
    isByComma: isByComma && cells.length > 1,
    names,
    role: at(/^(?:身份|角色|role)$/i),
    wechatId: at(WECHAT_HEADS),
    phone: at(PHONE_HEADS),
  };
}

/** Whether the line speaks of the list and not of somebody. */
function readHeading(line: string, isFirst: boolean, result: RosterText): boolean {
  const stated = STATED.exec(line);
  if (stated) {
    result.stated ??= Number(stated[1]);
    return true;
  }
  if (HEADING.test(line) || RULE.test(line)) return true;
  const title = isFirst && result.title === undefined ? TITLE.exec(line) : null;
  if (!title) return false;
  const [, name = '', count] = title;
  if (!HEADING.test(name) && name !== '') result.title = name.trim();
  result.stated ??= Number(count);
  return true;
}

function byColumns(cells: readonly string[], columns: Columns): Found | undefined {
  const { names, role } = columns;
  const [name, ...alsoNames] = names.flatMap((at) => cells[at] || []);
  if (!name) return undefined;
  const tidy = withoutRole(name);
  const own = ROLE_WORDS[(cells[role] ?? '').toLowerCase()] ?? tidy.role;
  const wechatId = (cells[columns.wechatId] ?? '').trim().toLowerCase();
  const digits = (cells[columns.phone] ?? '').replace(/\D/g, '');
  const phone = /^(?:86)?(1[3-9]\d{9})$/.exec(digits)?.[1];
  return {
    name: tidy.name,
    alsoNames: alsoNames.filter((it) => it !== name),
    ...(own && { role: own }),
    ...(wechatId && { wechatId }),
    ...(phone && { phone }),
  };
}

const NO_NAME = /^(?:\d{1,4}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}.*|男|女)$/u;

/** Without headings: the first cell that is no number, date or role. */
function byGuess(cells: readonly string[]): Found | undefined {
  const role = cells.map((cell) => ROLE_WORDS[cell.toLowerCase()]).find(Boolean);
  const names = cells.filter(
    (cell) => cell !== '' && !NO_NAME.test(cell) && !ROLE_WORDS[cell.toLowerCase()],
  );
  const [first] = names;
  if (!first) {
    // A nickname of digits alone on its line is a nickname.
    const [only = ''] = cells;
    return cells.length === 1 && only !== '' && !ROLE_WORDS[only.toLowerCase()]
      ? { name: only, alsoNames: [] }
      : undefined;
  }
  const tidy = withoutRole(first);
  if (tidy.name === '') return undefined;
  const own = role ?? tidy.role;
  return { name: tidy.name, alsoNames: names.slice(1, 2), ...(own && { role: own }) };
}

function withoutRole(text: string): { name: string; role?: RosterRole } {
  const match = ROLE_EDGE.exec(text);
  const word = match?.slice(1).find(Boolean)?.toLowerCase();
  const name = (match ? text.replace(ROLE_EDGE, '') : text).replace(/^[@＠]/u, '').trim();
  const role = word === undefined ? undefined : ROLE_WORDS[word];
  if (name === '') return { name: text };
  return role ? { name, role } : { name };
}
