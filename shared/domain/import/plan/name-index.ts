import { foldText } from '../cells/text-cell';
import { MEMBER_KEYS } from './existing';
import { createHandleMap } from './handle-map';
import type { MemberValues } from './plan';

/**
 * People by folded name and nickname. Those with a key of their own lie apart: a row with a key
 * never takes one of them for its own, and of a common name there may be thousands.
 */
export function createNameIndex() {
  const weak = createHandleMap();
  const strong = createHandleMap();
  return {
    add(person: MemberValues, handle: number): void {
      const hasKey = MEMBER_KEYS.some((key) => person[key] !== undefined);
      const names = hasKey && person.phoneMasked === undefined ? strong : weak;
      const name = person.name ? foldText(person.name) : undefined;
      names.add(name, handle);
      const nickname = person.groupNickname ? foldText(person.groupNickname) : undefined;
      if (nickname !== name) names.add(nickname, handle);
    },
    get(folded: string, weakly: boolean): readonly number[] {
      const found = weak.get(folded);
      if (weakly) return found;
      const others = strong.get(folded);
      if (others.length === 0) return found;
      if (found.length === 0) return others;
      return [...new Set([...found, ...others])].sort((a, b) => a - b);
    },
  };
}
