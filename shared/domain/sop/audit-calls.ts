import { foldText } from '@shared/domain/import/cells/text-cell';

/** The pinyin readings of one character without tones; none for what is not Chinese. */
export type ReadingsOf = (character: string) => readonly string[];

/** What a name or a group nickname is made of. */
export type CallParts = {
  /** Names that somebody is called by, folded: `小周` of `上海-小周-10086`, and the whole text. */
  calls: string[];
  /** Numbers and ids of four signs or more, as written: `10086`, `U10086`. */
  numbers: string[];
  /** Mobile numbers inside the text, eleven digits. */
  mobiles: string[];
};

const BETWEEN = /[\s\-_—–~·•.,，、:：;；/\\|｜()（）【】[\]+&]+/u;
const MOBILE = /(?<!\d)(?:\+?86)?(1[3-9]\d{9})(?!\d)/g;
const NUMBER = /[A-Za-z]{0,4}\d{4,14}/g;
/** Said of many: no name of a person. */
const NO_CALL =
  /^(?:微信用户|匿名用户?|用户|客户|会员|顾客|先生|女士|老板|店主|群友|未知|尾号|省|市|区|县)$/;

/** Splits a name or nickname; `region` (as on the member) is no name and is left out. */
export function callParts(text: string | undefined, region?: string): CallParts {
  const whole = text?.normalize('NFKC').trim() ?? '';
  if (whole === '') return { calls: [], numbers: [], mobiles: [] };
  const mobiles = [...whole.matchAll(MOBILE)].map((match) => match[1] ?? '');
  const rest = whole.replace(MOBILE, ' ');
  const numbers = rest.match(NUMBER) ?? [];
  const bare = rest.replace(NUMBER, ' ');
  const pieces = [bare, ...bare.split(BETWEEN)];
  const regionCall = region ? foldText(region) : '';
  const calls = pieces
    .map((piece) => foldText(piece).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((call) => isCall(call) && !(regionCall !== '' && regionCall.startsWith(call)));
  return { calls: [...new Set(calls)], numbers: [...new Set(numbers)], mobiles };
}

const isCall = (call: string) =>
  call.length >= 2 && !/^\d+$/.test(call) && !NO_CALL.test(call) && call.length <= 40;

const HAN = /^\p{Script=Han}{2,12}$/u;

/** Written differently and said alike: 小周 and 小洲. Every reading of a character counts. */
export function soundsAlike(a: string, b: string, readingsOf: ReadingsOf): boolean {
  if (a === b || a.length !== b.length || !HAN.test(a) || !HAN.test(b)) return false;
  const others = [...b];
  return [...a].every((character, at) => {
    const other = others[at] ?? '';
    if (character === other) return true;
    const readings = readingsOf(other);
    return readingsOf(character).some((reading) => readings.includes(reading));
  });
}
