const LONGEST = 120;
const EXTENSION = /\.[a-z0-9]{1,5}$/i;
/** Digits with what parts and follows them in dates and counters. */
const NUMBERS = /[（(【[]?\d+[年月日号期时分秒点]?[)）\]】]?/g;
const COPY = /(?:[-_ ]*(?:副本|copy))+$/i;
const MARKS = /[\s\-_.,，。:：~～+&()（）[\]【】]+/g;

/**
 * What stays the same in the file names of one source: next week's export has other dates and
 * counters in its name, and the same words.
 */
export function sourceKey(fileName: string): string {
  const words = fileName
    .normalize('NFKC')
    .toLowerCase()
    .replace(EXTENSION, '')
    .replace(NUMBERS, ' ')
    .replace(COPY, ' ')
    .replace(MARKS, ' ')
    .trim();
  return words.slice(0, LONGEST) || '#';
}
