const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  俩: 2,
  贰: 2,
  三: 3,
  仨: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** What such numbers are written with, for a character class. */
export const CHINESE_NUMERALS = `${Object.keys(DIGITS).join('')}${Object.keys(UNITS).join('')}`;

/** `十二` → 12, `两百零五` → 205, `一〇二` → 102; `undefined` for anything else. */
export function chineseNumber(text: string): number | undefined {
  if (text === '') return undefined;
  const hasUnit = [...text].some((character) => character in UNITS);
  if (!hasUnit) {
    const digits = [...text].map((character) => DIGITS[character]);
    return digits.includes(undefined) ? undefined : Number(digits.join(''));
  }
  let sum = 0;
  let digit: number | undefined;
  for (const character of text) {
    const unit = UNITS[character];
    const value = DIGITS[character];
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    } else if (value !== undefined) {
      digit = value;
    } else {
      return undefined;
    }
  }
  return sum + (digit ?? 0);
}
