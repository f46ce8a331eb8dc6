import type { Member } from './member.schema';

type Known = Pick<Member, 'name' | 'phone' | 'wechatId' | 'groupNickname'>;
type Detail = Record<string, string | number>;

/** Stands where an erased person was named. */
const SOMEBODY = '…';
/** A shorter name would be found inside other words. */
const SHORTEST_NAME = 2;

function wordsFor(people: readonly Known[]): string[] {
  const words = people.flatMap(({ name, phone, wechatId, groupNickname }) => [
    phone,
    phone?.replace(/^\+86/, ''),
    wechatId,
    groupNickname,
    name,
  ]);
  const usable = words.flatMap((word) => (word && word.length >= SHORTEST_NAME ? [word] : []));
  // The longest first, so that a name inside a nickname leaves nothing of it behind.
  return [...new Set(usable)].sort((a, b) => b.length - a.length);
}

/** A run's line without the people's names, phones and WeChat ids; undefined when it names none. */
export function detailWithout(
  detail: Detail | undefined,
  people: readonly Known[],
): Detail | undefined {
  if (!detail || people.length === 0) return undefined;
  const words = wordsFor(people);
  let isChanged = false;
  const clean = Object.fromEntries(
    Object.entries(detail).map(([key, value]) => {
      if (typeof value !== 'string') return [key, value];
      const text = words.reduce((left, word) => left.replaceAll(word, SOMEBODY), value);
      isChanged ||= text !== value;
      return [key, text];
    }),
  );
  return isChanged ? clean : undefined;
}
