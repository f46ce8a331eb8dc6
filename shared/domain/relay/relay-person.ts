import { parsePhoneCell } from '@shared/domain/import/cells/phone-cell';
import { COUNT, UNITS } from './relay-text';

const PHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
/** Building and room as people put them beside their name. */
const DOORS: readonly RegExp[] = [
  /(?<![\d.])\d{1,4}弄\s*\d{1,4}(?:[A-Z](?![A-Z]))?(?:号楼?|栋|幢|-)\s*\d{2,4}(?:[A-Z](?![A-Z]))?室?/i,
  /(?<![\d.+x×*])(?:\d{1,3}[A-Z]?|[A-Z]\d?)\s*(?:号楼|栋|幢|座|#楼?|号(?=\s*\d{3,4}))\s*(?:(?:\d{1,2}|[A-Z])(?:单元|门|-)\s*)?\d{2,4}(?:[A-Z](?![A-Z]))?(?:室|房|户)?/i,
  /(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}(?:号楼|栋|幢)\s*(?:[一二三四五六七八九十\d]{1,2}单元)?\s*(?:\d{2,4}|[一二三四五六七八九〇零]{3,4})室?/,
  /(?<![\d.+x×*-])(?:\d{1,3}|[A-Z])-(?:\d{1,2}|[A-Z])-\d{2,4}(?:[A-Z](?![A-Z]))?(?![\d.])室?/i,
  /(?<![\d.+x×*-])(?:\d{1,3}|[A-Z])-\d{3,4}(?:[A-Z](?![A-Z]))?(?![\d.])室?/i,
  /(?<![\d.+x×*-])\d{1,3}(?:号楼|栋|幢)(?!\d)/,
];
const QUANTITY = new RegExp(
  `[+x×*]\\s*${COUNT}|(?<![\\d.])${COUNT}\\s*(?:${UNITS}|人|位|名|大\\d|大[一二两三]?小)(?!装)|各\\s*${COUNT}|每样|全要|都要|[¥￥]\\s*\\d`,
  'i',
);
const CANCELS = /取消|不要了|不要啦|不接了|退出|撤回|算了|-\s*1(?!\d)/;
const BRACKET = /[((【[]\s*([^))】\]]{1,20})\s*[))】\]]/;
const NAME = /^[\u4e00-\u9fff·]{2,4}$/;
const NO_NAME = /不|要|辣|请|谢|自提|代|已付|付款|转账|取|送|放|门|团|新|老|楼/;
const PICTURE_WORD = /^[^\p{L}\p{N}]+$/u;
const LATIN_WORD = /^[\p{Script=Latin}\p{M}.'’_-]+$/u;

/** Words that only announce what follows. */
const BEFORE_PHONE = /(?:电话|手机号?|联系方式|tel)[:：]?\s*$/i;
const BEFORE_DOOR = /(?:送到|送|地址|住址?|房号|门牌号?)[:：]?\s*$/;

function without(text: string, match: RegExpExecArray, announced: RegExp): string {
  const before = text.slice(0, match.index).replace(announced, '');
  return `${before} ${text.slice(match.index + match[0].length)}`;
}

export type Keys = { text: string; phone?: string; address?: string };

/** Phone and door, wherever they stand, taken out of the text. */
export function takeKeys(raw: string): Keys {
  let text = raw;
  const keys: Keys = { text };
  const phone = PHONE.exec(text);
  const parsed = phone ? parsePhoneCell(phone[0]) : undefined;
  if (phone && parsed?.kind === 'phone') {
    keys.phone = parsed.phone;
    text = without(text, phone, BEFORE_PHONE);
  }
  for (const pattern of DOORS) {
    const door = pattern.exec(text);
    if (!door) continue;
    keys.address = door[0].replace(/\s+/g, '');
    text = without(text, door, BEFORE_DOOR);
    break;
  }
  keys.text = text
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*,)+/g, ',')
    .trim();
  return keys;
}

export type Split = {
  nickname: string;
  realName?: string;
  content: string;
  /** What stood in brackets behind the name and is no name. */
  aside: string;
  isGlued: boolean;
};

function takeBracketName(split: Split): Split {
  const bracket = BRACKET.exec(split.nickname);
  if (!bracket?.[1]) return split;
  const nickname = split.nickname.replace(bracket[0], ' ').replace(/\s+/g, ' ').trim();
  if (nickname === '') return split;
  const inside = bracket[1].trim();
  if (NAME.test(inside) && !NO_NAME.test(inside)) return { ...split, nickname, realName: inside };
  if (QUANTITY.test(inside)) return { ...split, nickname, content: `${inside} ${split.content}` };
  return { ...split, nickname, aside: inside };
}

/** Where the first thing ordered begins, or -1. */
function contentStart(text: string, isProduct: (at: number) => boolean): number {
  const starts = [QUANTITY.exec(text)?.index ?? -1, CANCELS.exec(text)?.index ?? -1];
  for (let at = 1; at < text.length; at += 1) {
    if (isProduct(at)) {
      starts.push(at);
      break;
    }
  }
  const found = starts.filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** Words of a name: the first, with pictures and further Latin words behind it. */
function nameWords(words: readonly string[]): number {
  let count = 1;
  const isLatin = LATIN_WORD.test(words[0] ?? '');
  while (count < words.length) {
    const word = words[count] ?? '';
    // `A. 李姐` keeps her place at the top of address books.
    if (count === 1 && /^[A-Z]\.$/i.test(words[0] ?? '')) {
      count += 1;
      continue;
    }
    const isMore = PICTURE_WORD.test(word) || PICTURE_WORD.test(words[count - 1] ?? '');
    if (!(isMore && count === 1) && !PICTURE_WORD.test(word) && !(isLatin && LATIN_WORD.test(word)))
      break;
    count += 1;
  }
  return count;
}

/**
 * Nickname and what is ordered. Nicknames may hold blanks and pictures, so the content is looked for
 * first: a quantity, a listed product, a cancellation; what stands before it is the name.
 */
export function splitNickname(text: string, isProduct: (at: number) => boolean): Split {
  const start = contentStart(text, isProduct);
  const tidy = (part: string) => part.replace(/^[\s::,,.。、\-—]+|[\s::,,、—]+$/g, '');
  if (start === 0) return { nickname: '', content: text, aside: '', isGlued: false };
  const before = start < 0 ? text : text.slice(0, start);
  const words = before.split(' ').filter((word) => word !== '');
  const isOpen = start > 0 && !/[\s:,]/.test(text[start - 1] ?? ' ');
  const count = nameWords(words);
  if (count < words.length) {
    const name = words.slice(0, count).join(' ');
    const content = text.slice(text.indexOf(words[count] ?? '', name.length)).trim();
    return takeBracketName({ nickname: tidy(name), content, aside: '', isGlued: false });
  }
  const content = start < 0 ? '' : text.slice(start);
  // `小美+2` is the usual way; `张三苹果2份` could be cut anywhere.
  const isGlued = isOpen && !/^[+x×*]/.test(content) && !isProduct(start) && !CANCELS.test(content);
  return takeBracketName({ nickname: tidy(before), content, aside: '', isGlued });
}
