import { foldText } from '@shared/domain/import/cells/text-cell';

const PICTURES =
  /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]|[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0f|\u20e3/gu;
const WRITTEN_PICTURES = /\[[\p{L}]{1,6}\]/gu;
const SEPARATORS = /[\s\-－—–_＿·・.。,，/／\\|｜~～+＋&:：]+/gu;

/** Nothing to fold in it: most names by far. */
const PLAIN = /^[\u4e00-\u9fff]+$/u;

/** A text without emoji. */
export const withoutPictures = (text: string): string => text.replace(PICTURES, '');

/**
 * A name as it is compared: folded, without emoji and with every separator the same, so that
 * `杭州－小店—王芳🌸` is `杭州-小店-王芳`. A name of nothing else keeps what it has.
 */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name;
  const words = name.replace(WRITTEN_PICTURES, (word) =>
    /\p{Script=Han}/u.test(word) ? '' : word,
  );
  const bare = withoutPictures(words);
  const key = foldText(bare.replace(SEPARATORS, '-')).replace(/^-+|-+$/g, '');
  return key === '' ? name.trim() : key;
}
