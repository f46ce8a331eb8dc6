import type { ReadingsOf } from './name-match';

/** From here on characters may be Chinese; below are letters, digits and signs. */
const FIRST_CJK = 0x2e80;

let loading: Promise<ReadingsOf> | undefined;

/** The dictionary is loaded with the first search; each character is looked up once. */
export function loadReadings(): Promise<ReadingsOf> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, readonly string[]>();
    return (character) => {
      if ((character.codePointAt(0) ?? 0) < FIRST_CJK) return [];
      let readings = known.get(character);
      if (!readings) {
        const found = pinyin(character, {
          multiple: true,
          type: 'array',
          toneType: 'none',
          v: true,
        });
        // 吕 is typed lv by most and lu by some.
        const spelled = found.flatMap((it) => (it.includes('v') ? [it, it.replace('v', 'u')] : it));
        readings = [...new Set(spelled)].filter((it) => /^[a-z]+$/.test(it));
        known.set(character, readings);
      }
      return readings;
    };
  });
  return loading;
}
