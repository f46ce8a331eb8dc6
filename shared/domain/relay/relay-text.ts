const CIRCLED = /[①-⑳]/g;
const KEYCAP = /([0-9])\ufe0f?\u20e3/g;
/** Bold digits and the like fold by NFKC; these marks stay behind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: chat programs leave control marks around names
const INVISIBLE = /[\u0000-\u0008\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * A pasted line in one spelling: half-width digits and marks, `①` and keycaps as `1号 `, no invisible
 * marks. Joiners inside emoji stay.
 */
export function plainLine(line: string): string {
  return line
    .replace(INVISIBLE, '')
    .replace(CIRCLED, (mark) => ` ${mark.charCodeAt(0) - 0x2460 + 1}号 `)
    .replace(KEYCAP, ' $1号 ')
    .normalize('NFKC')
    .replace(/[‐-―−–—]/g, '-')
    .replace(/[✖✕╳]/g, 'x')
    .replace(/[ \t\u3000]+/g, ' ')
    .trim();
}

/** What quantities are counted in. */
export const UNITS =
  '份|箱|盒|袋|个|斤|件|套|瓶|包|提|筐|只|条|板|罐|桶|串|把|杯|打|组|束|支|枚|张|单|kg|公斤|棵|颗|根|块(?!钱)|篮|捆|听|对|双|盆|碗|片';
export const PEOPLE = '个人|人|位|名|大|小|口';
export const COUNT = '(?:\\d{1,4}|[一二两俩三四五六七八九十]{1,3}|半)';
