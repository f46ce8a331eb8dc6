import { phoneOfText } from '@shared/domain/import/cells/phone-cell';
import { foldText } from '@shared/domain/import/cells/text-cell';
import { idKey, type TraceMember } from './audit-match.rules';

/** A pasted line as it was read: nickname, phone and WeChat ID in any order. */
export type PastedLine = {
  raw: string;
  nickname: string;
  phone?: string;
  wechatId?: string;
};

const SPLIT = /[\t,，;；|｜]+|\s{1,}/u;
const LABEL = /(?:微信号?|wechat|wx|vx|v信|手机号?|电话|tel|昵称|姓名)\s*[:：]\s*/giu;
/** WeChat's own rule: 6 to 20 signs, a letter first. */
const WECHAT = /^[a-z][-_a-z0-9]{5,19}$/i;
const PHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
const NUMBERING = /^\s*\d{1,4}[.、)）]\s*/;
const MOST_LINES = 5000;

/** Reads lines such as `小周 13800138000 zhou_88`; empty lines are left out. */
export function readPastedLines(text: string): PastedLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .map(readLine);
}

function readLine(raw: string): PastedLine {
  const plain = raw.normalize('NFKC').replace(NUMBERING, '').replace(LABEL, ' ');
  const found = PHONE.exec(plain);
  const cell = found ? phoneOfText(found[0]) : undefined;
  const phone = cell?.kind === 'phone' ? cell.phone : undefined;
  const rest = phone && found ? plain.replace(found[0], ' ') : plain;
  const words = rest.split(SPLIT).filter((word) => word !== '');
  // A name may look like a WeChat ID; the last word that does is the id, unless it stands alone.
  const at = words.findLastIndex((word) => WECHAT.test(word));
  const isId =
    at >= 0 && (words.length > 1 || phone !== undefined || /[\d_-]/.test(words[at] ?? ''));
  const wechatId = isId ? words[at] : undefined;
  const nickname = words.filter((_, i) => !isId || i !== at).join(' ');
  return { raw, nickname, ...(phone && { phone }), ...(wechatId && { wechatId }) };
}

/**
 * What becomes of a line: `queued` (in the queue already), `member` (found in the roster), `new`,
 * `again` (the same person as a line above), `unclear` (phone and WeChat ID are two people's, or
 * several bear the nickname) and `empty` (nothing to tell a person by).
 */
export type LineFate = 'member' | 'new' | 'queued' | 'again' | 'unclear' | 'empty';
export type PlannedLine = PastedLine & { fate: LineFate; memberId?: string; memberName?: string };

/**
 * Matches lines to members: by phone and WeChat ID, else by the nickname where exactly one member
 * bears it as name or group nickname. Nothing is merged: whoever is unclear is left to a person.
 */
export function planPastedLines(
  lines: readonly PastedLine[],
  roster: readonly TraceMember[],
  queuedIds: ReadonlySet<string>,
): PlannedLine[] {
  const index = indexOf(roster);
  const seen = new Set<string>();
  const newCalls = new Set<string>();
  return lines.map((line) => {
    const planned = planLine(line, index, queuedIds);
    const call = foldText(line.nickname);
    if (planned.fate === 'new' && !line.phone && !line.wechatId && newCalls.has(call)) {
      return { ...planned, fate: 'unclear' as const };
    }
    if (planned.fate === 'new') newCalls.add(call);
    const keys =
      planned.memberId !== undefined
        ? [planned.memberId]
        : [line.phone, idKey('wechatId', line.wechatId)].filter((key) => key);
    const isAgain = planned.fate !== 'empty' && keys.some((key) => seen.has(String(key)));
    for (const key of keys) seen.add(String(key));
    return isAgain ? { ...planned, fate: 'again' as const } : planned;
  });
}

type RosterIndex = Record<'phone' | 'wechat' | 'call', Map<string, Set<TraceMember>>>;

function indexOf(roster: readonly TraceMember[]): RosterIndex {
  const index: RosterIndex = { phone: new Map(), wechat: new Map(), call: new Map() };
  const put = (map: Map<string, Set<TraceMember>>, key: string, member: TraceMember) => {
    if (key === '') return;
    const known = map.get(key);
    if (known) known.add(member);
    else map.set(key, new Set([member]));
  };
  for (const member of roster) {
    put(index.phone, member.phone ?? '', member);
    put(index.wechat, idKey('wechatId', member.wechatId), member);
    put(index.call, foldText(member.name), member);
    put(index.call, foldText(member.groupNickname ?? ''), member);
  }
  return index;
}

function planLine(
  line: PastedLine,
  index: RosterIndex,
  queuedIds: ReadonlySet<string>,
): PlannedLine {
  const byId = new Set([
    ...(index.phone.get(line.phone ?? '') ?? []),
    ...(index.wechat.get(idKey('wechatId', line.wechatId)) ?? []),
  ]);
  const hasId = line.phone !== undefined || line.wechatId !== undefined;
  const byName = hasId ? [] : [...(index.call.get(foldText(line.nickname)) ?? [])];
  const found = byId.size > 0 ? [...byId] : byName;
  const [only, second] = found;
  if (second) return { ...line, fate: 'unclear' };
  if (only) {
    const fate = queuedIds.has(only.id) ? 'queued' : 'member';
    return { ...line, fate, memberId: only.id, memberName: only.name };
  }
  if (line.nickname === '' && !hasId) return { ...line, fate: 'empty' };
  return { ...line, fate: 'new' };
}
